import { createHash } from 'node:crypto';
import { expect, test } from 'vitest';
import { composeDeck } from '../../src/compose/compose-deck.ts';
import { LecternError } from '../../src/errors.ts';
import { readAssets } from '../../src/files/read-assets.ts';
import { readStyle } from '../../src/files/read-style.ts';
import { createTemplates } from '../../src/render/create-templates.ts';
import { renderDeck, renderPrintPage } from '../../src/render/render-deck.ts';
import { speakerPage } from '../../src/render/reveal-page.ts';
import { makeLesson, makeLibrary, makeManyLessons, selectAll } from '../make-library.ts';

const style = await readStyle('folio');
const assets = await readAssets();
const render = (lessons: Parameters<typeof makeLibrary>[0], print = false): Promise<string> =>
  (print ? renderPrintPage : renderDeck)(composeDeck(selectAll(makeLibrary(lessons)), { style }), style, assets);

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text).digest('base64')}'`;

test('text that looks like HTML, templates or Markdown stays text everywhere', async () => {
  const hostile = `<img src=x onerror=alert(1)> {{title}} {{{css}}} **bold** </script><!-- & "quoted" 'x' \u2028 $& $1`;
  const lesson = makeLesson('1.1', { quote: hostile, topic: hostile, source: hostile, note: hostile });
  for (const html of [await render([lesson]), await render([lesson], true)]) {
    const body = html.slice(html.indexOf('<main'), html.indexOf('</main>'));
    expect([...body.matchAll(/<(?:img|script)|onerror=/gu)]).toEqual([]);
    expect(
      body.split(
        '&lt;img src&#x3D;x onerror&#x3D;alert(1)&gt; {{title}} {{{css}}} **bold** &lt;/script&gt;&lt;!-- &amp;',
      ).length,
    ).toBeGreaterThan(3);
  }
});

test('the policy names the very script and style of the page, and nothing loose', async () => {
  const html = await render([makeLesson('1.1')]);
  const policy =
    /Content-Security-Policy" content="([^"]*)"/u
      .exec(html)?.[1]
      ?.replaceAll('&#x27;', "'")
      .replaceAll('&#x3D;', '=') ?? '';
  const script = /<script>([\s\S]*)<\/script>/u.exec(html)?.[1] ?? '';
  const css = /<style>([\s\S]*?)<\/style>/u.exec(html)?.[1] ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain(hashOf(script));
  expect(policy).toContain(hashOf(css));
  expect(policy).not.toMatch(/unsafe-inline|unsafe-eval|https?:|\*/u);
});

test("the speaker view's own script and style are found in the plugin", () => {
  const page = speakerPage(assets.reveal);
  expect(page.scripts.map(hashOf)).toEqual(["'sha256-GzCveToXhSIzS3M5eQeRm3McVRB7cYneYKwTkzA3wDk='"]);
  expect(page.styles.map(hashOf)).toEqual(["'sha256-FO8+tEZY4XAJsThREbo8dTCiyACqv1VGgxX0NfVfEAs='"]);
});

test('another version of reveal.js, whose speaker view is elsewhere, is named as the trouble', () => {
  expect(() => speakerPage({ ...assets.reveal, notes: 'nothing' })).toThrow(LecternError);
});

test('up to 150 lessons every lesson slide marks the whole deck, beyond that its own part', async () => {
  const uses = (html: string): number => html.match(/href="#mark-all"/gu)?.length ?? 0;
  expect(uses(await render(makeManyLessons(3, 50)))).toBeGreaterThan(150);
  expect(uses(await render(makeManyLessons(3, 51)))).toBe(0);
});

test('fonts for other Latin letters are embedded only where a text needs them', async () => {
  const faces = (html: string): number => html.match(/@font-face/gu)?.length ?? 0;
  const plain = faces(await render([makeLesson('1.1')]));
  expect(faces(await render([makeLesson('1.1', { quote: 'Zażółć gęślą jaźń.' })]))).toBeGreaterThan(plain);
});

test('a template that names what is not there is an error that names the template', async () => {
  const templates = new Map([['slides/lesson', { text: '{{quot}}' }]]);
  const fill = await createTemplates(templates);
  expect(() => fill('slides/lesson', { quote: 'x' })).toThrow(/templates\/slides\/lesson\.hbs: .*quot/u);
});

test('a template that is not one is an error that names the template', async () => {
  await expect(createTemplates(new Map([['deck', { text: '{{#if x}}' }]]))).rejects.toThrow(
    /templates\/deck\.hbs: Parse error/u,
  );
});
