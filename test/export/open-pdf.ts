import { execFileSync } from 'node:child_process';
import { getDocument } from 'pdfjs-dist/legacy/build/pdf.mjs';

/** A page as a reader gets it. */
export interface ReadPage {
  readonly size: readonly number[];
  readonly text: string;
  /** Where each link is, and where it leads: an address, or a page with the place on it. */
  readonly links: readonly string[];
  /** Roles with what they hold, an element a line. */
  readonly structure: readonly string[];
}

export interface ReadPdf {
  readonly title: unknown;
  readonly language: unknown;
  readonly pages: readonly ReadPage[];
  /** Titles, indented, with the page and the place that they lead to. */
  readonly outline: readonly string[];
  /** Named destinations with their pages. */
  readonly destinations: readonly string[];
}

type Opened = Awaited<ReturnType<typeof getDocument>['promise']>;

/** Everything of a PDF that readers, and readers of screens, use. */
export async function readWhole(file: string): Promise<ReadPdf> {
  const pdf = await getDocument({ url: file, verbosity: 0 }).promise;
  const { info } = await pdf.getMetadata();
  const pages: ReadPage[] = [];
  for (let number = 1; number <= pdf.numPages; number += 1) pages.push(await readPage(pdf, number));
  const destinations = Object.entries(await pdf.getDestinations());
  const read = {
    title: Reflect.get(info, 'Title'),
    language: Reflect.get(info, 'Language'),
    pages,
    outline: await readOutline(pdf, (await pdf.getOutline()) ?? [], ''),
    destinations: await Promise.all(destinations.map(async ([name, to]) => `${name} ${await placeOf(pdf, to)}`)),
  };
  await pdf.destroy();
  return { ...read, destinations: read.destinations.sort() };
}

async function readPage(pdf: Opened, number: number): Promise<ReadPage> {
  const page = await pdf.getPage(number);
  const content = await page.getTextContent();
  const text = content.items.map((item) => ('str' in item ? item.str : '')).join('|');
  const links: string[] = [];
  for (const { rect, url, unsafeUrl, dest } of await page.getAnnotations()) {
    links.push(`${rect} ${dest ? await placeOf(pdf, dest) : (url ?? unsafeUrl)}`);
  }
  return { size: page.view, text, links, structure: describeTree(await page.getStructTree(), '') };
}

/** The page of a destination and the place on it, to the hundredth of a point. */
async function placeOf(pdf: Opened, target: unknown): Promise<string> {
  const place: unknown = typeof target === 'string' ? await pdf.getDestination(target) : target;
  if (!Array.isArray(place)) return `nowhere (${target})`;
  const [page, ...rest]: unknown[] = place;
  const numbers = rest.map((value) => (typeof value === 'number' ? value.toFixed(2) : JSON.stringify(value)));
  return `page ${(await pdf.getPageIndex(Object(page))) + 1} ${numbers.join(' ')}`;
}

interface OutlineItem {
  readonly title: string;
  readonly dest: unknown;
  readonly items: readonly OutlineItem[];
}

async function readOutline(pdf: Opened, items: readonly OutlineItem[], indent: string): Promise<string[]> {
  const lines: string[] = [];
  for (const { title, dest, items: below } of items) {
    lines.push(`${indent}${title} → ${await placeOf(pdf, dest)}`);
    lines.push(...(await readOutline(pdf, below, `${indent}  `)));
  }
  return lines;
}

/** A node of the structure. The names of its contents hold numbers of objects, which are a file's own affair. */
function describeTree(node: unknown, indent: string): string[] {
  const { role, children = [], type, id, lang, alt } = Object(node);
  const line = role ? `${role} ${lang ?? ''} ${alt ?? ''}` : `${type} ${String(id).replace(/\d+R/u, '')}`;
  return [indent + line, ...children.flatMap((child: unknown) => describeTree(child, `${indent} `))];
}

/** The output of a program of the machine; undefined where it is not installed. */
export function runTool(command: string, ...words: readonly string[]): string | undefined {
  try {
    return execFileSync(command, words, { encoding: 'utf8', maxBuffer: 1e8 });
  } catch (error) {
    if (Reflect.get(Object(error), 'code') === 'ENOENT') return undefined;
    throw error;
  }
}
