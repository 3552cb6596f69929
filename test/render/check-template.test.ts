import Handlebars from 'handlebars';
import { describe, expect, test } from 'vitest';
import { checkTemplate, type TemplateRules } from '../../src/render/check-template.ts';
import { replaceTemplates } from '../../src/render/own-templates.ts';
import { IN_TEXT, scanHtml } from '../../src/render/scan-html.ts';
import { TimeIsUp, withinTime } from '../../src/render/within-time.ts';

const RULES: TemplateRules = { raw: new Set(['css']), required: [], partials: new Set(['partials/icon']) };
const check = (text: string, rules = RULES): ReturnType<typeof checkTemplate> =>
  checkTemplate(Handlebars.parse(text), rules);

const RAW_CURE = 'raw are only the package’s own CSS and scripts, in <style> and <script>.';
const QUOTED_CURE = 'Put it into the value of an attribute, in quotation marks.';
const HANDLER_CURE = 'Take it out: the page’s policy lets only the package’s own script run.';
const LINK_CURE = 'Link to http, https, mailto, or a place in the page (#…).';
const ADDRESS_CURE = 'Begin the value with # or an address, or take a url of the view.';
const BRANCH = 'opens or closes a tag or a quotation mark in one branch only';
const BRANCH_CURE = 'Open and close it in the same branch.';

