import type { Deck } from '../model/deck.ts';
import type { Flavour } from '../model/flavour.ts';

/** What stands before the first slide: the tool's own settings, and what made the file. */
export function markdownHead({ title, description, language }: Deck, generator: string, flavour?: Flavour): string {
  const mark = `<!-- Made by ${generator} -->\n\n`;
  const fields = fieldsOf(flavour).map((field) => FIELDS[field]({ title, description, language }));
  return fields.length === 0 ? mark : `---\n${fields.join('\n')}\n---\n\n${mark}`;
}

type Field = 'marp' | 'paginate' | 'theme' | 'title' | 'subtitle' | 'lang' | 'htmlAttrs';
type Facts = Pick<Deck, 'title' | 'description' | 'language'>;

function fieldsOf(flavour: Flavour | undefined): readonly Field[] {
  switch (flavour) {
    case undefined:
      return [];
    case 'marp':
      return ['marp', 'title', 'lang', 'paginate'];
    case 'slidev':
      return ['theme', 'title', 'htmlAttrs'];
    case 'pandoc':
      return ['title', 'subtitle', 'lang'];
  }
}

/** JSON's strings are YAML's too. */
const FIELDS: Readonly<Record<Field, (facts: Facts) => string>> = {
  marp: () => 'marp: true',
  paginate: () => 'paginate: true',
  theme: () => 'theme: default',
  title: ({ title }) => `title: ${JSON.stringify(title)}`,
  subtitle: ({ description }) => `subtitle: ${JSON.stringify(description)}`,
  lang: ({ language }) => `lang: ${JSON.stringify(language)}`,
  htmlAttrs: ({ language }) => `htmlAttrs:\n  lang: ${JSON.stringify(language)}`,
};
