/** Where in an HTML page a piece of a template stands. A value is known as far as it is written out. */
export interface HtmlPlace {
  readonly kind:
    | 'text'
    | 'declaration'
    | 'comment'
    | 'tag-name'
    | 'tag'
    | 'attribute'
    | 'before-value'
    | 'double'
    | 'single'
    | 'unquoted'
    | 'raw';
  /** In lower case, with a slash before it where the element ends. */
  readonly tag: string;
  /** In lower case. */
  readonly attribute: string;
  readonly value: string;
}

/** Something that a template may not write. */
export interface HtmlFault {
  readonly what: string;
  readonly cure: string;
}

/** Told a fault, and how many characters of the piece stand before it. */
type Tell = (fault: HtmlFault, offset: number) => void;

export const IN_TEXT: HtmlPlace = { kind: 'text', tag: '', attribute: '', value: '' };

/** Elements that run or style. */
const ACTIVE = ['script', 'style'];
/** Elements whose content is text whatever it holds: tags and comments in it are none. */
export const TEXT_ONLY: readonly string[] = ['title', 'textarea'];
const RAW = [...ACTIVE, ...TEXT_ONLY, 'iframe', 'xmp', 'noembed', 'noframes', 'plaintext'];
/** Attributes whose value is an address. */
const ADDRESSES = [
  'href',
  'src',
  'xlink:href',
  'action',
  'formaction',
  'data',
  'poster',
  'srcset',
  'ping',
  'background',
];

/**
 * Where a page stands after a piece of plain HTML.
 * @param tell is told handlers, inline styles, scripts and addresses that run code
 */
export function scanHtml(piece: string, from: HtmlPlace, tell: Tell): HtmlPlace {
  let place = from;
  for (let offset = 0; offset < piece.length; offset += 1) {
    const character = piece.charAt(offset);
    const next = STEPS[place.kind](place, character);
    const fault = faultBetween(place, next, character);
    if (fault) tell(fault, offset);
    place = next;
  }
  return place;
}

