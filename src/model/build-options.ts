import type { Flavour } from './flavour.ts';
import type { HandoutOptions } from './handout.ts';
import type { OutputFormat } from './output.ts';
import type { CardSize, PictureScale } from './picture.ts';
import type { PosterSize } from './poster.ts';
import type { Problem } from './problem.ts';
import type { Criteria, GroupBy, Selection } from './selection.ts';
import type { Mode, SlideSize } from './style.ts';

/** Who is told how a build goes. Neither ever carries a result. */
export interface Reporter {
  /** Something to know afterwards: which library was taken, what was assumed. */
  note(message: string): void;
  /** What is not wrong, but worth mending. */
  warnings(problems: readonly Problem[]): void;
  /** Which lessons it is about; before anything is made of them. */
  selected(selection: Selection): void;
  /** A file is there, whole; its absolute path. */
  written(file: string): void;
  /** What is being done right now, and how much of it is done, 0–1; the next one replaces it. */
  progress(stage: 'browser' | 'layout' | 'pages' | 'pictures', share: number): void;
}

/** What decides which slides a talk has and what they say. */
export interface TalkOptions {
  /** Absolute; relative paths are meant from here. */
  readonly cwd: string;
  readonly criteria: Criteria;
  readonly groupBy: GroupBy;
  /** The name of a style of the package, or the path of a brand's CSS file. */
  readonly style: string;
  /** The style's own where it is not given. */
  readonly mode?: Mode;
  /** Of the slides; 16:9 where it is not given. */
  readonly size?: SlideSize;
  /** Makes a card of this shape of each lesson, in place of slides; for pictures alone. */
  readonly card?: CardSize;
  /** Absolute: a folder whose files replace templates and CSS of the same name. */
  readonly templates?: string;
  readonly title?: string;
  readonly subtitle?: string;
  readonly presenter?: string;
  readonly event?: string;
  readonly date?: string;
  /** BCP 47. */
  readonly lang?: string;
  readonly report: Reporter;
}

/** Everything one build is told. Nothing else reaches it: no global state, no environment but `env`. */
export interface BuildOptions extends TalkOptions {
  readonly formats: readonly OutputFormat[];
  /** A folder, or a file when it ends in a format's extension. */
  readonly output?: string;
  /** Stem of the written files; without it the library's name and the selection. */
  readonly name?: string;
  readonly handout: HandoutOptions;
  readonly posterSize: PosterSize;
  /** Of Markdown; without it the document to read. */
  readonly flavour?: Flavour;
  /** Pixels of a picture for each px of a slide; 1 where it is not given. */
  readonly scale?: PictureScale;
  /** Path or ws:// address of a browser. */
  readonly browser?: string;
  /** For opening the browser, for each PDF as a whole, and for each picture. */
  readonly timeoutSeconds: number;
  /** Overwrite a file that Lectern did not make. */
  readonly force: boolean;
  readonly env: Readonly<Record<string, string | undefined>>;
  /** Aborted when the user stops the run. */
  readonly signal?: AbortSignal;
}
