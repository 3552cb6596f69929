import { expect, test } from 'vitest';
import { LecternError } from '../../src/errors.ts';
import { readAssets } from '../../src/files/read-assets.ts';
import { replaceTemplates } from '../../src/render/own-templates.ts';
import { TimeIsUp, withinTime } from '../../src/render/within-time.ts';

const { templates } = await readAssets();
const LESSON = templates.get('slides/lesson')?.text ?? '';
const DECK = templates.get('deck')?.text ?? '';

/** The package's templates as far as these texts need them: to read all takes a tenth of a second. */
const few = new Map([...templates].filter(([name]) => ['deck', 'slides/lesson', 'partials/icon'].includes(name)));

/** `line: what` of the error that a template of this text causes, or '' where it is taken. */
function faultOf(text: string, name = 'slides/lesson', among = few): string {
  try {
    replaceTemplates(among, [{ name, file: 'x.hbs', text }]);
    return '';
  } catch (error) {
    expect(error).toBeInstanceOf(LecternError);
    if (!(error instanceof LecternError)) throw error;
    expect(error.code).toBe('TEMPLATE_INVALID');
    expect(error.hint).not.toBe('');
    return error.message.replace('x.hbs:', '');
  }
}

test.each([...templates.keys()])('the package’s own %s passes the check', (name) => {
  expect(faultOf(templates.get(name)?.text ?? '', name, new Map(templates))).toBe('');
});

test.each([
  ['<p>\n{{{topic}}}</p>', '2: {{{topic}}} is raw output'],
  ['<p>{{&topic}}</p>', '1: {{{topic}}} is raw output'],
  ['<style>{{{css}}}</style>', '1: {{{css}}} is raw output'],
  ['\n\n<p onclick="a()">x</p>', '3: onclick= is an inline event handler'],
  ['<p\nONLOAD=a>x</p>', '2: onload= is an inline event handler'],
  ['<p {{#if tone}}onclick="a()"{{/if}}>x</p>', '1: onclick= is an inline event handler'],
  ['<svg/onload=a>', '1: onload= is an inline event handler'],
  ['<p>\n<b style="color:red">x</b></p>', '2: style= is an inline style'],
  ['<script>alert(1)</script>', '1: <script> holds text of its own'],
  ['<SCRIPT>alert(1)</SCRIPT>', '1: <script> holds text of its own'],
  ['<scr{{! }}ipt>alert(1)</script>', '1: <script> holds text of its own'],
  ['<script src="a.js"></script>', '1: <script> has an attribute'],
  ['<script>{{topic}}</script>', '1: <script> holds {{topic}}'],
  ['<a href="javascript:a()">x</a>', '1: href= holds a javascript: link'],
  ['<a href=" java\nscript:a()">x</a>', '2: href= holds a javascript: link'],
  ['<a href="&#106;avascript:a()">x</a>', '1: href= holds a & link'],
  ['<a href="{{topic.text}}">x</a>', '1: href= could become any link by {{topic.text}}'],
  ['<a href="java{{topic.text}}">x</a>', '1: href= could become any link by {{topic.text}}'],
  ['<p class={{tone}}>x</p>', '1: class= holds {{tone}} without quotation marks'],
  ['<p class=a{{tone}}>x</p>', '1: class= holds {{tone}} without quotation marks'],
  ['<p {{tone}}>x</p>', '1: {{tone}} stands inside a tag'],
  ['<{{tone}}>x', '1: {{tone}} stands inside a tag'],
  ['<p {{#if tone}}class="a{{else}}class="b"{{/if}}">x</p>', '1: {{#if}} opens or closes a tag'],
  ['<p class="{{> partials/icon}}">x</p>', '1: a partial stands inside a tag'],
  ['<p>{{> partials/icons}}</p>', '1: there is no partial partials/icons'],
  ['<title><p title="</title><img src=x onerror=a>"></title>', '1: onerror= is an inline event handler'],
  ['<textarea><!-- </textarea><img src=x onerror=a> --></textarea>', '1: onerror= is an inline event handler'],
  ['<noscript><p title="</noscript><img src=x onerror=a>"></noscript>', '1: title= holds a <'],
  ['<noscript><!-- </noscript><img src=x onerror=a> --></noscript>', '1: a comment holds </noscript'],
  ['<iframe>a</iframe>', '1: <iframe> holds text of its own'],
  ['<p', '1: the template ends inside a tag'],
  ['<p>\n{{shout topic}}</p>', '2: there is no helper shout'],
  ['<p>\n\n{{#if a}}</p>', '3: this is no Handlebars'],
  ['{{* decorate}}', '1: '],
])('refuses %j', (text, fault) => {
  expect(faultOf(text)).toContain(fault);
  // The same at the end of the package's template: what stands before makes no difference but to the line.
  expect(faultOf(`${LESSON}\n${text}`)).not.toBe('');
});

test('a page of one’s own keeps the policy and the mark of what made it', () => {
  expect(faultOf(DECK.replace('{{policy}}', ''), 'deck')).toBe('1: {{policy}} is missing');
  expect(faultOf(DECK.replace('{{generator}}', ''), 'deck')).toBe('1: {{generator}} is missing');
});

test.each([
  '{{#*inline "own"}}<b>{{lessonId}}</b>{{/inline}}<section id="{{anchor}}">{{> own}}</section>',
  '<a href="#{{anchor}}">x</a><a href="https://example.org/{{lessonId}}">y</a><a href="{{citation.url}}">z</a>',
  '<a href="{{#if citation.url}}{{citation.url}}{{else}}#x{{/if}}">z</a>',
  '{{#each quote.segments as |segment|}}{{#if segment.marked}}<b class="t{{@index}}">x</b>{{/if}}{{/each}}',
  '<!-- {{lessonId}} -->{{#if tone}}<p>{{else}}<p class="a">{{/if}}x</p>1 < 2',
  '<title>{{lessonId}} <b></title><textarea>{{lessonId}}</textarea>',
])('takes %j', (text) => {
  expect(faultOf(text)).toBe('');
});

test('code that does not come to its end is broken off, and other errors go through', () => {
  const endless = (): string => {
    for (;;) Math.random();
  };
  expect(() => withinTime(50, endless)).toThrow(TimeIsUp);
  expect(() =>
    withinTime(20_000, () => {
      throw new RangeError('mine');
    }),
  ).toThrow(new RangeError('mine'));
  expect(withinTime(20_000, () => 'done')).toBe('done');
});
