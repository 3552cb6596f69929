/** What is compared: for each tool what it makes of the same lessons, and how it is called. Nothing of them is part of the project. */
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What each peer is installed from, in a folder of its own. Slidev 53 wants Node 22 or newer, and a unocss that it was made with. */
export const PACKAGES = {
  marp: { packages: ['@marp-team/marp-cli@4'] },
  'reveal-md': { packages: ['reveal-md@6'] },
  decktape: { packages: ['decktape@3'] },
  slidev: {
    packages: ['@slidev/cli@53', '@slidev/theme-default', 'unocss@66.10.5', 'node@24', 'playwright-chromium', 'vite'],
    overrides: { unocss: '66.10.5' },
  },
};

/**
 * Everything that is run for one number of lessons.
 * @param files `lectern` (the program), `library`, `marp`, `slidev` and `pandoc` (the lessons as each tool's Markdown), `deck` (our
 *   reveal.js page), `page` (our static page), `out` (a folder), `peers` (where they are installed), `chromium`, `shell`
 * @returns entries `{ tool, format, program, args, cwd, env, made }`; `made` is what the size is measured of
 */
export function entriesFor(files) {
  return [
    ...floors(files),
    ...ours(files),
    ...marp(files),
    ...revealMd(files),
    ...slidev(files),
    ...pandoc(files),
    ...decktape(files),
  ];
}

/** Formats for which a tool has nothing, so that tables say it. */
export const NONE = [
  { tool: 'reveal-md', format: 'png', why: 'makes none' },
  { tool: 'reveal-md', format: 'pptx', why: 'makes none' },
  { tool: 'pandoc', format: 'pdf', why: 'wants LaTeX; makes no slides of a browser' },
  { tool: 'pandoc', format: 'png', why: 'makes none' },
  { tool: 'decktape', format: 'html', why: 'makes none' },
  { tool: 'decktape', format: 'png', why: 'only beside a PDF' },
  { tool: 'decktape', format: 'pptx', why: 'makes none' },
];

function floors({ out, page, shell, chromium }) {
  const print = (tool, program, args) => ({
    tool,
    format: 'pdf',
    floor: true,
    program,
    args: [
      ...args,
      '--no-sandbox',
      `--print-to-pdf=${join(out, `${tool}.pdf`)}`,
      '--no-pdf-header-footer',
      `file://${page}`,
    ],
    made: join(out, `${tool}.pdf`),
  });
  return [
    { tool: 'node -e 0', format: 'html', floor: true, program: process.execPath, args: ['-e', '0'] },
    ...(shell ? [print('bare headless shell', shell, [])] : []),
    ...(chromium ? [print('bare Chromium', chromium, ['--headless'])] : []),
  ];
}

function ours({ lectern, library, out, chromium, shell }) {
  const make = (format, made, more = []) => ({
    tool: more.length > 0 ? 'Lectern, Chromium' : 'Lectern',
    format,
    program: process.execPath,
    args: [lectern, 'build', library, '--to', format, '--name', 'ours', '-o', out, '--quiet', ...more],
    made: join(out, made),
  });
  const inChromium = ['--browser', chromium];
  return [
    make('html', 'ours.html'),
    make('pdf', 'ours.pdf'),
    make('png', 'ours-slides'),
    make('pptx', 'ours.pptx'),
    ...(chromium && shell ? [make('pdf', 'ours.pdf', inChromium), make('png', 'ours-slides', inChromium)] : []),
  ];
}

function marp({ marp: source, out, peers, chromium }) {
  const program = join(peers, 'marp/node_modules/@marp-team/marp-cli/marp-cli.js');
  const env = { CHROME_PATH: chromium, CHROME_NO_SANDBOX: '1' };
  const make = (format, args, made) => ({
    tool: 'marp-cli',
    format,
    needs: program,
    program: process.execPath,
    args: [program, source, '--no-stdin', ...args, '-o', join(out, made)],
    env,
    made: join(out, made),
  });
  return [
    make('html', [], 'marp.html'),
    make('pdf', ['--pdf'], 'marp.pdf'),
    { ...make('png', ['--images', 'png'], 'marp/marp.png'), made: join(out, 'marp') },
    make('pptx', ['--pptx'], 'marp.pptx'),
  ];
}

