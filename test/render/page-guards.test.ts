import { createHash } from 'node:crypto';
import { describe, expect, test } from 'vitest';
import type { TemplateSource } from '../../src/model/assets.ts';
import { contentPolicy } from '../../src/render/content-policy.ts';
import { createTemplates } from '../../src/render/create-templates.ts';
import { inlineScript } from '../../src/render/inline-script.ts';

const hashOf = (text: string): string => `'sha256-${createHash('sha256').update(text, 'utf8').digest('base64')}'`;

describe('contentPolicy', () => {
  const none = { scripts: [], styles: [], styleAttributes: [] };

  test('lets in what it is given, by hash, and nothing else', () => {
    const sources = { scripts: ['a', 'é'], styles: ['b'], styleAttributes: ['c', 'd'] };
    expect(contentPolicy(sources)).toBe(
      `default-src 'none'; script-src ${hashOf('a')} ${hashOf('é')}; style-src-elem ${hashOf('b')}; ` +
        `style-src-attr 'unsafe-hashes' ${hashOf('c')} ${hashOf('d')}; img-src data:; font-src data:; ` +
        "frame-src 'self'; base-uri 'none'; form-action 'none'",
    );
  });

  test.each([undefined, false])('lets in nothing where there is nothing (connects: %s)', (connects) => {
    expect(contentPolicy(connects === undefined ? none : { ...none, connects })).toBe(
      "default-src 'none'; script-src 'none'; style-src-elem 'none'; style-src-attr 'none'; img-src data:; " +
        "font-src data:; frame-src 'self'; base-uri 'none'; form-action 'none'",
    );
  });

  test('lets a page talk to its server where it is to', () => {
    expect(contentPolicy({ ...none, connects: true })).toContain("; frame-src 'self'; connect-src 'self'; base-uri");
  });
});

test('no comment and no script element begins inside an inline script', () => {
  expect(inlineScript(['a = "<script>"', 'b = "</SCRIPT><!--"', 'c < d'])).toBe(
    'a = "\\x3Cscript>"\n;\nb = "\\x3C/SCRIPT>\\x3C!--"\n;\nc < d',
  );
});

