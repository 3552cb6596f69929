/** Everything of the package's own that a page is made from. Read by `files/`, put together by `render/`. */

/** A Handlebars template: its text and, where the package was built with it, its precompiled form. */
export interface TemplateSource {
  readonly text: string;
  readonly compiled?: object;
  /** Where the template is somebody's own. */
  readonly custom?: CustomTemplate;
}

/** What is known of a template that stands in for one of the package. */
export interface CustomTemplate {
  /** To be named in errors: `templates/slides/lesson.hbs`. */
  readonly file: string;
  /** Names that no template of the package takes, with their 1-based lines: the view must have them. */
  readonly names: readonly { readonly name: string; readonly line: number }[];
}

/** The published files of reveal.js, as they are. */
export interface RevealFiles {
  readonly script: string;
  readonly style: string;
  readonly reset: string;
  readonly notes: string;
  readonly search: string;
  readonly zoom: string;
}

export interface PageAssets {
  /** By path below `templates/` without extension: `slides/lesson`. */
  readonly templates: ReadonlyMap<string, TemplateSource>;
  /** CSS that every style needs, for the screen and for paper. */
  readonly baseStyle: string;
  /** CSS of handouts alone. */
  readonly handoutStyle: string;
  /** CSS of posters alone. */
  readonly posterStyle: string;
  /** Keeps what far slides of a long talk hold out of reveal.js's way. */
  readonly farSlides: string;
  /** The deck's own script: starts reveal.js, checks that text fits. */
  readonly script: string;
  readonly reveal: RevealFiles;
  /** SVG path data in a 256 × 256 box, by icon name. */
  readonly icons: ReadonlyMap<string, string>;
  /** What the page says made it: `Lectern 0.1.0`. */
  readonly generator: string;
}

/** Scripts and styles of a live talk, beside those of its pages. */
export interface LiveAssets {
  /** The line between a window and the server. */
  readonly link: string;
  /** Makes a deck follow the talk, and its edits. */
  readonly follow: string;
  readonly followStyle: string;
  readonly presenter: string;
  readonly presenterStyle: string;
}
