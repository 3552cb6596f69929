import { describe, expect, it } from 'vitest';
import { splitLines } from '../../src/parse/document-lines.ts';
import { parseHeader, subjectOf } from '../../src/parse/parse-header.ts';

const headerOf = (text: string): unknown => parseHeader(splitLines(text));
const header = (given: object): unknown => ({ title: '', subject: '', tagline: '', intro: '', ...given });

describe('parseHeader', () => {
  it.each<[why: string, text: string, found: object]>([
    ['nothing', '', {}],
    ['a title', 'Notes', { title: 'Notes' }],
    ['a title and an intro', 'Notes\nOne\ntwo.\n\nThree.', { title: 'Notes', intro: 'One two.\n\nThree.' }],
    ['a tagline above the title', 'What was said.\n\nNotes', { title: 'Notes', tagline: 'What was said.' }],
    ['an emphasised tagline', '*What was said.*\n\nNotes', { title: 'Notes', tagline: '*What was said.*' }],
    [
      'a bold tagline that ends far in',
      '**What was said so long ago.** \n\nNotes',
      { title: 'Notes', tagline: '**What was said so long ago.**' },
    ],
    ['a question', 'What was said?\nNotes', { title: 'Notes', tagline: 'What was said?' }],
    ['two sentences', 'One was said.\nTwo was said.', { title: 'One was said.', intro: 'Two was said.' }],
    ['two lines that are none', 'Notes\nof Ada', { title: 'Notes', intro: 'of Ada' }],
    ['a sentence below the title', 'Notes\nWhat was said.', { title: 'Notes', intro: 'What was said.' }],
    [
      'a heading, wherever it stands',
      'One\n\nTwo\n\n# Notes #\n\nThree',
      { title: 'Notes', tagline: 'One\n\nTwo', intro: 'Three' },
    ],
    ['no heading of another level', 'One\n## Two', { title: 'One', intro: 'Two' }],
    [
      'whose lessons they are, wherever that stands',
      'One\ntwo\n**Lessons from Ada King**\nThree',
      { title: 'Lessons from Ada King', subject: 'Ada King', tagline: 'One two', intro: 'Three' },
    ],
    [
      'no sentence about lessons',
      'Notes\nLessons from Ada are here.',
      { title: 'Notes', intro: 'Lessons from Ada are here.' },
    ],
    ['no words within a line', 'Notes\nThe lessons of Ada', { title: 'Notes', intro: 'The lessons of Ada' }],
    ['emphasis around a title', '__Notes__', { title: 'Notes' }],
  ])('finds %s', (_, text, found) => {
    expect(headerOf(text)).toEqual(header(found));
  });
});

describe('subjectOf', () => {
  it.each([
    ['Lessons from Ada King', 'Ada King'],
    ['LESSONS BY Ada', 'Ada'],
    ['Lessons of  Ada ', 'Ada'],
    ['Lessons about Ada', ''],
    ['The lessons of Ada', ''],
    ['Lessons from', ''],
    ['', ''],
  ])('of %j is %j', (title, subject) => {
    expect(subjectOf(title)).toBe(subject);
  });
});
