export type BrowserKind = 'headless-shell' | 'chromium' | 'chrome' | 'edge' | 'remote';

/** A browser that can print. */
export interface FoundBrowser {
  /** An absolute path, or a ws:// address for a remote one. */
  readonly path: string;
  readonly kind: BrowserKind;
}
