import { describe, expect, test } from 'vitest';
import { checkBrand } from '../../src/brand/check-brand.ts';
import { contrast } from '../../src/brand/colours.ts';
import { BRAND_PROPERTIES, parseBrand } from '../../src/brand/parse-brand.ts';
import { writeBrand } from '../../src/brand/write-brand.ts';

const parse = (css: string): ReturnType<typeof parseBrand> => parseBrand(css, 'a.css', () => '');
const told = (...declarations: readonly string[]): readonly unknown[] =>
  checkBrand(parse(`:root{\n${declarations.join(';\n')}\n}`)).map(({ kind, file, line, details }) => {
    expect(file).toBe('a.css');
    return [kind, line, details];
  });

const DARK = ['--deep-1: #1a35c8', '--vivid-1: #b79cff'];

describe('checkBrand', () => {
  test('says nothing of colours that can be read wherever they stand', () => {
    expect(told()).toEqual([]);
    expect(told(...DARK)).toEqual([]);
    expect(told(...DARK, '--b-ink: #1d1430', '--b-ink-2: #564d6b', '--b-ground: #fffefb')).toEqual([]);
    expect(told('--b-ink-dark: #f7f4ff', '--b-ink-2-dark: #b9b2cc', '--b-ground-dark: #120c1e')).toEqual([]);
  });

  test.each<[declarations: readonly string[], line: number, property: string, where: string]>([
    [['--deep-1: #777777', '--vivid-1: #b79cff'], 2, '--deep-1', 'on its tinted paper'],
    [['--deep-1: #1a35c8', '--vivid-1: #333333'], 3, '--vivid-1', 'on its night'],
    [['--b-ink: #999999'], 2, '--b-ink', 'on the ground'],
    [['--b-ink-2: #999999'], 2, '--b-ink-2', 'on the ground'],
    [['--b-ink-dark: #444444'], 2, '--b-ink-dark', 'on the dark ground'],
    [['--b-ink-2-dark: #444444'], 2, '--b-ink-2-dark', 'on the dark ground'],
    [['--b-ink: #777777', ...DARK], 2, '--b-ink', 'on the paper of --deep-1'],
    [['--b-ground: #777777', ...DARK], 3, '--deep-1', 'on the ground'],
    [['--b-ground: #555555', '--b-ink: #222222'], 3, '--b-ink', 'on the ground'],
    [['--b-ground-dark: #555555', '--b-ink-dark: #aaaaaa'], 3, '--b-ink-dark', 'on the dark ground'],
  ])('tells of %j', (declarations, line, property, where) => {
    expect(told(...declarations)).toEqual([
      [
        'colour-unreadable',
        line,
        expect.objectContaining({ property, where, contrast: expect.stringMatching(/^[1-4]\.\d\d$/u) }),
      ],
    ]);
  });

  test('gives a contrast rounded down, and the nearest colour that passes everywhere', () => {
    const [[, , details] = []] = checkBrand(parse(':root{--b-ink:#777777}')).map(({ kind, line, details: all }) => [
      kind,
      line,
      all,
    ]);
    const found = contrast('#777777', '#fdfdfb');
    expect(details).toMatchObject({ value: '#777777', contrast: (Math.floor(found * 100) / 100).toFixed(2) });
    const nearest = String(details && typeof details === 'object' && Reflect.get(details, 'nearest'));
    expect(contrast(nearest, '#fdfdfb')).toBeGreaterThanOrEqual(4.5);
    expect(contrast(nearest, '#fdfdfb')).toBeLessThan(4.7);
  });

  test('where none passes, none is named', () => {
    const [problem] = told('--b-ground: #111111', '--deep-1: #767676', '--vivid-1: #b79cff');
    expect(problem).toMatchObject(['colour-unreadable', 3, { property: '--deep-1', nearest: '' }]);
  });

  test('parts that look alike are told of the later one', () => {
    const [problem, ...others] = told(
      '--deep-1: #1a35c8',
      '--vivid-1: #b79cff',
      '--deep-2: #1b36c9',
      '--vivid-2: #ffb000',
    );
    expect(problem).toEqual([
      'colours-alike',
      4,
      { one: '--deep-1', other: '--deep-2', who: expect.any(String), difference: expect.stringMatching(/^\d\.\d$/u) },
    ]);
    expect(others).toEqual([]);
    expect(told('--deep-1: #1a35c8', '--vivid-1: #b79cff', '--deep-2: #7a4b00', '--vivid-2: #b89dff')).toMatchObject([
      ['colours-alike', 5, { one: '--vivid-1', other: '--vivid-2' }],
    ]);
  });
});

