/** An SVG of flat areas, which office programs can show as shapes of their own. */
export interface SimpleSvg {
  readonly width: number;
  readonly height: number;
  readonly areas: readonly { readonly path: string; readonly fill: string }[];
}

const TAG = /<(\/?)([\w:-]+)((?:[^>"']|"[^"]*"|'[^']*')*)>/gu;
const ATTRIBUTE = /([\w:-]+)\s*=\s*(?:"([^"]*)"|'([^']*)')/gu;
/** What may stand on an element without changing how its paths look. */
const HARMLESS = new Set(['d', 'fill', 'id', 'xmlns', 'viewBox', 'width', 'height', 'version', 'role', 'aria-label']);

/** The areas of an SVG that has nothing but paths in plain colours; undefined for one that has more. */
export function readSimpleSvg(svg: string): SimpleSvg | undefined {
  const text = svg.replace(/<\?.*?\?>|<!--.*?-->|<(title|desc)\b.*?<\/\1>/gsu, '');
  const elements = [...text.matchAll(TAG)].filter(([, end]) => end === '');
  const areas: { path: string; fill: string }[] = [];
  let box: readonly number[] = [];
  for (const [, , name = '', rest = ''] of elements) {
    const attributes = new Map(
      [...rest.matchAll(ATTRIBUTE)].map(([, key = '', one, other]) => [key, one ?? other ?? '']),
    );
    if (!['svg', 'path'].includes(name) || [...attributes.keys()].some((key) => !HARMLESS.has(key))) return undefined;
    if (name === 'svg') box = (attributes.get('viewBox') ?? '').split(/[\s,]+/u).map(Number);
    else {
      const fill = readFill(attributes.get('fill') ?? '#000');
      if (fill === undefined) return undefined;
      areas.push({ path: attributes.get('d') ?? '', fill });
    }
  }
  const [x = 0, y = 0, width = 0, height = 0] = box;
  return x === 0 && y === 0 && width > 0 && height > 0 && areas.length > 0 ? { width, height, areas } : undefined;
}

/** `#rrggbb`; undefined for what is no plain colour. */
function readFill(fill: string): string | undefined {
  if (/^#[0-9a-f]{6}$/iu.test(fill)) return fill;
  return /^#[0-9a-f]{3}$/iu.test(fill) ? `#${fill.slice(1).replace(/./gu, '$&$&')}` : undefined;
}