function revealMd({ marp: source, out, peers, chromium }) {
  const program = join(peers, 'reveal-md/node_modules/reveal-md/bin/reveal-md.js');
  const make = (format, args, made) => ({
    tool: 'reveal-md',
    format,
    needs: program,
    program: process.execPath,
    args: [program, source, ...args],
    cwd: out,
    made: join(out, made),
  });
  const print = [
    '--print',
    join(out, 'reveal-md.pdf'),
    '--puppeteer-launch-args=--no-sandbox',
    '--puppeteer-chromium-executable',
    chromium,
  ];
  return [make('html', ['--static', join(out, 'reveal-md')], 'reveal-md'), make('pdf', print, 'reveal-md.pdf')];
}

/** Slidev reads its theme and settings from the folder of the slides, so they are copied into its own. */
function slidev({ slidev: source, out, peers, chromium, count }) {
  const folder = join(peers, 'slidev');
  const program = join(folder, 'node_modules/@slidev/cli/bin/slidev.mjs');
  const node = join(folder, 'node_modules/node/bin/node');
  const file = join(folder, `lessons-${count}.md`);
  if (existsSync(program)) {
    writeFileSync(file, source.text);
    // Its CSS minifier does not take what unocss makes of so many slides.
    writeFileSync(join(folder, 'vite.config.mjs'), 'export default { build: { cssMinify: false } };\n');
  }
  const env = { PLAYWRIGHT_CHROMIUM_EXECUTABLE_PATH: chromium };
  const make = (format, args, made) => ({
    tool: 'Slidev',
    format,
    needs: program,
    program: existsSync(node) ? node : process.execPath,
    args: [program, ...args],
    cwd: folder,
    env,
    made: join(out, made),
  });
  const save = (format, made) =>
    make(
      format,
      [
        'export',
        file,
        '--format',
        format,
        '--output',
        join(out, made),
        '--executable-path',
        chromium,
        '--timeout',
        '300000',
      ],
      made,
    );
  return [
    make('html', ['build', file, '--out', join(out, 'slidev'), '--base', './'], 'slidev'),
    save('pdf', 'slidev.pdf'),
    save('png', 'slidev-png'),
    save('pptx', 'slidev.pptx'),
  ];
}

function pandoc({ pandoc: source, out, reveal }) {
  const make = (format, args, made) => ({
    tool: 'pandoc',
    format,
    program: 'pandoc',
    args: [source, '-s', ...args, '-o', join(out, made)],
    made: join(out, made),
  });
  return [
    make('html', ['-t', 'revealjs', '-V', `revealjs-url=${reveal}`], 'pandoc.html'),
    make('pptx', [], 'pandoc.pptx'),
  ];
}

function decktape({ deck, out, peers, chromium }) {
  const program = join(peers, 'decktape/node_modules/decktape/decktape.js');
  const made = join(out, 'decktape.pdf');
  const args = [
    program,
    'reveal',
    '--pause',
    '0',
    '--load-pause',
    '0',
    '--chrome-path',
    chromium,
    '--chrome-arg=--no-sandbox',
    `file://${deck}`,
    made,
  ];
  return [{ tool: 'decktape', format: 'pdf', needs: program, program: process.execPath, args, made }];
}

/** A folder with a package.json that pins what has to be. */
export function peerFolder(peers, name) {
  const folder = join(peers, name);
  mkdirSync(folder, { recursive: true });
  const { overrides } = PACKAGES[name];
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ private: true, ...(overrides ? { overrides } : {}) }));
  return folder;
}
