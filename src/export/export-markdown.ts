import { type Deck, slidesOf } from '../model/deck.ts';
import type { Flavour } from '../model/flavour.ts';
import type { Lesson } from '../model/library.ts';
import type { CitedSource, LessonSlide, Slide } from '../model/slides.ts';
import { clockTime } from '../model/speaking-time.ts';
import { escapeMarkdown } from './escape-markdown.ts';
import { markdownHead } from './markdown-head.ts';

interface Context {
  readonly deck: Deck;
  readonly flavour: Flavour | undefined;
  readonly lessons: ReadonlyMap<string, Lesson>;
}

/**
 * The talk as Markdown: a document to read, in CommonMark with a footnote a source, or slides for another tool, with notes. A
 * quote keeps its code points; what Markdown would read into them is escaped.
 */
export function exportMarkdown(deck: Deck, generator: string, flavour?: Flavour): string {
  const context: Context = { deck, flavour, lessons: new Map(deck.lessons.map((lesson) => [lesson.id, lesson])) };
  const blocks = slidesOf(deck).flatMap((slide) => blocksOf(slide, context));
  const body = blocks.join(isRuled(flavour) ? '\n---\n\n' : '\n');
  return `${markdownHead(deck, generator, flavour)}${body}${isRuled(flavour) ? '' : `\n${footnotes(context)}`}`;
}

/** Tools in whose files a rule begins a slide. */
function isRuled(flavour: Flavour | undefined): boolean {
  return flavour === 'marp' || flavour === 'slidev';
}

/** Title, dividers, lessons and sources; slides that count or repeat them are for the deck. */
function blocksOf(slide: Slide, context: Context): readonly string[] {
  const { deck, flavour } = context;
  const inLine = (words: string): string => escapeMarkdown(words, flavour).replaceAll('\n', ' ');
  switch (slide.kind) {
    case 'title':
      // Pandoc makes it of the head.
      return flavour === 'pandoc' ? [] : [`# ${inLine(deck.title)}\n${paragraph(inLine(deck.description))}`];
    case 'part':
      return [`${hashes(2, flavour)} ${slide.partNumber}\\. ${inLine(wordsOf(slide.title))}\n`];
    case 'theme':
      return [
        `${hashes(2, flavour)} ${inLine(wordsOf(slide.title))}\n${paragraph(inLine(wordsOf(slide.description)))}`,
      ];
    case 'lesson':
      return (slide.piece?.number ?? 1) === 1 ? [lessonBlock(slide, context)] : [];
    case 'sources':
      return isRuled(flavour) ? [`## ${inLine(slide.heading)}\n\n${sourceList(slide, context)}`] : [];
    default:
      return [];
  }
}

/** Of pandoc's slides, a level above is a section. */
function hashes(level: number, flavour: Flavour | undefined): string {
  return '#'.repeat(flavour === 'pandoc' ? level - 1 : level);
}

function lessonBlock(slide: LessonSlide, context: Context): string {
  const { flavour } = context;
  const lesson = context.lessons.get(slide.lessonId);
  if (!lesson) throw new RangeError(`lesson ${slide.lessonId} is not in the deck`);
  const text = (words: string): string => escapeMarkdown(words, flavour);
  const { speaker, source, number } = slide.citation;
  const cited = text(speaker === '' ? source : `${speaker}, ${source}`).replaceAll('\n', ' ');
  return [
    `${hashes(3, flavour)} ${slide.lessonId} ${text(lesson.topic).replaceAll('\n', ' ')}\n`,
    `${quoteBlock(text(lesson.quote))}\n>\n> — ${cited}${isRuled(flavour) ? ` \\[${number}\\]` : `[^${number}]`}\n`,
    ...notesBlock(slide, lesson, flavour),
  ].join('\n');
}

/** Line breaks of a quote are its own. */
function quoteBlock(quote: string): string {
  const lines = quote.split('\n').map((line) => line.trimEnd());
  const breaks = lines.map((line, at) => (line !== '' && (lines[at + 1] ?? '') !== '' ? `${line}\\` : line));
  return breaks.map((line) => `> ${line}`.trimEnd()).join('\n');
}

function notesBlock(slide: LessonSlide, lesson: Lesson, flavour: Flavour | undefined): readonly string[] {
  if (flavour === undefined) return [];
  const { part, place, citation, url } = slide.notes;
  const facts = `${part} · ${place} · about ${clockTime(slide.seconds)}, from ${clockTime(slide.start)}`;
  const lines = [...(lesson.note === undefined ? [] : [lesson.note]), url === '' ? citation : `${citation}, ${url}`];
  if (flavour === 'pandoc') {
    const paragraphs = [`${slide.lessonId} · ${facts}`, ...lines].map((line) => escapeMarkdown(line, flavour));
    return [`::: notes\n\n${paragraphs.join('\n\n')}\n\n:::\n`];
  }
  // Marp takes a comment that can be read as YAML for orders, such as to load a background: with the id in a line of its own no
  // comment can. And a comment ends where it says so, whatever stands in it.
  const words = [slide.lessonId, facts, ...lines].join('\n').replace(/--(?=!?>)/gu, '-- ');
  return [`<!--\n${words}\n-->\n`];
}

function footnotes({ deck, flavour }: Context): string {
  return deck.sources.map((source) => `[^${source.number}]: ${sourceLine(source, flavour)}\n`).join('\n');
}

function sourceList(slide: Slide & { readonly kind: 'sources' }, { deck, flavour }: Context): string {
  const shown = new Set(slide.entries.map((entry) => entry.number));
  const sources = deck.sources.filter((source) => shown.has(source.number));
  return sources.map((source) => `${source.number}. ${sourceLine(source, flavour)}\n`).join('');
}

function sourceLine({ name, url = '', lessons }: CitedSource, flavour: Flavour | undefined): string {
  const title = escapeMarkdown(name, flavour).replaceAll('\n', ' ');
  const linked = url === '' ? title : `[${title}](<${url.replace(/[<>\\{}]/gu, encodeURIComponent)}>)`;
  return `${linked}: ${lessons.map((mark) => mark.id).join(', ')}`;
}

function paragraph(text: string): string {
  return text === '' ? '' : `\n${text}\n`;
}

function wordsOf({ pieces }: { readonly pieces: readonly { readonly text: string }[] }): string {
  return pieces.map((piece) => piece.text).join('');
}