describe('checkTemplate', () => {
  test.each<[text: string, line: number, what: string, cure: string]>([
    ['\n{{{a}}}', 2, '{{{a}}} is raw output', `Write {{a}}; ${RAW_CURE}`],
    ['{{{css}}}', 1, '{{{css}}} is raw output', `Write {{css}}; ${RAW_CURE}`],
    ['<style>{{{a}}}</style>', 1, '{{{a}}} is raw output', `Write {{a}}; ${RAW_CURE}`],
    ['<a title="{{{css}}}">', 1, '{{{css}}} is raw output', `Write {{css}}; ${RAW_CURE}`],
    ['<p {{a}}>', 1, '{{a}} stands inside a tag', QUOTED_CURE],
    ['<p{{a}}>', 1, '{{a}} stands inside a tag', QUOTED_CURE],
    ['<p a{{a}}>', 1, '{{a}} stands inside a tag', QUOTED_CURE],
    ['<p a={{a.b}}>', 1, 'a= holds {{a.b}} without quotation marks', 'Write a="{{a.b}}".'],
    ['<p a=b{{a}}>', 1, 'a= holds {{a}} without quotation marks', 'Write a="{{a}}".'],
    ['<script>{{a}}</script>', 1, '<script> holds {{a}}', 'Leave only what the package gives.'],
    ['<a href="{{a}}">', 1, 'href= could become any link by {{a}}', ADDRESS_CURE],
    ["<a href='x{{a}}'>", 1, 'href= could become any link by {{a}}', ADDRESS_CURE],
    ['<img src="{{myurl}}">', 1, 'src= could become any link by {{myurl}}', ADDRESS_CURE],
    ['<img src="{{url.a}}">', 1, 'src= could become any link by {{url.a}}', ADDRESS_CURE],
    ['a\n<p onclick="">', 2, 'onclick= is an inline event handler', HANDLER_CURE],
    ['<p ONx>', 1, 'onx= is an inline event handler', HANDLER_CURE],
    ['<p style=a>', 1, 'style= is an inline style', 'Give the element a class, and write its style into base.css.'],
    ['<style a></style>', 1, '<style> has an attribute', 'Write <style> alone, around what the package gives.'],
    ['<p a="<">', 1, 'a= holds a <', 'Write &lt; in its place.'],
    ['<p a"b>', 1, 'a " stands in the name of an attribute', 'Close the value before it.'],
    ["<p a'b>", 1, "a ' stands in the name of an attribute", 'Close the value before it.'],
    ['<p a<b>', 1, 'a < stands in the name of an attribute', 'Close the value before it.'],
    ['<!-- </NOSCRIPT -->', 1, 'a comment holds </noscript', 'Take it out: without scripts it ends there.'],
    ['<a href="javascript:a">', 1, 'href= holds a javascript: link', LINK_CURE],
    ["<a href='JAVA\tscript:a'>", 1, 'href= holds a javascript: link', LINK_CURE],
    ['<a href=data:text/html,a>', 1, 'href= holds a data: link', LINK_CURE],
    ['<a href="&#x6a;a">', 1, 'href= holds a & link', LINK_CURE],
    ['<script>a</script>', 1, '<script> holds text of its own', expect.any(String)],
    ['<iframe>{{a}}</iframe>', 1, '<iframe> holds {{a}}', 'Leave only what the package gives.'],
    ['{{#if a}}<p{{/if}}>', 1, `{{#if}} ${BRANCH}`, BRANCH_CURE],
    ['<p {{#if a}}b="{{else}}c="{{/if}}d">', 1, `{{#if}} ${BRANCH}`, BRANCH_CURE],
    ['{{#if a}}<title>{{else}}<textarea>{{/if}}</title>', 1, `{{#if}} ${BRANCH}`, BRANCH_CURE],
    ['{{#each a}}<p {{else}}<p {{/each}}>', 1, `{{#each}} ${BRANCH}`, BRANCH_CURE],
    ['<p a="{{> partials/icon}}">', 1, 'a partial stands inside a tag', 'Put it between tags.'],
    [
      'a\n{{> partials/none}}',
      2,
      'there is no partial partials/none',
      'Take one of the package’s partials, or write it above: {{#*inline "name"}} … {{/inline}}.',
    ],
    ['{{* a}}', 1, 'decorators are not taken', 'Only {{#*inline "name"}} … {{/inline}} is.'],
    ['a\n<p\n', 3, 'the template ends inside a tag', 'Close what it opens.'],
    ['<p a="', 1, 'the template ends inside a tag', 'Close what it opens.'],
    ['<!-- a', 1, 'the template ends inside a tag', 'Close what it opens.'],
    ['{{#*inline "a"}}<p onx>{{/inline}}', 1, 'onx= is an inline event handler', HANDLER_CURE],
    ['{{#> partials/icon}}<p onx>{{/partials/icon}}', 1, 'onx= is an inline event handler', HANDLER_CURE],
    ['{{#if a}}x{{else}}<p onx>{{/if}}', 1, 'onx= is an inline event handler', HANDLER_CURE],
    ['{{#if a}}\n  x\n{{/if}}\n\n  <p onx>', 5, 'onx= is an inline event handler', HANDLER_CURE],
  ])('tells of %j its line, what is wrong and the cure', (text, line, what, cure) => {
    expect(check(text).faults[0]).toEqual({ line, what, cure });
  });

  test.each([
    'a < b <3 <>',
    '<p class="a{{b}}c" title=\'{{d}}\' hidden data-x = y>{{e}}</p>',
    '<a href="#{{a}}"></a><a href="/{{a}}"></a><a href="?{{a}}"></a><a href="a:{{a}}"></a>'.replace('a:{{', 'https:{{'),
    '<a href="{{url}}"></a><a href="{{a.url}}"></a>',
    '<a href="HTTPS://x.org"></a><a href="mailto:a@b"></a><a href=""></a><a href="a/b:c"></a><a href="a?b=c:d"></a>',
    '<img src="data:image/png;base64,aa"><img src=a.png>',
    '<style>{{{css}}}</style><style> {{{css}}}\n{{{css}}} </style><script></script>',
    '<title>{{a}} <b onx> <!-- </title>',
    '<textarea>{{a}}</textarea>',
    '<!DOCTYPE html><!-- a -- > "\' {{a}} --><!--><!---->',
    '{{! onclick= }}{{> partials/icon a=b}}{{> (lookup . "a")}}',
    '{{#*inline "own"}}{{a}}{{/inline}}{{> own}}',
    '{{#> partials/icon}}{{> @partial-block}}{{/partials/icon}}',
    '{{#if a}}<p>{{else}}<p b>{{/if}}x</p>',
    '<p {{#if a}}b="c"{{/if}}>',
    '<p b="{{#if a}}c{{else}}{{d}}{{/if}}">',
    '<br/><br /><p/a>',
    '</p ></P>',
    '<p a= "b" c =d>',
  ])('takes %j', (text) => {
    expect(check(text).faults).toEqual([]);
  });

  test('what could be short of an address counts by its shortest branch', () => {
    expect(check('<a href="{{#if a}}#{{/if}}{{b}}">').faults).toHaveLength(1);
    expect(check('<a href="{{#if a}}{{else}}#{{/if}}{{b}}">').faults).toHaveLength(1);
    expect(check('<a href="{{#if a}}#{{else}}#x{{/if}}{{b}}">').faults).toHaveLength(0);
  });

  test('tells what is missing in the first line', () => {
    const rules = { ...RULES, required: ['policy', 'generator'] };
    expect(check('{{generator}}', rules).faults).toEqual([
      { line: 1, what: '{{policy}} is missing', cure: 'Keep it where the template of the package has it.' },
    ]);
  });

  test.each<[text: string, names: readonly string[]]>([
    ['{{a}}{{b.c}}', ['a', 'b', 'c']],
    ['{{#if a}}{{b}}{{else}}{{c}}{{/if}}', ['a', 'b', 'c']],
    ['{{#unless a}}{{/unless}}{{#with b}}{{/with}}{{#each c}}{{@index}}{{@first}}{{this}}{{/each}}', ['a', 'b', 'c']],
    ['{{lookup a "b"}}{{lookup a b}}{{log "c"}}', ['a', 'b', 'a', 'b']],
    ['{{#each a as |one two|}}{{one.b}}{{two}}{{/each}}', ['a', 'b']],
    ['{{> partials/icon a b=c d=(lookup e "f")}}', ['a', 'c', 'e', 'f']],
    ['{{> (lookup a "b")}}', ['a', 'b']],
    ['{{#if (lookup a "b")}}{{/if}}', ['a', 'b']],
    ['{{#*inline "own"}}{{a}}{{/inline}}{{> own}}', ['a']],
    ['{{{a}}}', ['a']],
    ['{{a b c=d}}', ['a', 'b', 'd']],
  ])('finds in %j the names that it takes', (text, names) => {
    expect(check(text).names.map(({ name }) => name)).toEqual(names);
  });

  test('knows the lines of names, and which are raw', () => {
    const checked = check('{{a}}\n<style>{{{css}}}</style>\n\n{{lookup b "c"}}');
    expect(checked.names).toEqual([
      { name: 'a', line: 1 },
      { name: 'css', line: 2 },
      { name: 'b', line: 4 },
      { name: 'c', line: 4 },
    ]);
    expect([...checked.raw]).toEqual(['css']);
  });
});