describe('parseBrand', () => {
  test('of nothing is the style folio as it is', () => {
    expect(parse('/* nothing */')).toEqual({
      file: 'a.css',
      style: 'folio',
      fit: 1,
      families: {},
      faces: [],
      neutrals: new Map(),
      deeps: [],
      vivids: [],
    });
  });

  test('reads every property, with its line', () => {
    const css = [
      '@font-face { font-family: "Own"; src: url(own.woff2); font-weight: 300 700; font-style: italic }',
      "@font-face { font-family: Other; src: url( 'a b.woff2' ) format('woff2') }",
      ':root {',
      '  /* a comment */',
      "  --b-style: 'raster'; --b-fit: .5;",
      '  --b-display: Own;',
      '  --b-text: "Other One"; --b-ui: Third;',
      '  --b-ink: #000; --b-ink-2: #111111; --b-ground: white;',
      '  --b-ink-dark: #eee; --b-ink-2-dark: #ddd; --b-ground-dark: black;',
      '  --deep-1: #111; --vivid-1: #eee;',
      '  --deep-2: #222; --vivid-2: #ddd;',
      '}',
      '[data-brand=x] { --b-logo: url("logo.svg"); --b-fit: 1.2 }',
      '[data-brand] { --deep-2: #333 }',
    ].join('\n');
    const colour = (property: string, value: string, line: number): object => ({ property, value, line });
    expect(parse(css)).toEqual({
      file: 'a.css',
      style: 'raster',
      fit: 1.2,
      families: {
        display: { family: 'Own', line: 6 },
        text: { family: 'Other One', line: 7 },
        ui: { family: 'Third', line: 7 },
      },
      faces: [
        { family: 'Own', weight: 300, style: 'italic', path: 'own.woff2', line: 1 },
        { family: 'Other', weight: 400, style: 'normal', path: 'a b.woff2', line: 2 },
      ],
      neutrals: new Map([
        ['--b-ink', colour('--b-ink', '#000000', 8)],
        ['--b-ink-2', colour('--b-ink-2', '#111111', 8)],
        ['--b-ground', colour('--b-ground', '#ffffff', 8)],
        ['--b-ink-dark', colour('--b-ink-dark', '#eeeeee', 9)],
        ['--b-ink-2-dark', colour('--b-ink-2-dark', '#dddddd', 9)],
        ['--b-ground-dark', colour('--b-ground-dark', '#000000', 9)],
      ]),
      deeps: [colour('--deep-1', '#111111', 10), colour('--deep-2', '#333333', 14)],
      vivids: [colour('--vivid-1', '#eeeeee', 10), colour('--vivid-2', '#dddddd', 11)],
      logo: { path: 'logo.svg', line: 13 },
    });
  });

  const HINT =
    'A brand sets --b-… , --deep-1 to --deep-8 and --vivid-1 to --vivid-8 in one rule; README has an example.';
  test.each<[css: string, message: string, hint?: string]>([
    ['\n@import "x";', '2: @import: a deck loads nothing', 'Put what you need into this one file.'],
    ['@layer a;', '1: @layer is not read here'],
    ['@font-face{src:url(a)}', '1: @font-face needs font-family and src'],
    ['@font-face{font-family:A}', '1: @font-face needs font-family and src'],
    ['@font-face;', '1: @font-face needs font-family and src'],
    ['--b-ink: #000;', '1: a rule is needed here'],
    [
      'p :root{}',
      '1: p :root: a brand changes no rules of a style',
      'Write its properties under :root or [data-brand=name].',
    ],
    [
      ':root p{}',
      '1: :root p: a brand changes no rules of a style',
      'Write its properties under :root or [data-brand=name].',
    ],
    [
      '[data-brandy]{}',
      '1: [data-brandy]: a brand changes no rules of a style',
      'Write its properties under :root or [data-brand=name].',
    ],
    [':root{p{}}', '1: rules within rules are not read here'],
    [':root{@media print{}}', '1: rules within rules are not read here'],
    [':root{color:red}', '1: color is not a property of a brand'],
    [':root{--b-logo:url()}', '1: url(…) with a file is needed here'],
    [':root{--b-logo:a.svg}', '1: url(…) with a file is needed here'],
    [':root{--b-logo:x url(a.svg)}', '1: url(…) with a file is needed here'],
    [
      ':root{--b-logo:url(HTTPS:a)}',
      '1: url(HTTPS:a): a deck loads nothing from elsewhere',
      'Save the file beside the brand and name it here; it is put into the deck.',
    ],
    [':root{--b-fit:.49}', '1: --b-fit is a factor from .5 to 1.2'],
    [':root{--b-fit:1.21}', '1: --b-fit is a factor from .5 to 1.2'],
    [':root{--b-fit:x}', '1: --b-fit is a factor from .5 to 1.2'],
    [':root{--b-ui:""}', '1: --b-ui names one family'],
    [':root{--b-ui:A, B}', '1: --b-ui names one family'],
    [':root{--b-ink:x}', '1: --b-ink: x is not an opaque colour', 'Write a colour such as #1a35c8.'],
    [
      ':root{--vivid-1:#fff}',
      '1: --vivid-1 has no partner: parts need --deep-n and --vivid-n, counted from 1 without gaps',
    ],
    [
      ':root{--deep-1:#000;--vivid-1:#fff;\n--deep-3:#000;--vivid-3:#fff}',
      '2: --deep-3 has no partner: parts need --deep-n and --vivid-n, counted from 1 without gaps',
    ],
    [':root{', '1: Unclosed block'],
  ])('refuses %j', (css, message, hint = HINT) => {
    expect(() => parse(css)).toThrow(
      expect.objectContaining({ code: 'CONFIG_INVALID', message: `a.css:${message}`, hint }),
    );
  });

  test('what may have been meant stands before what may be set', () => {
    expect(() => parseBrand(':root{--b-inc:#000}', 'a.css', (name) => `Not ${name}?`)).toThrow(
      expect.objectContaining({ hint: `Not --b-inc? ${HINT}` }),
    );
    expect(BRAND_PROPERTIES).toHaveLength(28);
  });
});

