/** A style whose colours a brand is to start from. */
export interface StyleColours {
  /** A style of the package. */
  readonly name: string;
  readonly defaultMode: 'light' | 'dark';
  /** Every deck's CSS, which sets the colours of parts, and the style's own. */
  readonly css: string;
}

/** A brand file with the very colours of a style, each to be changed or left out. */
export function writeBrand({ name, defaultMode, css }: StyleColours): string {
  const otherMode = defaultMode === 'light' ? 'dark' : 'light';
  const modes = [
    [defaultMode, ruleOf(css, ':root')],
    [otherMode, ruleOf(css, `[data-mode=${otherMode}]`)],
  ] as const;
  const tones = [1, 2, 3, 4, 5, 6, 7, 8].map((tone) => ({ tone, rule: ruleOf(css, `.t${tone}`) }));
  return [
    `/* A brand on the style ${name}, to start from: change a value, or leave out a line to keep the style's own. */`,
    '[data-brand=mine] {',
    `  --b-style: ${name};`,
    ...modes.map(([mode, rule]) => neutralLine(mode === 'dark' ? '-dark' : '', rule)),
    ...tones.map(
      ({ tone, rule }) => `  --deep-${tone}: ${rule.get('--deep')};  --vivid-${tone}: ${rule.get('--vivid')};`,
    ),
    '}',
    '',
  ].join('\n');
}

function neutralLine(suffix: string, rule: ReadonlyMap<string, string>): string {
  const [ink, second, ground] = [rule.get('--ink'), rule.get('--ink-2'), rule.get('--paper')];
  return `  --b-ink${suffix}: ${ink};  --b-ink-2${suffix}: ${second};  --b-ground${suffix}: ${ground};`;
}

/** What the first rule of this selector sets. */
function ruleOf(css: string, selector: string): ReadonlyMap<string, string> {
  const [, body = ''] = css.split(`\n${selector}{`, 2);
  const [declarations = ''] = body.split('}', 1);
  return new Map(declarations.split(';').map((declaration) => [nameOf(declaration), textAfter(declaration)]));
}

function nameOf(declaration: string): string {
  return declaration.slice(0, Math.max(0, declaration.indexOf(':'))).trim();
}

function textAfter(declaration: string): string {
  return declaration.slice(declaration.indexOf(':') + 1).trim();
}