describe('scanHtml', () => {
  const end = (html: string): unknown => {
    const { kind, tag, attribute, value } = scanHtml(html, IN_TEXT, () => {});
    return [kind, tag, attribute, value];
  };

  test.each<[html: string, kind: string, tag?: string, attribute?: string, value?: string]>([
    ['a', 'text'],
    ['<', 'tag-name'],
    ['<1', 'text'],
    ['<!', 'declaration'],
    ['<!a', 'declaration', '', '', 'a'],
    ['<!-', 'declaration', '', '', '-'],
    ['<!--', 'comment'],
    ['<!-- a', 'comment', '', '', ' a'],
    ['<!-->', 'text'],
    ['<!--->', 'text'],
    ['<!-- --', 'comment', '', '', ' --'],
    ['<!-- -->', 'text'],
    ['<!a>', 'text'],
    ['<P', 'tag-name', 'p'],
    ['</P', 'tag-name', '/p'],
    ['<p>', 'text'],
    ['<p ', 'tag', 'p'],
    ['<p/', 'tag', 'p'],
    ['<p\n', 'tag', 'p'],
    ['<p/>', 'text'],
    ['<p A', 'attribute', 'p', 'a'],
    ['<p aB', 'attribute', 'p', 'ab'],
    ['<p a ', 'tag', 'p'],
    ['<p a/', 'tag', 'p'],
    ['<p a>', 'text'],
    ['<p a=', 'before-value', 'p', 'a'],
    ['<p a= ', 'before-value', 'p', 'a'],
    ['<p a=>', 'text'],
    ['<p a="', 'double', 'p', 'a'],
    ['<p a="B>\'', 'double', 'p', 'a', "B>'"],
    ['<p a=\'b>"', 'single', 'p', 'a', 'b>"'],
    ['<p a=b', 'unquoted', 'p', 'a', 'b'],
    ['<p a=b/', 'unquoted', 'p', 'a', 'b/'],
    ['<p a=b ', 'tag', 'p'],
    ['<p a=b>', 'text'],
    ['<p a="b"', 'tag', 'p'],
    ["<p a='b'", 'tag', 'p'],
    ['<script>', 'raw', 'script'],
    ['<STYLE >A', 'raw', 'style', '', 'a'],
    ['<title></titl>', 'raw', 'title', '', '</titl>'],
    ['<title>a</TITLE>', 'text'],
    ['<textarea>', 'raw', 'textarea'],
    ['<iframe>', 'raw', 'iframe'],
    ['<xmp>', 'raw', 'xmp'],
    ['<noembed>', 'raw', 'noembed'],
    ['<noframes>', 'raw', 'noframes'],
    ['<plaintext>', 'raw', 'plaintext'],
  ])('stands after %j in %s', (html, kind, tag = '', attribute = '', value = '') => {
    expect(end(html)).toEqual([kind, tag, attribute, value]);
  });

  test('tells where in a piece a fault ends', () => {
    const offsets: number[] = [];
    scanHtml('<p onx="a" b="<">', IN_TEXT, (_, offset) => offsets.push(offset));
    expect(offsets).toEqual([6, 15]);
  });

  test.each(['href', 'src', 'xlink:href', 'action', 'formaction', 'data', 'poster', 'srcset', 'ping', 'background'])(
    '%s= is an address',
    (name) => {
      expect(check(`<p ${name}="vbscript:a">`).faults).toMatchObject([{ what: `${name}= holds a vbscript: link` }]);
      expect(check(`<p ${name}="{{a}}">`).faults).toHaveLength(1);
    },
  );
});