describe('writeBrand', () => {
  const tones = Array.from({ length: 8 }, (_, index) => `.t${index + 1}{--deep:#d${index}; --vivid :#v${index}}`);
  const css = `\n:root{--ink:#a; --ink-2:#b;--paper:#c;x}\n[data-mode=dark]{--ink:#d;--ink-2:#e;--paper:#f}\n[data-mode=light]{--ink:#g;--ink-2:#h;--paper:#i}\n${tones.join('\n')}\n.t1{--deep:#later}`;

  test.each(['light', 'dark'] as const)('writes the colours of a style that is %s', (defaultMode) => {
    const own = [
      '--b-ink: #a;  --b-ink-2: #b;  --b-ground: #c;',
      '--b-ink-dark: #a;  --b-ink-2-dark: #b;  --b-ground-dark: #c;',
    ];
    const other = [
      '--b-ink: #g;  --b-ink-2: #h;  --b-ground: #i;',
      '--b-ink-dark: #d;  --b-ink-2-dark: #e;  --b-ground-dark: #f;',
    ];
    expect(writeBrand({ name: 'folio', defaultMode, css })).toBe(
      [
        "/* A brand on the style folio, to start from: change a value, or leave out a line to keep the style's own. */",
        '[data-brand=mine] {',
        '  --b-style: folio;',
        `  ${own[defaultMode === 'light' ? 0 : 1]}`,
        `  ${other[defaultMode === 'light' ? 1 : 0]}`,
        ...Array.from({ length: 8 }, (_, at) => `  --deep-${at + 1}: #d${at};  --vivid-${at + 1}: #v${at};`),
        '}',
        '',
      ].join('\n'),
    );
  });
});
