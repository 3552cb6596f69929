import type { NoteBlock, NoteLine } from './collect-notes.ts';
import { cutInlineCitation, isAttribution, parseField, readAttribution } from './note-lines.ts';
import type { Citation } from './parse-citation.ts';
import { findQuoteStart, opensQuote } from './quotation-marks.ts';
import { unquoted } from './unquoted.ts';

/** A list item, block quote or paragraph, taken apart. */
export interface ReadNote {
  /** Code point for code point, without quotation marks around the whole; '' when there are no words. */
  readonly quote: string;
  readonly topic?: string;
  readonly citation?: Citation;
  readonly themes: readonly string[];
  readonly note?: string;
  readonly url?: string;
  /** Whether the words stand between quotation marks. */
  readonly isQuoted: boolean;
  /** Words in emphasis and nothing else: the topic of what follows. */
  readonly isLeadIn: boolean;
  /** An attribution and nothing else: the source of what follows. */
  readonly isSource: boolean;
}

type LineBlock = Exclude<NoteBlock, { kind: 'heading' }>;

const LONGEST_TOPIC = 120;

export function readNote(block: LineBlock): ReadNote {
  const { body, fields, attribution } = sortLines(block.lines);
  const cut = attribution === undefined ? cutInlineCitation(body) : undefined;
  const citation = readAttribution(attribution ?? cut?.after ?? '');
  const { topic, words } = splitTopic((citation && cut?.before) ?? body);
  const bare = unquoted(words);
  const values = (name: string): readonly string[] =>
    fields.filter((field) => field.name === name).map(({ value }) => value.trim());
  const [given = topic] = topic === undefined ? values('topic') : [];
  const [url, ...otherUrls] = values('url');
  // What has no place of its own is not lost: the presenter's notes have room.
  const otherTopics = topic === undefined ? values('topic').slice(1) : values('topic');
  const note = [...values('note'), ...otherTopics, ...otherUrls].join('\n');
  return {
    quote: bare ?? words.trim(),
    isQuoted: bare !== undefined || opensQuote(words),
    isLeadIn: words === '' && topic !== undefined && citation === undefined && fields.length === 0,
    isSource: words === '' && topic === undefined && citation !== undefined && fields.length === 0,
    themes: values('themes')
      .flatMap((value) => value.split(/[\s,;|]+/u))
      .filter((theme) => theme !== ''),
    ...(given === undefined ? {} : { topic: given }),
    ...(citation === undefined ? {} : { citation }),
    ...(note === '' ? {} : { note }),
    ...(url === undefined ? {} : { url: withoutAngles(url) }),
  };
}

function withoutAngles(url: string): string {
  return url.startsWith('<') && url.endsWith('>') ? url.slice(1, -1) : url;
}

interface SortedLines {
  /** The words, wrapped lines joined with one space, paragraphs parted by a blank line. */
  readonly body: string;
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  readonly attribution?: string;
}

function sortLines(lines: readonly NoteLine[]): SortedLines {
  const attributed = lines.findIndex(({ text }, index) => (index > 0 || lines.length === 1) && isAttribution(text));
  const attribution = lines[attributed]?.text;
  const others = lines.filter((_, index) => index !== attributed);
  // The first line is the quote's, also where it begins like a field.
  const fields = others.slice(1).flatMap(({ text }) => parseField(text) ?? []);
  const words = others.filter(({ text }, index) => index === 0 || parseField(text) === undefined);
  return { body: joinLines(words), fields, ...(attribution === undefined ? {} : { attribution }) };
}

function joinLines(lines: readonly NoteLine[]): string {
  let body = '';
  let separator = '';
  for (const { text } of lines) {
    if (text === '') separator = body === '' ? '' : '\n\n';
    else {
      body += separator + text;
      separator = ' ';
    }
  }
  return body;
}

/** A bold lead-in, or `On topic: "…"`. */
function splitTopic(text: string): { readonly topic?: string; readonly words: string } {
  const bold = /^(\*\*|__)(?=\S)(.{1,120}?)\1\s*([:：.–—-]?)\s*/su.exec(text);
  if (bold !== null) {
    const [whole, , inner = ''] = bold;
    return { topic: inner.replace(/[:：.]$/u, '').trim(), words: text.slice(whole.length).trim() };
  }
  const start = opensQuote(text) ? undefined : findQuoteStart(text);
  if (start === undefined || start.topicEnd === 0 || start.topicEnd > LONGEST_TOPIC) return { words: text };
  return { topic: text.slice(0, start.topicEnd).trim(), words: text.slice(start.quoteStart) };
}
