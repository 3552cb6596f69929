/** What a new folder of lessons is told about itself. */
export interface StarterFacts {
  readonly title: string;
  readonly subject: string;
  /** A style of the package. */
  readonly style: string;
  /** The brand file on that style. */
  readonly brand: string;
  /** Of Lectern. */
  readonly version: string;
}

/** A file of it: a path below the folder, with forward slashes, and its text. */
export interface StarterFile {
  readonly path: string;
  readonly text: string;
}

export const IGNORE_FILE = '.gitignore';

/** Everything that `lectern init` makes. The lessons are to be replaced, and pass `lectern check --strict` until then. */
export function starterFiles(facts: StarterFacts): readonly StarterFile[] {
  return [
    { path: 'data/lessons.yaml', text: libraryText(facts) },
    { path: 'lectern.config.yaml', text: configText(facts) },
    { path: 'brand.css', text: facts.brand },
    { path: '.github/workflows/publish.yaml', text: workflowText(facts) },
    { path: IGNORE_FILE, text: 'output/\npublic/\n' },
  ];
}

/** A text as YAML has it in double quotation marks, whatever it holds. */
function quoted(text: string): string {
  return JSON.stringify(text);
}

function libraryText({ title, subject, version }: StarterFacts): string {
  return `# yaml-language-server: $schema=https://unpkg.com/lectern@${version}/schema/library.schema.json
# Your lessons. Editors that know YAML complete this file by the schema above; \`lectern check\` tells what is wrong with it.
title: ${quoted(title)}
subject: ${quoted(subject)}
tagline: What we learned, in the words in which it was said.
sources:
  - name: Retrospective, first spring
    kind: talk
  - name: Notes on code review
    kind: article
  - name: The on-call diary
    kind: other
parts:
  - title: Working together
    lessons:
      - topic: On writing it down
        quote: What nobody wrote down is decided again every month, by whoever happens to be in the room.
        source: Retrospective, first spring
        themes: [workflow]
        highlight: decided again every month
        note: Ask who remembers why the release moved to Tuesday.
      - topic: On small changes
        quote: A change that fits on one screen is read. A change that fills ten is approved.
        source: Notes on code review
        themes: [developers, simplicity]
        key: true
  - title: Keeping it running
    lessons:
      - topic: On alerts
        quote: An alert that never wakes anybody is a line in a log. One that wakes somebody every night is a broken part.
        source: The on-call diary
        themes: [automation]
`;
}

function configText({ style }: StarterFacts): string {
  return `# Options of every lectern command in this folder, by their long names; what is typed comes first.
library: data/lessons.yaml
# Your colours, fonts and logo, on the style ${style}. For the style alone: style: ${style}
style: brand.css
`;
}

function workflowText({ version }: StarterFacts): string {
  const lectern = `npx --yes lectern@${version}`;
  return `# Checks the library at every push, and publishes the deck and its PDFs from the main branch.
# Once: Settings → Pages → Source: GitHub Actions.
name: Publish
on:
  push:
  pull_request:
permissions:
  contents: read
jobs:
  build:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - uses: actions/setup-node@v4
        with:
          node-version: 22
      - run: ${lectern} check --strict
      - run: ${lectern} build --to html,pdf,handout,poster --output public --name index
      - uses: actions/upload-pages-artifact@v3
        with:
          path: public
  publish:
    if: github.ref == 'refs/heads/main' && github.event_name == 'push'
    needs: build
    runs-on: ubuntu-latest
    permissions:
      pages: write
      id-token: write
    environment:
      name: github-pages
      url: \${{ steps.pages.outputs.page_url }}
    steps:
      - id: pages
        uses: actions/deploy-pages@v4
`;
}
