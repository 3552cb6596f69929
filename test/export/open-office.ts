import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { PNG } from 'pngjs';
import { SaxesParser } from 'saxes';

/** A run of text on a page, px at 1280 × 720; turned by `angle`, degrees clockwise. */
export interface PageText {
  readonly text: string;
  readonly x: number;
  readonly baseline: number;
  readonly width: number;
  readonly size: number;
  readonly angle: number;
}

export interface OfficePage {
  readonly texts: readonly PageText[];
  readonly links: readonly string[];
}

/** Whether LibreOffice is installed. */
export function hasOffice(): boolean {
  try {
    execFileSync('soffice', ['--version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
}

/** What LibreOffice makes of each file: its pages as a PDF has them. Several files at once start it only once. */
export async function openInOffice(files: readonly Uint8Array[]): Promise<readonly (readonly OfficePage[])[]> {
  return withPdfs(files, (paths) => Promise.all(paths.map((path) => readPages(readFileSync(path)))));
}

/** Pages of each file as LibreOffice shows them, `width` px wide; 1-based. */
export async function photographInOffice(
  files: readonly Uint8Array[],
  pages: readonly number[],
  width: number,
): Promise<readonly (readonly PNG[])[]> {
  return withPdfs(files, async (paths) =>
    paths.map((path) =>
      pages.map((page) => {
        const words = [
          '-png',
          '-f',
          String(page),
          '-l',
          String(page),
          '-scale-to-x',
          String(width),
          '-scale-to-y',
          '-1',
          path,
        ];
        return PNG.sync.read(execFileSync('pdftoppm', words, { maxBuffer: 1e8 }));
      }),
    ),
  );
}

async function withPdfs<T>(files: readonly Uint8Array[], use: (paths: readonly string[]) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(tmpdir(), 'lectern-office-'));
  try {
    const names = files.map((_, index) => `talk-${index + 1}.pptx`);
    for (const [index, name] of names.entries()) writeFileSync(join(folder, name), files[index] ?? '');
    const words = [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'pdf', ...names];
    execFileSync('soffice', words, { cwd: folder, stdio: 'ignore' });
    return await use(names.map((name) => join(folder, name.replace('.pptx', '.pdf'))));
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function readPages(bytes: Uint8Array): Promise<readonly OfficePage[]> {
  const pdf = await getDocument({ data: new Uint8Array(bytes), verbosity: 0 }).promise;
  const pages: OfficePage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) {
    const page = await pdf.getPage(number);
    const height = page.view[3] ?? 0;
    const { items } = await page.getTextContent({ disableNormalization: true });
    const links = (await page.getAnnotations()).map(({ url, dest }) => String(url ?? (dest ? 'inside' : '')));
    const texts = items.flatMap((item) => {
      if (!('str' in item) || item.str.trim() === '') return [];
      const [a = 0, b = 0, , , x = 0, y = 0] = item.transform.map(Number);
      const size = Math.hypot(a, b);
      const angle = (-Math.atan2(b, a) * 180) / Math.PI;
      const px = (points: number): number => (points * 4) / 3;
      return [{ text: item.str, x: px(x), baseline: px(height - y), width: px(item.width), size: px(size), angle }];
    });
    pages.push({ texts, links });
  }
  await pdf.destroy();
  return pages;
}

/** Parts of the file that are XML, by name. */
export function readParts(bytes: Uint8Array): ReadonlyMap<string, string> {
  const parts = Object.entries(unzipSync(bytes)).filter(([name]) => /\.(?:xml|rels)$/u.test(name));
  return new Map(parts.map(([name, part]) => [name, strFromU8(part)]));
}

export interface XmlNode {
  readonly name: string;
  readonly attributes: Readonly<Record<string, string>>;
  readonly children: readonly XmlNode[];
  /** Its own. */
  readonly text: string;
}

/** @throws Error where the XML is not well-formed */
export function parseXml(xml: string): XmlNode {
  const parser = new SaxesParser();
  const root = { name: '', attributes: {}, children: [] as XmlNode[], text: '' };
  const open = [root];
  parser.on('error', (error) => {
    throw error;
  });
  parser.on('opentag', ({ name, attributes }) => {
    const node = { name, attributes: { ...attributes }, children: [] as XmlNode[], text: '' };
    open.at(-1)?.children.push(node);
    open.push(node);
  });
  parser.on('closetag', () => void open.pop());
  parser.on('text', (text) => {
    const node = open.at(-1);
    if (node) node.text += text;
  });
  parser.write(xml).close();
  return root;
}

export function findAll(node: XmlNode, name: string): readonly XmlNode[] {
  return node.children.flatMap((child) => [...(child.name === name ? [child] : []), ...findAll(child, name)]);
}

export interface TextBox {
  readonly name: string;
  readonly text: string;
  /** px at 1280 × 720. */
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
  /** Degrees, clockwise. */
  readonly angle: number;
  /** Whether it says nothing that is not said elsewhere. */
  readonly isDecorative: boolean;
}

/** The boxes of a slide that hold words, in their order. */
export function textBoxes(slide: XmlNode): readonly TextBox[] {
  return findAll(slide, 'p:sp').flatMap((shape) => {
    const text = textOf(shape);
    const [off] = findAll(shape, 'a:off');
    const [ext] = findAll(shape, 'a:ext').filter(({ attributes }) => 'cx' in attributes);
    const [named] = findAll(shape, 'p:cNvPr');
    const [place] = findAll(shape, 'a:xfrm');
    const isPageNumber = findAll(shape, 'a:fld').length > 0;
    if (text.trim() === '' || isPageNumber || !off || !ext) return [];
    const px = (emu: string | undefined): number => Number(emu) / 9525;
    return [
      {
        name: named?.attributes['name'] ?? '',
        text,
        x: px(off.attributes['x']),
        y: px(off.attributes['y']),
        width: px(ext.attributes['cx']),
        height: px(ext.attributes['cy']),
        angle: Number(place?.attributes['rot'] ?? 0) / 60_000,
        isDecorative: findAll(shape, 'adec:decorative').length > 0,
      },
    ];
  });
}

/** Words of all paragraphs, each in a line of its own. */
export function textOf(node: XmlNode): string {
  return findAll(node, 'a:p')
    .map((paragraph) =>
      findAll(paragraph, 'a:t')
        .map(({ text }) => text)
        .join(''),
    )
    .join('\n');
}
