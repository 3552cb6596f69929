import postcss, { type AtRule, type ChildNode, type Declaration, type Rule } from 'postcss';
import { LecternError } from '../errors.ts';
import { BRAND_ROLES, type Brand, type BrandColour, type BrandFace, type BrandFamily } from '../model/brand.ts';
import { readColour } from './colours.ts';

const NEUTRALS = ['--b-ink', '--b-ink-2', '--b-ground', '--b-ink-dark', '--b-ink-2-dark', '--b-ground-dark'];
const OTHERS = ['--b-style', '--b-display', '--b-text', '--b-ui', '--b-fit', '--b-logo'];
const TONES = [1, 2, 3, 4, 5, 6, 7, 8];
/** Everything that a brand may set. */
export const BRAND_PROPERTIES: readonly string[] = [
  ...OTHERS,
  ...NEUTRALS,
  ...TONES.flatMap((tone) => [`--deep-${tone}`, `--vivid-${tone}`]),
];
const HINT = 'A brand sets --b-… , --deep-1 to --deep-8 and --vivid-1 to --vivid-8 in one rule; README has an example.';

/**
 * Reads a brand file.
 * @param nearNames the known properties that one may have been meant for
 * @throws LecternError CONFIG_INVALID naming file, line and cure of the first fault
 */
export function parseBrand(css: string, file: string, nearNames: (name: string) => string): Brand {
  const root = parseCss(css, file);
  const values = new Map<string, Declaration>();
  const faces: BrandFace[] = [];
  for (const node of root.nodes) {
    if (node.type === 'atrule') faces.push(readFace(node, file));
    else if (node.type === 'rule') takeRule(node, values, { file, nearNames });
    else if (node.type !== 'comment') throw invalid(file, node, 'a rule is needed here');
  }
  const logo = values.get('--b-logo');
  return {
    file,
    style: unquote(values.get('--b-style')?.value ?? 'folio'),
    fit: readFit(values.get('--b-fit'), file),
    families: Object.fromEntries(BRAND_ROLES.flatMap((role) => familyOf(role, values.get(`--b-${role}`), file))),
    faces,
    neutrals: new Map(NEUTRALS.flatMap((name) => colourOf(name, values.get(name), file))),
    ...readTones(values, file),
    ...(logo ? { logo: { path: readUrl(logo.value, logo, file), line: lineOf(logo) } } : {}),
  };
}

function parseCss(css: string, file: string): postcss.Root {
  try {
    return postcss.parse(css);
  } catch (error) {
    if (!(error instanceof postcss.CssSyntaxError)) throw error;
    throw new LecternError('CONFIG_INVALID', `${file}:${error.line ?? 1}: ${error.reason}`, {
      hint: HINT,
      cause: error,
    });
  }
}

interface RuleContext {
  readonly file: string;
  readonly nearNames: (name: string) => string;
}

function takeRule(rule: Rule, values: Map<string, Declaration>, { file, nearNames }: RuleContext): void {
  if (!/^(?::root|\[data-brand(?:=[^\]]*)?\])$/u.test(rule.selector)) {
    throw invalid(
      file,
      rule,
      `${rule.selector}: a brand changes no rules of a style`,
      'Write its properties under :root or [data-brand=name].',
    );
  }
  for (const node of rule.nodes) {
    if (node.type === 'comment') continue;
    if (node.type !== 'decl') throw invalid(file, node, 'rules within rules are not read here');
    if (!BRAND_PROPERTIES.includes(node.prop)) {
      throw invalid(file, node, `${node.prop} is not a property of a brand`, `${nearNames(node.prop)} ${HINT}`.trim());
    }
    values.set(node.prop, node);
  }
}

function readFace(node: AtRule, file: string): BrandFace {
  if (node.name === 'import') {
    throw invalid(file, node, '@import: a deck loads nothing', 'Put what you need into this one file.');
  }
  if (node.name !== 'font-face') throw invalid(file, node, `@${node.name} is not read here`);
  const fields = new Map((node.nodes ?? []).flatMap((one) => (one.type === 'decl' ? [[one.prop, one] as const] : [])));
  const source = fields.get('src');
  const family = fields.get('font-family');
  if (!source || !family) throw invalid(file, node, '@font-face needs font-family and src');
  return {
    family: unquote(family.value),
    weight: Number.parseInt(fields.get('font-weight')?.value ?? '400', 10) || 400,
    style: fields.get('font-style')?.value === 'italic' ? 'italic' : 'normal',
    path: readUrl(source.value, source, file),
    line: lineOf(node),
  };
}

/** The path in `url(…)`; anything but a file beside the brand would be a request of the deck's. */
function readUrl(value: string, node: ChildNode, file: string): string {
  const url = /^url\(\s*(?:"([^"]*)"|'([^']*)'|([^'")]*?))\s*\)/u.exec(value);
  const path = url?.[1] ?? url?.[2] ?? url?.[3] ?? '';
  if (path === '') throw invalid(file, node, 'url(…) with a file is needed here');
  if (/^[a-z][a-z0-9+.-]+:|^\/\//iu.test(path)) {
    throw invalid(
      file,
      node,
      `url(${path}): a deck loads nothing from elsewhere`,
      'Save the file beside the brand and name it here; it is put into the deck.',
    );
  }
  return path;
}

function readFit(node: Declaration | undefined, file: string): number {
  if (!node) return 1;
  const fit = Number(node.value);
  if (!(fit >= 0.5 && fit <= 1.2)) throw invalid(file, node, '--b-fit is a factor from .5 to 1.2');
  return fit;
}

function familyOf(
  role: string,
  node: Declaration | undefined,
  file: string,
): readonly (readonly [string, BrandFamily])[] {
  if (!node) return [];
  const family = unquote(node.value);
  if (family === '' || family.includes(',')) throw invalid(file, node, `--b-${role} names one family`);
  return [[role, { family, line: lineOf(node) }]];
}

function readTones(values: ReadonlyMap<string, Declaration>, file: string): Pick<Brand, 'deeps' | 'vivids'> {
  const list = (kind: string): readonly BrandColour[] =>
    TONES.flatMap((tone) => colourOf(`--${kind}-${tone}`, values.get(`--${kind}-${tone}`), file)).map(
      ([, colour]) => colour,
    );
  const deeps = list('deep');
  const vivids = list('vivid');
  const gap = [...deeps, ...vivids].find(
    ({ property }) => Number(property.slice(-1)) > Math.min(deeps.length, vivids.length),
  );
  if (gap) {
    const what = `${gap.property} has no partner: parts need --deep-n and --vivid-n, counted from 1 without gaps`;
    throw new LecternError('CONFIG_INVALID', `${file}:${gap.line}: ${what}`, { hint: HINT });
  }
  return { deeps, vivids };
}

function colourOf(
  property: string,
  node: Declaration | undefined,
  file: string,
): readonly (readonly [string, BrandColour])[] {
  if (!node) return [];
  const value = readColour(node.value);
  if (value === undefined)
    throw invalid(file, node, `${property}: ${node.value} is not an opaque colour`, 'Write a colour such as #1a35c8.');
  return [[property, { property, value, line: lineOf(node) }]];
}

function unquote(value: string): string {
  return value.trim().replace(/^(["'])(.*)\1$/u, '$2');
}

function lineOf(node: ChildNode): number {
  return node.source?.start?.line ?? 1;
}

function invalid(file: string, node: ChildNode, what: string, hint: string = HINT): LecternError {
  return new LecternError('CONFIG_INVALID', `${file}:${lineOf(node)}: ${what}`, { hint });
}