describe('createTemplates', () => {
  const render = async (
    templates: Readonly<Record<string, string | TemplateSource>>,
    view: object,
    name = 'page',
  ): Promise<string> => {
    const sources = Object.entries(templates).map(
      ([key, source]) => [key, typeof source === 'string' ? { text: source } : source] as const,
    );
    return (await createTemplates(new Map(sources)))(name, view);
  };
  const own = (text: string, names: NonNullable<TemplateSource['custom']>['names'] = []): TemplateSource => ({
    text,
    custom: { file: 'mine/page.hbs', names },
  });
  const refused = (message: string, hint: string): unknown =>
    expect.objectContaining({ code: 'TEMPLATE_INVALID', message, hint });
  const PACKAGE_HINT = 'Mend the template, or install Lectern again if nobody changed it.';
  const NAME_HINT = 'Take a name that the template of the package takes, or ask first: {{#if …}}.';

  test('fills templates, escapes, and finds partials, those too that a template names', async () => {
    const templates = { page: '{{a}}{{> part b}}{{> (lookup . "which")}}', part: '[{{c}}]', other: '!' };
    expect(await render(templates, { a: '<&"', b: { c: "'`=" }, which: 'other' })).toBe(
      '&lt;&amp;&quot;[&#x27;&#x60;&#x3D;]!',
    );
  });

  test.each([
    ['{{a}}', {}, 'templates/page.hbs: "a" not defined in [object Object] - 1:2'],
    ['{{#if', {}, 'templates/page.hbs: Parse error on line 1:'],
    [
      '{{shout a}}',
      { a: 1 },
      'templates/page.hbs: You specified knownHelpersOnly, but used the unknown helper shout - 1:0',
    ],
  ])('a template of the package that cannot be filled is told: %s', async (text, view, message) => {
    await expect(render({ page: text }, view)).rejects.toThrow(refused(message, PACKAGE_HINT));
  });

  test('a template that there is not is told', async () => {
    await expect(render({ page: '' }, {}, 'none')).rejects.toThrow(
      refused('templates/none.hbs: there is no such template', PACKAGE_HINT),
    );
    await expect(render({ page: own('') }, {}, 'none')).rejects.toThrow(
      refused('templates/none.hbs: there is no such template', PACKAGE_HINT),
    );
  });

  test('one’s own that cannot be read is told by its file', async () => {
    await expect(render({ page: own('{{#if') }, {})).rejects.toThrow(
      expect.objectContaining({ message: expect.stringMatching(/^mine\/page\.hbs: Parse error on line 1/u) }),
    );
  });

  test('one’s own is filled like the package’s', async () => {
    expect(await render({ page: own('{{a}}{{> part}}'), part: '<{{a}}>' }, { a: '&' })).toBe('&amp;<&amp;>');
  });

  test.each<[why: string, text: string, message: string, hint: string]>([
    ['a name that is not there', '\n{{a}}', 'mine/page.hbs:2: there is no a here', NAME_HINT],
    ['one far below', `${'\n'.repeat(11)}${' '.repeat(20)}{{ab}}`, 'mine/page.hbs:12: there is no ab here', NAME_HINT],
    ['a partial that is not there', '{{> none}}', 'mine/page.hbs: The partial none could not be found', NAME_HINT],
    [
      'one that calls itself',
      '{{> page}}',
      'mine/page.hbs: the template calls itself without end',
      'Take out the partial that leads back to it.',
    ],
  ])('one’s own with %s is told by file and line', async (_, text, message, hint) => {
    await expect(render({ page: own(text) }, {})).rejects.toThrow(refused(message, hint));
  });

  test('a name that the view has nowhere is told even where it is not reached', async () => {
    const page = own('{{#if no}}{{gone}}{{/if}}', [
      { name: 'deep', line: 1 },
      { name: 'gone', line: 4 },
    ]);
    await expect(render({ page }, { list: [{ deep: 1 }], no: false })).rejects.toThrow(
      refused(
        'mine/page.hbs:4: the view has no gone',
        'Take a name that the template of the package takes, or leave it out.',
      ),
    );
    expect(await render({ page }, { list: [{ deep: { gone: 1 } }], no: false })).toBe('');
    // Numbers of lists are no names.
    const numbered = own('', [{ name: '0', line: 1 }]);
    await expect(render({ page: numbered }, { list: ['a'] })).rejects.toThrow('the view has no 0');
  });

  test('a view that leads back to itself is looked through once', async () => {
    const view: { self?: unknown } = {};
    view.self = view;
    expect(await render({ page: own('a', [{ name: 'self', line: 1 }]) }, view)).toBe('a');
  });

  test('the innermost of one’s own is to blame, else the template that was being filled', async () => {
    const inner: TemplateSource = { text: '{{gone}}', custom: { file: 'mine/inner.hbs', names: [] } };
    await expect(render({ page: own('{{> inner}}'), inner }, {})).rejects.toThrow('mine/inner.hbs:1: there is no gone');
    await expect(render({ page: own('{{> inner}}'), inner: '{{gone}}' }, {})).rejects.toThrow(
      'mine/page.hbs:1: there is no gone',
    );
    await expect(render({ page: '{{> inner}}', inner: '{{gone}}', other: own('') }, {})).rejects.toThrow(
      'templates/inner.hbs:1: there is no gone',
    );
    // What was filled to its end is not to blame.
    await expect(render({ page: '{{> inner}}{{gone}}', inner: own('') }, {})).rejects.toThrow(
      'templates/page.hbs:1: there is no gone',
    );
  });

  test('what went wrong once is not held against the next page', async () => {
    const templates = new Map<string, TemplateSource>([
      ['page', own('{{a}}')],
      ['other', { text: '{{b}}' }],
    ]);
    const fill = await createTemplates(templates);
    expect(() => fill('page', {})).toThrow('mine/page.hbs:1: there is no a here');
    expect(() => fill('other', {})).toThrow('templates/other.hbs:1: there is no b here');
    expect(fill('page', { a: 1 })).toBe('1');
  });
});
