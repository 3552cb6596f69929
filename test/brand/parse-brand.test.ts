import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { BRAND_PROPERTIES, parseBrand } from '../../src/brand/parse-brand.ts';
import { didYouMean, nearNames } from '../../src/select/near-names.ts';

const near = (name: string): string => didYouMean(nearNames(name, BRAND_PROPERTIES));

test('the brand of the README is read whole', async () => {
  const css = await readFile(join(import.meta.dirname, 'northwind/northwind.css'), 'utf8');
  expect(css.split('\n').length).toBeLessThanOrEqual(20);
  const brand = parseBrand(css, 'northwind.css', near);
  expect(brand).toMatchObject({
    style: 'folio',
    fit: 0.92,
    families: { display: { family: 'Bricolage Grotesque Variable', line: 2 }, ui: { line: 4 } },
    logo: { path: 'northwind.svg' },
  });
  expect(brand.deeps).toHaveLength(6);
  expect(brand.neutrals.get('--b-ink-2-dark')?.value).toBe('#b9b2cc');
});

test.each<[why: string, css: string, message: string | RegExp, hint: string]>([
  ['an import', '@import "x.css";', 'a.css:1: @import: a deck loads nothing', 'one file'],
  [
    'a remote logo',
    ':root{--b-logo:url(https://evil.example/l.svg)}',
    /loads nothing from elsewhere/u,
    'beside the brand',
  ],
  [
    'a remote logo without a scheme',
    ':root{--b-logo:url("//evil.example/l.svg")}',
    /loads nothing from elsewhere/u,
    'beside',
  ],
  ['a logo as data', ':root{--b-logo:url(data:image/svg+xml,<svg/>)}', /loads nothing from elsewhere/u, 'beside'],
  [
    'a remote font',
    '@font-face{font-family:X;src:url(http://evil.example/x.woff2)}',
    /loads nothing from elsewhere/u,
    'beside',
  ],
  ['a logo from a local font', ':root{--b-logo:local("x")}', /url\(…\) with a file is needed here/u, ''],
  ['a rule of its own', '.slide{color:red}', 'a.css:1: .slide: a brand changes no rules of a style', ':root'],
  [
    'a rule that hides citations',
    ':root{--b-ink:#000}\n.cite{display:none}',
    'a.css:2: .cite: a brand changes no rules',
    ':root',
  ],
  ['a style’s own property', ':root{--ink:#000}', 'a.css:1: --ink is not a property of a brand', 'A brand sets'],
  [
    'a misspelt property',
    ':root{\n--b-grond:#fff}',
    'a.css:2: --b-grond is not a property of a brand',
    'Did you mean --b-ground',
  ],
  ['a media query', '@media print{:root{--b-ink:#000}}', 'a.css:1: @media is not read here', ''],
  [
    'a translucent colour',
    ':root{--b-ink:#00000080}',
    'a.css:1: --b-ink: #00000080 is not an opaque colour',
    '#1a35c8',
  ],
  [
    'a deep colour without its vivid one',
    ':root{--deep-1:#000;--vivid-1:#fff;--deep-2:#111}',
    'a.css:1: --deep-2 has no partner',
    '',
  ],
  ['a gap in the colours', ':root{--deep-2:#000;--vivid-2:#fff}', /has no partner/u, ''],
  ['a factor that is none', ':root{--b-fit:3}', 'a.css:1: --b-fit is a factor from .5 to 1.2', ''],
  ['several families', ':root{--b-text:"A","B"}', 'a.css:1: --b-text names one family', ''],
  ['broken CSS', ':root{--b-ink:#000', /a\.css:1: Unclosed block/u, ''],
])('%s is refused by file and line', (_, css, message, hint) => {
  expect(() => parseBrand(css, 'a.css', near)).toThrow(
    expect.objectContaining({
      code: 'CONFIG_INVALID',
      message: typeof message === 'string' ? expect.stringContaining(message) : expect.stringMatching(message),
      hint: expect.stringContaining(hint),
    }),
  );
});
