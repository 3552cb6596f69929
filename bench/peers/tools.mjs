import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from '../../scripts/setup.mjs';

/** Where the other tools live: npm packages of their own, none of them a dependency of Lectern. */
const PEERS = join(root, 'bench/.peers');
const CHROMIUM = process.env.LECTERN_BENCH_CHROMIUM ?? '/usr/bin/chromium';
/** Slidev wants a newer Node than Lectern, which npm has as a package. */
const NEWER_NODE = `node-linux-${process.arch}`;
const SANDBOX = process.getuid?.() === 0 ? ['--no-sandbox'] : [];

const PACKAGES = {
  several: { '@marp-team/marp-cli': '4.5.1', 'reveal-md': '6.1.4', decktape: '^3.14.0' },
  slidev: {
    '@slidev/cli': '53',
    '@slidev/theme-default': 'latest',
    'playwright-chromium': 'latest',
    [NEWER_NODE]: '24',
  },
};
const OVERRIDES = { slidev: { unocss: '66.10.5' } };

/** Installs what is missing; no package may run anything, or fetch a browser. */
export function installPeers() {
  for (const [name, dependencies] of Object.entries(PACKAGES)) {
    const folder = join(PEERS, name);
    if (Object.keys(dependencies).every((one) => existsSync(join(folder, 'node_modules', one)))) continue;
    mkdirSync(folder, { recursive: true });
    writeFileSync(
      join(folder, 'package.json'),
      JSON.stringify({ private: true, dependencies, overrides: OVERRIDES[name] }),
    );
    console.error(`Installing ${Object.keys(dependencies).join(', ')} …`);
    execFileSync('npm', ['install', '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'], {
      cwd: folder,
      stdio: ['ignore', 'ignore', 'inherit'],
    });
  }
  // What minifies CSS chokes on this version's own styles.
  writeFileSync(join(PEERS, 'slidev/vite.config.mjs'), 'export default { build: { cssMinify: false } };\n');
}

/** Versions of everything that is compared, for the report. */
export function versions() {
  const of = (folder, name) =>
    JSON.parse(readFileSync(join(PEERS, folder, 'node_modules', name, 'package.json'))).version;
  const said = (program) =>
    spawnSync(program, ['--version'], { encoding: 'utf8' }).stdout?.split('\n')[0].trim() || 'missing';
  return [
    `Lectern ${JSON.parse(readFileSync(join(root, 'package.json'))).version} on Node ${process.version}`,
    ...Object.keys(PACKAGES.several).map((name) => `${name} ${of('several', name)}`),
    `@slidev/cli ${of('slidev', '@slidev/cli')} on Node ${of('slidev', NEWER_NODE)}`,
    said('pandoc'),
    said(CHROMIUM),
    said('chromium-headless-shell'),
  ];
}

/**
 * What runs for one format. Each tool gets `input`, a folder with the same lessons in every tool's own form, and makes `output`, a
 * path without extension; `made` is the file, or folder, that there is afterwards.
 * @param {{library: string, input: string, output: string}} paths
 */
export function toolsFor(format, paths) {
  const tools = [bareNode, bareChromium, lectern, pandoc, revealMd, marp, decktape, slidev];
  return tools.flatMap((tool) => tool(paths)[format] ?? []);
}

function bareNode() {
  const run = { tool: 'bare node -e 0', program: process.execPath, words: ['-e', '0'], floor: true };
  return { html: run, pptx: run };
}

function bareChromium({ input, output }) {
  const made = `${output}-bare.pdf`;
  const words = [
    '--headless',
    ...SANDBOX,
    '--no-pdf-header-footer',
    `--print-to-pdf=${made}`,
    `file://${input}/plain.html`,
  ];
  return { pdf: { tool: 'bare Chromium, plain page', program: CHROMIUM, words, made, floor: true } };
}

function lectern({ library, output }) {
  const run = (made, ...words) => ({
    tool: 'Lectern',
    program: process.execPath,
    words: [join(root, 'dist/main.js'), 'build', library, '--quiet', '--force', ...words],
    made,
  });
  const file = (made) => run(made, '-o', made);
  return {
    html: file(`${output}.html`),
    pdf: file(`${output}.pdf`),
    png: run(`${output}/pictures-slides`, '--to', 'png', '-o', output, '--name', 'pictures'),
    pptx: file(`${output}.pptx`),
  };
}

function pandoc({ input, output }) {
  const run = (made, ...words) => ({
    tool: 'pandoc',
    program: 'pandoc',
    words: [`${input}/pandoc.md`, ...words, '-o', made],
    made,
  });
  return { html: run(`${output}-pandoc.html`, '-t', 'revealjs', '-s'), pptx: run(`${output}-pandoc.pptx`) };
}

function revealMd({ input, output }) {
  const run = (made, ...words) => ({
    tool: 'reveal-md',
    program: bin('reveal-md'),
    words: [`${input}/marp.md`, ...words],
    made,
  });
  const browser = [
    '--puppeteer-chromium-executable',
    CHROMIUM,
    ...SANDBOX.map((one) => `--puppeteer-launch-args=${one}`),
  ];
  const [site, pdf] = [`${output}-reveal-md`, `${output}-reveal-md.pdf`];
  return { html: run(site, '--static', site), pdf: run(pdf, '--print', pdf, ...browser) };
}

function marp({ input, output }) {
  const run = (made, ...words) => ({
    tool: 'marp-cli',
    program: bin('marp'),
    words: ['--no-stdin', `${input}/marp.md`, ...words],
    env: { CHROME_PATH: CHROMIUM },
    made,
  });
  const file = (end, ...words) => run(`${output}-marp.${end}`, ...words, '-o', `${output}-marp.${end}`);
  return {
    html: file('html'),
    pdf: file('pdf', '--pdf'),
    png: run(`${output}-marp`, '--images', 'png', '-o', `${output}-marp/slide.png`),
    pptx: file('pptx', '--pptx'),
  };
}

function decktape({ input, output }) {
  const made = `${output}-decktape.pdf`;
  const quick = ['--pause', '0', '--load-pause', '0'];
  const browser = ['--chrome-path', CHROMIUM, ...SANDBOX.map((one) => `--chrome-arg=${one}`)];
  const words = ['reveal', ...quick, ...browser, `file://${input}/deck.html`, made];
  return { pdf: { tool: 'decktape, our deck', program: bin('decktape'), words, made } };
}

function slidev({ input, output }) {
  const folder = join(PEERS, 'slidev');
  const run = (made, ...words) => ({
    tool: 'Slidev',
    program: join(folder, 'node_modules', NEWER_NODE, 'bin/node'),
    words: [join(folder, 'node_modules/@slidev/cli/bin/slidev.mjs'), ...words],
    cwd: folder,
    before: () => writeFileSync(join(folder, 'slides.md'), readFileSync(`${input}/slidev.md`)),
    made,
  });
  const exported = (kind, made) =>
    run(
      made,
      'export',
      'slides.md',
      '--format',
      kind,
      '--output',
      made,
      '--executable-path',
      CHROMIUM,
      '--timeout',
      '300000',
    );
  return {
    html: run(`${output}-slidev`, 'build', 'slides.md', '--out', `${output}-slidev`),
    pdf: exported('pdf', `${output}-slidev.pdf`),
    png: exported('png', `${output}-slidev-png`),
    pptx: exported('pptx', `${output}-slidev.pptx`),
  };
}

function bin(name) {
  return join(PEERS, 'several/node_modules/.bin', name);
}
