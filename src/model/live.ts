/** A page that is served: its HTML, and the Content-Security-Policy that goes with it. */
export interface LivePage {
  readonly html: string;
  readonly policy: string;
}

/** Everything that a live talk shows. */
export interface LiveTalk {
  /** Counts the talk's editions, from 1; its pages carry it. */
  readonly version: number;
  readonly deck: LivePage;
  readonly presenter: LivePage;
  /** What the presenter page knows of each slide, as JSON. */
  readonly plan: string;
  /** The slides' anchors in their order; at least one. */
  readonly slides: readonly string[];
}
