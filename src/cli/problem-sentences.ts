import type { Problem, ProblemKind } from '../model/problem.ts';

export interface Sentence {
  /** What is wrong. */
  readonly message: string;
  /** What to do. */
  readonly cure: string;
}

type Details = Problem['details'];

/** The one place where a problem becomes words. */
export function sentenceOf(problem: Problem): Sentence {
  return SENTENCES[problem.kind](problem.details);
}

const SENTENCES: Readonly<Record<ProblemKind, (details: Details) => Sentence>> = {
  'document-empty': () => ({
    message: 'the file is empty',
    cure: 'Write a title, a line `Part 1: …`, and lessons.',
  }),
  'document-unreadable': ({ reason }) => ({
    message: reason ?? 'the file cannot be read as text',
    cure: 'Save it as text in UTF-8.',
  }),
  syntax: ({ message }) => ({
    message: message ?? 'the file cannot be read',
    cure: 'Mend the line; an editor that knows the format shows where it breaks.',
  }),
  'quote-split': ({ id, slides, style }) => ({
    message: `lesson ${id}: the quote is too long for one slide and will be split over ${slides} in the style ${style}`,
    cure: 'Leave it so, or shorten it to what the room can read at once.',
  }),
  'colour-unreadable': ({ property, value, contrast, where, nearest }) => ({
    message: `${property} ${value} is ${contrast}:1 ${where}`,
    cure:
      nearest === ''
        ? 'Take another colour: no lightness of it passes everywhere.'
        : `The nearest that passes is ${nearest}.`,
  }),
  'colours-alike': ({ one, other, who, difference }) => ({
    message: `${one} and ${other} look alike to ${who} (ΔE ${difference}; 8 is told apart)`,
    cure: 'Take one of them lighter or darker.',
  }),
  'field-missing': ({ field, where }) => ({
    message: `${inPlace(where)}${field} is missing`,
    cure: `Add \`${field}:\`.`,
  }),
  'field-unknown': ({ field, where, nearest }) => ({
    message: `${inPlace(where)}there is no field ${field}`,
    cure: nearest ? `Did you mean ${nearest}?` : 'Take it out; notes of your own can be comments.',
  }),
  'field-wrong': ({ field, where, expected, found }) => ({
    message: `${inPlace(where)}${field ? `${field} is` : 'this is'} ${found ?? 'something else'}, not ${expected ?? 'what belongs here'}`,
    cure: `Write ${expected ?? 'what belongs here'}.`,
  }),
  'field-duplicate': ({ field, first }) => ({
    message: `${field} stands here a second time${firstAt(first)}`,
    cure: 'Keep one of them.',
  }),
  'title-missing': () => ({
    message: 'the library has no title',
    cure: 'Add a title: in a document the line above the introduction, elsewhere `title:`.',
  }),
  'no-lessons': () => ({
    message: 'there is not one lesson',
    cure: 'Add a part with a lesson: `1. On topic: "quote" — Source: [Name]`, or `parts:` in a curated file.',
  }),
  'lesson-outside-part': ({ id, text }) => ({
    message: `a lesson stands before the first part${quoted(text ?? id)}`,
    cure: 'Put a line `Part 1: Title` above it.',
  }),
  'lesson-unreadable': ({ id, text }) => ({
    message: `${inPlace(id && `lesson ${id}`)}this does not read as a lesson${quoted(text)}`,
    cure: 'Write it as `1. On topic: "quote" — Source: [Name]`.',
  }),
  'line-unreadable': ({ text }) => ({
    message: `this line is neither a part nor a lesson${quoted(text)}`,
    cure: 'Make it part of a lesson, or take it out.',
  }),
  'quote-missing': ({ id }) => ({
    message: `${inPlace(id && `lesson ${id}`)}the quote is missing`,
    cure: 'Write what was said, in a document between quotation marks.',
  }),
  'quote-unclosed': ({ id }) => ({
    message: `${inPlace(id && `lesson ${id}`)}the quote is not closed`,
    cure: 'Put a quotation mark at its end, before the source.',
  }),
  'quote-too-long': ({ id, length, most }) => ({
    message: `${inPlace(id && `lesson ${id}`)}the quote has ${length ?? 'too many'} characters${most ? `, more than ${most}` : ''}`,
    cure: 'Shorten the quote, or make several lessons of it.',
  }),
  'source-missing': ({ id, form }) => ({
    message: `${inPlace(id && `lesson ${id}`)}the source is missing`,
    cure:
      form === 'notes'
        ? 'Write `— Name` below the quote, or `Source: Name` below the heading, for all that follows.'
        : 'Say where it was said: in a document `— Source: [Name]`, elsewhere `source: Name`.',
  }),
  'topic-missing': ({ id }) => ({
    message: `${inPlace(id && `lesson ${id}`)}the topic is missing`,
    cure: 'Say what it is about: in a document `On topic:` before the quote, elsewhere `topic:`.',
  }),
  'part-number-duplicate': ({ id, first }) => ({
    message: `there is a second part ${id}${firstAt(first)}`,
    cure: 'Give one of them another number.',
  }),
  'lesson-number-duplicate': ({ id, first }) => ({
    message: `there is a second lesson ${id}${firstAt(first)}`,
    cure: 'Give one of them another number.',
  }),
  'number-out-of-order': ({ id, after }) => ({
    message: `${id} comes after ${after}`,
    cure: 'The number is kept. Move or renumber it if that was not meant.',
  }),
  'part-empty': ({ part, title }) => ({
    message: `part ${[part, title].filter(Boolean).join(', ')} has no lessons`,
    cure: 'Add a lesson, or take the part out.',
  }),
  'highlight-not-in-quote': ({ id, highlight }) => ({
    message: `${inPlace(id && `lesson ${id}`)}the highlight does not stand in the quote${quoted(highlight)}`,
    cure: 'Copy it from the quote, letter for letter.',
  }),
  'link-not-allowed': ({ where, url }) => ({
    message: `${inPlace(where)}the link is not an http, https or mailto address${quoted(url)}`,
    cure: 'Write the whole address, or leave the link out.',
  }),
  'link-ignored': ({ name, url, kept }) => ({
    message: `the source ${name} already has another link, ${kept}; this one is not used${quoted(url)}`,
    cure: 'Give the source one link.',
  }),
  'source-duplicate': ({ name, first }) => ({
    message: `the source ${name} is described a second time${firstAt(first)}`,
    cure: 'Keep one description.',
  }),
  'theme-unknown': ({ id, theme, nearest }) => ({
    message: `${inPlace(id && `lesson ${id}`)}there is no theme ${theme}`,
    cure: nearest
      ? `Did you mean ${nearest}?`
      : '`lectern list themes` shows those there are; a file in themes/ adds one.',
  }),
  'quote-duplicate': ({ id, other, first }) => ({
    message: `lesson ${id}: the quote has the words of lesson ${other} (line ${first})`,
    cure: 'Keep one of them, or leave both if both are meant.',
  }),
  'quote-near-duplicate': ({ id, other, first }) => ({
    message: `lesson ${id}: the quote is nearly that of lesson ${other} (line ${first})`,
    cure: 'Keep one of them, or leave both if both are meant.',
  }),
  'source-spelled-twice': ({ id, name, other, count }) => ({
    message: `lesson ${id}: the source ${name} is ${other} in ${count === '1' ? 'another lesson' : `${count} other lessons`}`,
    cure: 'Spell it one way: sources are counted and listed by their names.',
  }),
  'control-character': ({ where, code }) => ({
    message: `${where} holds ${code}, which nobody sees and which changes how other characters look or are read`,
    cure: 'Take it out unless it is meant; in an editor, write the words around it anew.',
  }),
  'source-unused': ({ name }) => ({
    message: `no lesson cites the source ${name}`,
    cure: 'Take it out of `sources:`, or name it in a lesson just so.',
  }),
  'theme-unused': ({ theme }) => ({
    message: `no lesson has the theme ${theme}`,
    cure: `Give it to a lesson, or take themes/${theme}.yaml out.`,
  }),
  'title-guessed': ({ title }) => ({
    message: `there is no title; the file’s name became one: ${title}`,
    cure: 'Write a title in the first line (`# Title`), or say --title.',
  }),
  'part-guessed': ({ title }) => ({
    message: `these lessons stand in no part; they make one: ${title}`,
    cure: 'Put a heading above them (in a table: a column named part), or name the part in the library.',
  }),
  'line-left-out': ({ text }) => ({
    message: `this line was not taken${quoted(text)}`,
    cure: 'No lesson needs it. Add its words to the library by hand if they matter.',
  }),
  'column-left-out': ({ column }) => ({
    message: `the column ${column} was not taken`,
    cure: 'Say what it holds, such as --columns note=<its name>, if it belongs to the lessons.',
  }),
  'column-missing': ({ column, found, nearest }) => ({
    message: `there is no column ${column}; the first line has ${found}`,
    cure: `${nearest ? `Did you mean ${nearest}? ` : ''}Name the columns topic, quote, source …, or say which is which: --columns quote=Text,source=Where.`,
  }),
  'row-too-long': ({ count, columns, text }) => ({
    message: `this row has ${count} cells, the first line names ${columns}${quoted(text)}`,
    cure: 'Put a cell that holds the separator between quotation marks.',
  }),
};

function inPlace(where: string | undefined): string {
  return where ? `${where}: ` : '';
}

function firstAt(line: string | undefined): string {
  return line ? ` (the first is in line ${line})` : '';
}

function quoted(text: string | undefined): string {
  return text ? `: ${text}` : '';
}