/** Whether a value of the view may begin this address, or follow what stands of it. */
export function takesAnyValue({ attribute, value }: HtmlPlace): boolean {
  return !ADDRESSES.includes(attribute) || /[#/?:]/u.test(value);
}

type Step = (place: HtmlPlace, character: string) => HtmlPlace;

const STEPS: Readonly<Record<HtmlPlace['kind'], Step>> = {
  text: (place, character) => (character === '<' ? { ...IN_TEXT, kind: 'tag-name' } : place),
  'tag-name': (place, character) => {
    if (place.tag === '' && character === '!') return { ...place, kind: 'declaration' };
    if (place.tag === '' && !/[a-z/]/iu.test(character)) return IN_TEXT;
    const ends = /[\s>]/u.test(character) || (character === '/' && place.tag !== '');
    return ends ? inTag(place, character) : { ...place, tag: place.tag + character.toLowerCase() };
  },
  tag: inTag,
  attribute: (place, character) => {
    if (character === '=') return { ...place, kind: 'before-value' };
    if (/[\s/>]/u.test(character)) return inTag(place, character);
    return { ...place, attribute: place.attribute + character.toLowerCase() };
  },
  'before-value': (place, character) => {
    if (/\s/u.test(character)) return place;
    if (character === '>') return inTag(place, character);
    const quoted = character === '"' ? 'double' : character === "'" ? 'single' : 'unquoted';
    return { ...place, kind: quoted, value: quoted === 'unquoted' ? character : '' };
  },
  double: (place, character) => inValue(place, character, '"'),
  single: (place, character) => inValue(place, character, "'"),
  unquoted: (place, character) =>
    /[\s>]/u.test(character) ? inTag(place, character) : { ...place, value: place.value + character },
  declaration: (place, character) => {
    const value = place.value + character;
    if (value === '--') return { ...place, kind: 'comment', value: '' };
    return character === '>' ? IN_TEXT : { ...place, value };
  },
  comment: (place, character) => {
    const value = place.value + character;
    return value === '>' || value === '->' || value.endsWith('-->') ? IN_TEXT : { ...place, value };
  },
  raw: (place, character) => {
    const value = place.value + character.toLowerCase();
    return value.endsWith(`</${place.tag}>`) ? IN_TEXT : { ...place, value };
  },
};

function inTag({ tag }: HtmlPlace, character: string): HtmlPlace {
  if (character === '>') return RAW.includes(tag) ? { ...IN_TEXT, kind: 'raw', tag } : IN_TEXT;
  if (/[\s/]/u.test(character)) return { ...IN_TEXT, kind: 'tag', tag };
  return { kind: 'attribute', tag, attribute: character.toLowerCase(), value: '' };
}

function inValue(place: HtmlPlace, character: string, quote: string): HtmlPlace {
  return character === quote
    ? { ...IN_TEXT, kind: 'tag', tag: place.tag }
    : { ...place, value: place.value + character };
}

/** What is wrong with what has just come to its end. */
function faultBetween(before: HtmlPlace, after: HtmlPlace, character: string): HtmlFault | undefined {
  if (before.kind === 'attribute' && after.kind !== 'attribute') return nameFault(before);
  if (VALUES.includes(before.kind) && !VALUES.includes(after.kind)) return valueFault(before);
  if (before.kind === 'raw' && after.kind === 'text') return rawFault({ ...before, value: before.value + character });
  if (before.kind === 'comment' && after.kind === 'text' && /<\/noscript/iu.test(before.value)) {
    return { what: 'a comment holds </noscript', cure: 'Take it out: without scripts it ends there.' };
  }
  if (before.kind === 'attribute' && /["'<{]/u.test(character)) {
    return { what: `a ${character} stands in the name of an attribute`, cure: 'Close the value before it.' };
  }
  return undefined;
}

const VALUES: readonly HtmlPlace['kind'][] = ['double', 'single', 'unquoted'];

function nameFault({ tag, attribute }: HtmlPlace): HtmlFault | undefined {
  if (attribute.startsWith('on')) {
    return {
      what: `${attribute}= is an inline event handler`,
      cure: 'Take it out: the page’s policy lets only the package’s own script run.',
    };
  }
  if (attribute === 'style') {
    return { what: 'style= is an inline style', cure: 'Give the element a class, and write its style into base.css.' };
  }
  if (ACTIVE.includes(tag)) {
    return { what: `<${tag}> has an attribute`, cure: `Write <${tag}> alone, around what the package gives.` };
  }
  return undefined;
}

function valueFault({ attribute, value }: HtmlPlace): HtmlFault | undefined {
  if (value.includes('<')) {
    // Where the tag itself is text, as in <noscript>, the value could end it.
    return { what: `${attribute}= holds a <`, cure: 'Write &lt; in its place.' };
  }
  if (!ADDRESSES.includes(attribute)) return undefined;
  const address = [...value].filter((character) => character > ' ').join('');
  const scheme = /^[^/?#]*?(?::|&)/u.exec(address)?.[0].toLowerCase() ?? '';
  const harmless = ['', 'http:', 'https:', 'mailto:'].includes(scheme) || /^data:image\//iu.test(address);
  if (harmless) return undefined;
  return {
    what: `${attribute}= holds a ${scheme} link`,
    cure: 'Link to http, https, mailto, or a place in the page (#…).',
  };
}

function rawFault({ tag, value }: HtmlPlace): HtmlFault | undefined {
  if (TEXT_ONLY.includes(tag)) return undefined;
  const written = value.slice(0, -`</${tag}>`.length).replaceAll(GIVEN, '').trim();
  if (written === '') return undefined;
  return {
    what: `<${tag}> holds text of its own`,
    cure: 'Leave only what the package gives; styles go into base.css.',
  };
}

/** Stands in a value for what the view will give. */
export const GIVEN = '\u0001';