describe('replaceTemplates', () => {
  const packages = new Map([
    ['slides/lesson', { text: '<p>{{topic}} {{quote.text}}</p>' }],
    ['deck', { text: '{{policy}}{{generator}}<style>{{{css}}}</style>' }],
  ]);
  const replace = (text: string, name = 'slides/lesson'): ReturnType<typeof replaceTemplates> =>
    replaceTemplates(packages, [{ name, file: 'own.hbs', text }]);

  test('puts a template in the place of the package’s, with the names that no other has', () => {
    const replaced = replace(
      '<b>{{topic}}\n{{strange}}{{piece}}{{generator}}{{of}}{{length}}{{chapter}}{{sign}}{{notes}}</b>',
    );
    expect(replaced.get('deck')).toBe(packages.get('deck'));
    expect(replaced.get('slides/lesson')).toMatchObject({
      custom: { file: 'own.hbs', names: [{ name: 'strange', line: 2 }] },
    });
    expect(packages.get('slides/lesson')).not.toHaveProperty('custom');
  });

  test('one that the package has not may write nothing raw, and needs nothing', () => {
    expect(replace('<p>{{topic}}</p>', 'slides/own').has('slides/own')).toBe(true);
    expect(() => replace('<style>{{{css}}}</style>', 'slides/own')).toThrow('own.hbs:1: {{{css}}} is raw output');
    expect(replace('{{policy}}{{generator}}<style>{{{css}}}</style>', 'deck').has('deck')).toBe(true);
    expect(() => replace('{{policy}}', 'deck')).toThrow('own.hbs:1: {{generator}} is missing');
  });

  test.each<[text: string, message: string, hint: string]>([
    ['<p onx>', '1: onx= is an inline event handler', HANDLER_CURE],
    [
      '<p onx>\n<p onx>\n<p ony><p onz>\n{{{a}}}',
      '1: onx= is an inline event handler',
      `${HANDLER_CURE} More like it in line 2, 3, 4.`,
    ],
    [
      '{{> no}}\n<b onx>',
      '1: there is no partial no',
      'Take one of the package’s partials, or write it above: {{#*inline "name"}} … {{/inline}}. More like it in line 2.',
    ],
    [
      '{{#if a}}\n{{/each}}',
      "1: if doesn't match each",
      'Templates are Handlebars, with its own helpers alone: if, unless, each, with, lookup.',
    ],
    [
      'a\n{{a',
      '2: this is no Handlebars: a{{a',
      'Templates are Handlebars, with its own helpers alone: if, unless, each, with, lookup.',
    ],
    [
      'a\n{{shout a}}',
      '2: there is no helper shout',
      'Templates are Handlebars, with its own helpers alone: if, unless, each, with, lookup.',
    ],
  ])('refuses %j', (text, message, hint) => {
    expect(() => replace(text)).toThrow(
      expect.objectContaining({ code: 'TEMPLATE_INVALID', message: `own.hbs:${message}`, hint }),
    );
  });

  test('tells the first fault by line, whatever was found first', () => {
    expect(() => replace('{{#if a}}\n\n<p onx>{{/if}}{{#if a}}<b{{/if}}>')).toThrow('own.hbs:3: onx=');
  });
});

describe('withinTime', () => {
  test('gives back what was returned, also what is false', () => {
    expect(withinTime(1000, () => 0)).toBe(0);
    expect(withinTime(1000, () => '')).toBe('');
    expect(() => withinTime(1000, () => undefined)).toThrow(new TypeError('nothing was returned'));
  });

  test('breaks off what takes longer, and says how long it might take', () => {
    const endless = (): number => {
      for (;;) Math.random();
    };
    expect(() => withinTime(50, endless)).toThrow(
      expect.objectContaining({
        message: 'takes longer than 0.05 s',
        cause: expect.objectContaining({ code: 'ERR_SCRIPT_EXECUTION_TIMEOUT' }),
      }),
    );
    expect(() => withinTime(50, endless)).toThrow(TimeIsUp);
  });

  test.each([
    new Error('mine'),
    Object.assign(new Error('mine'), { code: 'OTHER' }),
    'mine',
    null,
    undefined,
    { code: 'OTHER' },
  ])('lets %s through', (thrown) => {
    let caught: unknown = 'nothing';
    try {
      withinTime(1000, () => {
        throw thrown;
      });
    } catch (error) {
      caught = error;
    }
    expect(caught).toBe(thrown);
  });
});
