import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { type Library, lessonsOf } from '../../src/model/library.ts';
import { checkThemes } from '../../src/parse/check-themes.ts';
import { decodeText } from '../../src/parse/decode-text.ts';
import { parseLibrary } from '../../src/parse/parse-library.ts';
import { parseTheme } from '../../src/parse/parse-theme.ts';
import { suggestThemes } from '../../src/parse/suggest-themes.ts';

const document = load('test/data/armon-dadgar.txt');
const curated = load('data/armon-dadgar.yaml');
const themes = readdirSync('themes')
  .filter((file) => file.endsWith('.yaml'))
  .map((file) => parseTheme(readFileSync(`themes/${file}`, 'utf8'), `themes/${file}`));

describe('the built-in library', () => {
  it('has 75 lessons in 8 parts from 22 sources', () => {
    expect(curated.parts.map((part) => part.lessons.length)).toEqual([10, 10, 10, 9, 9, 9, 9, 9]);
    expect(lessonsOf(curated)).toHaveLength(75);
    expect(curated.sources).toHaveLength(22);
  });

  it('says word for word what the document says', () => {
    expect(wordsOf(curated)).toEqual(wordsOf(document));
  });

  it('holds every line of the document that is not blank', () => {
    const written = readFileSync('test/data/armon-dadgar.txt', 'utf8').split('\n');
    const lines = written.map((line) => line.trim()).filter((line) => line !== '');
    const rebuilt = [curated.tagline, curated.title, curated.intro];
    for (const part of curated.parts) {
      rebuilt.push(`Part ${part.number}: ${part.title}`);
      for (const { number, topic, quote, source } of part.lessons) {
        rebuilt.push(`${number}. ${topic}: "${quote}" — Source: [${source}]`);
      }
    }
    expect(rebuilt).toEqual(lines);
  });

  it('has one lesson that stands for each part', () => {
    const keys = lessonsOf(curated).filter((lesson) => lesson.key);
    expect(keys.map((lesson) => lesson.id)).toEqual(['1.7', '2.10', '3.8', '4.5', '5.8', '6.2', '7.5', '8.8']);
  });

  it('tags every lesson with one to three known themes', () => {
    expect(checkThemes(curated, themes, 'data/armon-dadgar.yaml')).toEqual([]);
    for (const lesson of lessonsOf(curated)) expect([1, 2, 3], lesson.id).toContain(lesson.themes.length);
  });

  it.each(themes.map((theme) => theme.name))('has %s as the primary theme in at least two parts', (name) => {
    const parts = lessonsOf(curated).flatMap((lesson) => (lesson.themes[0] === name ? [lesson.part] : []));
    expect(new Set(parts).size).toBeGreaterThanOrEqual(2);
  });
});

describe('the built-in themes', () => {
  it('are seven, in their order', () => {
    const ordered = themes.toSorted((a, b) => (a.order ?? 0) - (b.order ?? 0));
    expect(ordered.map(({ order, name, icon, glyph }) => [order, name, icon, glyph])).toEqual([
      [1, 'workflow', 'path', 'triangle'],
      [2, 'simplicity', 'cube', 'circle'],
      [3, 'automation', 'arrows-clockwise', 'quarters'],
      [4, 'security', 'fingerprint', 'frame'],
      [5, 'scale', 'trend-up', 'stair'],
      [6, 'developers', 'terminal-window', 'domes'],
      [7, 'business', 'storefront', 'bars'],
    ]);
  });

  it('have terms that are lower case, each once among all themes', () => {
    const terms = themes.flatMap((theme) => theme.terms);
    expect(terms).toEqual(terms.map((term) => term.toLowerCase()));
    expect(new Set(terms).size).toBe(terms.length);
    for (const theme of themes) expect(theme.terms.length, theme.name).toBeLessThanOrEqual(20);
  });

  it('find for most lessons of the document a theme that a person gave them', () => {
    const { library, suggested } = suggestThemes(document, themes);
    const byHand = new Map(lessonsOf(curated).map((lesson) => [lesson.id, lesson.themes]));
    const hits = lessonsOf(library).filter((lesson) =>
      lesson.themes.some((theme) => byHand.get(lesson.id)?.includes(theme)),
    );
    expect(suggested).toBeGreaterThanOrEqual(68);
    expect(hits.length).toBeGreaterThanOrEqual(60);
  });
});

function load(file: string): Library {
  const { library, problems } = parseLibrary(decodeText(readFileSync(file), file), file);
  expect(problems).toEqual([]);
  if (library === undefined) throw new Error(`${file} holds no library`);
  return library;
}

function wordsOf({ title, subject, tagline, intro, parts }: Library): unknown {
  const lessons = parts.map((part) => ({
    title: part.title,
    lessons: part.lessons.map(({ id, topic, quote, source }) => ({ id, topic, quote, source })),
  }));
  return { title, subject, tagline, intro, lessons };
}
