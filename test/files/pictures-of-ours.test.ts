import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { isOurs } from '../../src/files/is-ours.ts';
import { removeOtherPictures } from '../../src/files/remove-other-pictures.ts';

const OURS = '\x89PNG tEXtSoftware\0Lectern 0.1.0';
let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'pictures-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('isOurs', () => {
  const far = ' '.repeat(5000);
  test.each<[what: string, name: string, content: string, ours: boolean]>([
    ['a page, in any case', 'a.html', '<META NAME="generator" CONTENT="Lectern 1">', true],
    ['a page whose name is in capitals', 'A.HTML', '<meta name="generator" content="Lectern 1">', true],
    ['a page of another program', 'a.html', '<meta name="generator" content="Lecterns 1">', false],
    ['a page with its mark far in', 'a.html', `${far}<meta name="generator" content="Lectern 1">`, false],
    ['a manifest', 'a.json', '{"generator":"Lectern 1"}', true],
    ['Markdown', 'a.md', '---\nmarp: true\n---\n\n<!-- Made by Lectern 0.1.0 -->', true],
    ['Markdown by hand', 'a.md', '<!-- Made by hand -->', false],
    ['a recipe', 'a.yaml', '# A talk, saved by Lectern 0.1.0', true],
    ['a recipe called otherwise', 'a.yml', '# A talk, saved by Lectern 0.1.0', true],
    ['YAML that quotes one', 'a.yaml', '\n# A talk, saved by Lectern 0.1.0', false],
    ['PowerPoint', 'a.pptx', 'PK <Application>Lectern 0.1.0</Application>', true],
    ['PowerPoint’s own', 'a.pptx', 'PK <Application>Office</Application>', false],
    ['a picture', 'a.png', OURS, true],
    ['a picture by hand', 'a.png', '\x89PNG', false],
    ['a PDF with its mark at its beginning', 'a.pdf', `%PDF /Creator (Lectern)${' '.repeat(70_000)}`, true],
    ['a PDF with its mark at its end', 'a.pdf', `%PDF${' '.repeat(140_000)}/Producer(With Lectern)`, true],
    ['a PDF with it in between', 'a.pdf', `%PDF${' '.repeat(70_000)}/Creator (Lectern)${' '.repeat(70_000)}`, false],
    ['a text with every mark', 'a.txt', `${OURS}# A talk, saved by Lectern "generator": "Lectern"`, false],
    ['a file without an ending', 'a', OURS, false],
  ])('looks at %s', async (_, name, content, ours) => {
    writeFileSync(join(folder, name), content, 'latin1');
    expect(await isOurs(join(folder, name))).toBe(ours);
  });

  test('lets go of the files that it looks at', async () => {
    writeFileSync(join(folder, 'a.png'), OURS);
    const openFiles = (): number => readdirSync('/proc/self/fd').length;
    const before = openFiles();
    for (let index = 0; index < 20; index += 1) await isOurs(join(folder, 'a.png'));
    expect(openFiles()).toBeLessThan(before + 10);
  });
});

describe('removeOtherPictures', () => {
  test('takes away pictures of ours that were not made just now, and nothing else', async () => {
    const stay = ['001.png', 'a1.png', '1.png.txt', '1.2.3.png', '2-.png', '-2.png', 'theirs.png', '7.PNG', '1xpng'];
    const go = ['002.png', '3.4.png', '12.34.png', '3.4-2.png', '12-34.png', '3.10-11.png', '4.png'];
    for (const name of [...stay, ...go]) writeFileSync(join(folder, name), OURS);
    writeFileSync(join(folder, '5.png'), '\x89PNG by hand');
    mkdirSync(join(folder, '6.png'));
    symlinkSync('001.png', join(folder, '8.png'));
    await removeOtherPictures([join(folder, '001.png'), join(folder, '003.png')]);
    expect(readdirSync(folder).sort()).toEqual([...stay, '5.png', '6.png', '8.png'].sort());
  });

  test('does nothing where no picture was made', async () => {
    expect(await removeOtherPictures([])).toBe(undefined);
  });

  test('tells what it cannot look at', async () => {
    const none = join(folder, 'none');
    await expect(removeOtherPictures([join(none, '1.png')])).rejects.toMatchObject({
      code: 'FILE_UNWRITABLE',
      message: `${none}: there is no such file`,
      hint: 'Take out yourself what is left in it of an earlier talk.',
      cause: expect.objectContaining({ code: 'ENOENT' }),
    });
  });
});
