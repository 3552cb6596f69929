import { expect, test } from 'vitest';
import { showControls, toJson } from '../../src/cli/show-controls.ts';

test.each([
  ['a\nb', 'aU+000Ab'],
  ['\u001b[31m', 'U+001B[31m'],
  ['\u007f\u009b', 'U+007FU+009B'],
  ['\u202egnp.exe', 'U+202Egnp.exe'],
  ['\u2066x\u2069', 'U+2066xU+2069'],
  ['\ud83d', 'U+D83D'],
  ['“don’t” — 分散 😀', '“don’t” — 分散 😀'],
])('%j is shown as %s', (text, shown) => {
  expect(showControls(text)).toBe(shown);
});

test('JSON keeps the data and carries no control characters', () => {
  const data = ['\u001b', '\u009b', '\u202e', '\u007f', '\ud83d', 'a\nb', '😀'];
  const json = toJson(data);
  expect(JSON.parse(json)).toEqual(data);
  expect(showControls(json).replaceAll('U+000A', '\n')).toBe(json);
});
