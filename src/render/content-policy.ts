import { createHash } from 'node:crypto';

export interface PolicySources {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
  /** Values of inline `style` attributes that reveal.js itself writes. */
  readonly styleAttributes: readonly string[];
  /** Whether the page may talk to the server it came from. */
  readonly connects?: boolean;
}

/** A Content-Security-Policy by hashes: nothing runs, loads or is styled but what stands in the page. */
export function contentPolicy(sources: PolicySources): string {
  return [
    "default-src 'none'",
    `script-src ${hashSources(sources.scripts)}`,
    `style-src-elem ${hashSources(sources.styles)}`,
    sources.styleAttributes.length === 0
      ? "style-src-attr 'none'"
      : `style-src-attr 'unsafe-hashes' ${hashSources(sources.styleAttributes)}`,
    'img-src data:',
    'font-src data:',
    "frame-src 'self'",
    ...(sources.connects === true ? ["connect-src 'self'"] : []),
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

function hashSources(texts: readonly string[]): string {
  return texts.length === 0 ? "'none'" : texts.map(hashSource).join(' ');
}

function hashSource(text: string): string {
  return `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;
}
