/** A shape of a drawing; how it looks is the style's CSS, by class. */
export interface Shape {
  /** CSS classes: `mark t3`. */
  readonly look: string;
  /** SVG path data; empty where a shape of the page is used again. */
  readonly path: string;
  /** Id of a shape that stands once in the page; empty for a shape of its own. */
  readonly use: string;
}

/** One line of text in a drawing. */
export interface Label {
  readonly look: string;
  readonly text: string;
  /** A lesson's id before the text, and behind it; empty for none. */
  readonly lead: string;
  readonly tail: string;
  readonly x: number;
  readonly y: number;
  /** In the drawing's units. */
  readonly size: number;
  /** Degrees, clockwise. */
  readonly angle: number;
  /** What the line may take along its direction; the page narrows a longer one. 0: any length. */
  readonly room: number;
}

/** What belongs together, such as a mark with its words. */
export interface DrawnGroup {
  /** Anchor that a click leads to; empty for none. */
  readonly link: string;
  /** What the link is called where it has no words to be seen; empty where it has. */
  readonly name: string;
  readonly shapes: readonly Shape[];
  readonly labels: readonly Label[];
}

/** A picture as data, in units of its own, y downwards. */
export interface Drawing {
  readonly width: number;
  readonly height: number;
  readonly groups: readonly DrawnGroup[];
}

/** The index on lesson slides: drawn once in the page, used on every slide with the current mark over it. */
export interface Marker {
  readonly width: number;
  readonly height: number;
  /** The marks of each part as one path. */
  readonly parts: readonly { readonly part: number; readonly path: string }[];
  /** The mark of the lesson that is shown, by the lesson's id. */
  readonly current: ReadonlyMap<string, string>;
  /** Whether lesson slides show every part, or their own alone. */
  readonly whole: boolean;
}
