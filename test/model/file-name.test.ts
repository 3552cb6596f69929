import { expect, test } from 'vitest';
import { safeFileName } from '../../src/model/file-name.ts';

test.each([
  ['CON', '_CON'],
  ['nul', '_nul'],
  ['com1.talk', '_com1.talk'],
  ['LPT9', '_LPT9'],
  ['com²', '_com²'],
  ['CONIN$', '_CONIN$'],
  ['aux .x', '_aux .x'],
  ['a<b>c:d"e/f\\g|h?i*j', 'a-b-c-d-e-f-g-h-i-j'],
  ['tab\there\u0000', 'tab-here-'],
  ['talk.', 'talk'],
  ['talk. . ', 'talk'],
  ['  talk', 'talk'],
  ['...', 'lessons'],
  ['', 'lessons'],
  ['evil\u202efdp', 'evil-fdp'],
  ['half \ud800', 'half -'],
  ['Cafe\u0301', 'Caf\u00e9'],
])('%j becomes %j', (name, safe) => {
  expect(safeFileName(name)).toBe(safe);
  expect(safeFileName(safe)).toBe(safe);
});

test.each([
  'armon-dadgar-part-3',
  'console',
  'command',
  'com10',
  'Lebenslauf 2024 (neu)',
  '日本語',
  'نمونه‌ها',
  '.talk',
  'a.b.c',
])('%s stays as it is', (name) => {
  expect(safeFileName(name)).toBe(name);
});

test('a name that is too long is cut between characters, and two of them do not become one', () => {
  const long = '🚀'.repeat(100);
  const [one, other] = [safeFileName(`${long}a`), safeFileName(`${long}b`)];
  expect(one).not.toBe(other);
  expect(one).toMatch(/^🚀+-[0-9a-f]{8}$/u);
  expect(Buffer.byteLength(`${one}-handout.pdf`)).toBeLessThanOrEqual(255);
});
