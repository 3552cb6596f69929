export type BrowserKind = 'headless-shell' | 'chromium' | 'chrome' | 'edge' | 'remote';

/** A browser that can print. */
export interface FoundBrowser {
  /** An absolute path, or a ws:// address for a remote one. */
  readonly path: string;
  readonly kind: BrowserKind;
}

/** A folder that is there for as long as it is needed. */
export interface TemporaryFolder {
  readonly path: string;
  /** Takes it away with all that is in it. */
  remove(): Promise<void>;
}
