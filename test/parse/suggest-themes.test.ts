import { describe, expect, it } from 'vitest';
import type { Lesson, Library } from '../../src/model/library.ts';
import type { Theme } from '../../src/model/theme.ts';
import { checkThemes } from '../../src/parse/check-themes.ts';
import { suggestThemes } from '../../src/parse/suggest-themes.ts';

const themes = [
  theme('security', ['policy', 'zero trust', 'secret']),
  theme('scale', ['scaling', 'node']),
  theme('teams', ['team']),
  theme('money', ['price']),
];

describe('suggestThemes', () => {
  it.each([
    ['plurals and -ing forms', 'On policies', 'x', ['security']],
    ['-ing forms against the bare word', 'On x', 'It scales.', ['scale']],
    ['phrases only as a whole', 'On trust', 'Zero. Then nothing.', []],
    ['phrases', 'On Zero Trust', 'x', ['security']],
    ['whole words only', 'On steam', 'nodejs', []],
    ['a word of the topic more than one of the quote', 'On teams', 'a node', ['teams', 'scale']],
    ['two words of the quote more than one', 'On x', 'A node, a secret, a policy.', ['security', 'scale']],
    [
      'at most three, in the order of the themes where they draw',
      'On x',
      'price team node secret',
      ['security', 'scale', 'teams'],
    ],
    ['nothing where nothing matches', 'On x', 'y', []],
  ])('matches %s', (_, topic, quote, expected) => {
    const { library, suggested } = suggestThemes(libraryOf({ topic, quote }), themes);
    expect(library.parts[0]?.lessons[0]?.themes).toEqual(expected);
    expect(suggested).toBe(expected.length > 0 ? 1 : 0);
  });

  it('leaves lessons that have themes alone', () => {
    const tagged = libraryOf({ topic: 'On nodes', themes: ['teams'] });
    expect(suggestThemes(tagged, themes)).toEqual({ library: tagged, suggested: 0 });
  });
});

describe('checkThemes', () => {
  it('tells tags that name no theme, with the near miss', () => {
    const library = libraryOf({ themes: ['teams', 'secruity', 'gardening'] });
    expect(checkThemes(library, themes, 'a.yaml')).toEqual([
      told({ theme: 'secruity', id: '1.1', nearest: 'security' }),
      told({ theme: 'gardening', id: '1.1', nearest: '' }),
    ]);
  });
});

function told(details: Record<string, string>): unknown {
  return { kind: 'theme-unknown', file: 'a.yaml', line: 9, details };
}

function theme(name: string, terms: readonly string[]): Theme {
  return { name, title: name, description: '', icon: '', glyph: '', terms };
}

function libraryOf(fields: Partial<Lesson>): Library {
  const base = {
    id: '1.1',
    part: 1,
    number: 1,
    topic: 'On x',
    quote: 'x',
    source: 'A',
    themes: [],
    key: false,
    line: 9,
  };
  const part = { number: 1, title: 'P', lessons: [{ ...base, ...fields }] };
  const texts = { title: 'T', subject: '', tagline: '', intro: '', language: 'en' };
  return { name: 'a', ...texts, sources: [{ name: 'A' }], parts: [part] };
}
