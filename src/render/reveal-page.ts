import { LecternError } from '../errors.ts';
import type { RevealFiles } from '../model/assets.ts';
import type { Area } from '../model/style.ts';
import { inlineScript } from './inline-script.ts';

/** Text of the deck's only script element: reveal.js, its plugins and our own start, safe inside an HTML page. */
export function joinScripts(reveal: RevealFiles, own: readonly string[]): string {
  return inlineScript([reveal.script, reveal.notes, reveal.search, reveal.zoom, ...own]);
}

export interface SpeakerPage {
  readonly scripts: readonly string[];
  readonly styles: readonly string[];
}

/**
 * The inline script and style of the page that reveal's speaker view writes into its window, which inherits the deck's
 * policy. They stand in the notes plugin as one template literal without substitutions.
 */
export function speakerPage(reveal: RevealFiles): SpeakerPage {
  const html = speakerLiteral(reveal.notes);
  return { scripts: elements(html, 'script'), styles: elements(html, 'style') };
}

/** Styles that reveal's print view adds, exact to the letter (reveal.js 6, `controllers/printview`). */
export function printStyles({ width, height }: Area): readonly string[] {
  return [
    `@page{size:${width}px ${height}px; margin: 0px;}`,
    `.reveal section>img, .reveal section>video, .reveal section>iframe{max-width: ${width}px; max-height:${height}px}`,
  ];
}

/** Inline style attributes in reveal's own markup: the search field's and the speaker view's pacing block's. */
export const REVEAL_STYLE_ATTRIBUTES: readonly string[] = ['vertical-align: top;', 'display: none'];

function elements(html: string, name: string): readonly string[] {
  return [...html.matchAll(new RegExp(`<${name}[^>]*>([\\s\\S]*?)</${name}>`, 'gu'))].map((match) => match[1] ?? '');
}

function speakerLiteral(notes: string): string {
  const call = 'document.write(`';
  const start = notes.indexOf(call) + call.length;
  const [literal] = LITERAL.exec(start < call.length ? '' : notes.slice(start)) ?? [];
  if (literal === undefined) {
    throw new LecternError(
      'TEMPLATE_INVALID',
      'reveal.js: the speaker view is not where this version of Lectern expects it',
      {
        hint: 'Install the version of reveal.js that Lectern names in its package.json.',
      },
    );
  }
  return unescapeLiteral(literal);
}

/** The rest of a template literal, up to its closing mark. */
const LITERAL = /^(?:[^`\\]|\\[\s\S])*(?=`)/u;

const ESCAPES: Readonly<Record<string, string>> = { n: '\n', t: '\t', r: '\r' };

function unescapeLiteral(literal: string): string {
  return literal.replace(/\\(?:x([0-9a-f]{2})|u([0-9a-f]{4})|([\s\S]))/giu, (_, byte, unit, character) => {
    const code: string | undefined = byte ?? unit;
    return code === undefined ? (ESCAPES[character] ?? character) : String.fromCharCode(Number.parseInt(code, 16));
  });
}
