import { expect, test } from 'vitest';
import { splitSentences } from '../../src/model/split-sentences.ts';

const sentencesOf = (text: string): string[] => splitSentences(text).map(({ start, end }) => text.slice(start, end));

test.each([
  ['One. Two! Three?', ['One.', 'Two!', 'Three?']],
  ['Cloud 1.0 was tactical. It ran wild.', ['Cloud 1.0 was tactical.', 'It ran wild.']],
  ['Use tools, e.g. Vault. Then rest.', ['Use tools, e.g. Vault.', 'Then rest.']],
  ['He said “no.” Then he left.', ['He said “no.”', 'Then he left.']],
  ['Wait... what happened?', ['Wait... what happened?']],
  ['身份是新的边界。网络不可信。', ['身份是新的边界。', '网络不可信。']],
  ['no end', ['no end']],
  ['   ', []],
])('%j is cut at the ends of its sentences', (text, sentences) => {
  expect(sentencesOf(text)).toEqual(sentences);
});
