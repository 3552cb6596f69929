import type { Library } from '../../src/model/library.ts';
import { makeLesson, makeLibrary } from '../make-library.ts';

const LONG =
  'Complexity is the enemy of security and reliability, and the role of a great architect is to distill simplicity. ';
const TOPICS = [
  'On trust',
  LONG.repeat(2).slice(0, 140),
  'On Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  '论基础设施的转变与组织的变化',
  'عن سير العمل',
  'On https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance',
];
const QUOTES = [
  'We do.',
  'Why should a secret live any longer than the request that needs it?',
  LONG.repeat(2),
  LONG.repeat(5),
  LONG.repeat(7),
  LONG.repeat(20),
  `${LONG}\n${LONG}\n\nAnd so on.`,
  '身份是新的边界，网络不可信。'.repeat(12),
  '単純さは、セキュリティと信頼性の敵です。'.repeat(6),
  'عليك أن توحّد سير العمل لا التقنيات. '.repeat(6),
  'הרשת כבר פרוצה. זהות היא ההיקף החדש. '.repeat(5),
  `${'W'.repeat(80)} is a word.`,
  'WE HAVE TO STANDARDIZE THE WORKFLOW, NOT THE TECHNOLOGY. '.repeat(4),
];
const SOURCES = [
  'InfoQ',
  'S',
  LONG.slice(0, 100),
  'https://example.org/a/very/long/address/that/never/ends/at/all',
  '分布式系统访谈',
];

/** Lessons that are as long, and as foreign, as lessons are, in parts with numbers of one and two digits. */
export function hostileLibrary(): Library {
  const lessons = Array.from({ length: 39 }, (_, index) =>
    makeLesson(`${Math.floor(index / 13) + (index < 26 ? 1 : 9)}.${(index % 13) + 1}`, {
      topic: TOPICS[index % TOPICS.length] ?? '',
      quote: QUOTES[index % QUOTES.length] ?? '',
      source: SOURCES[(index * 7) % SOURCES.length] ?? '',
    }),
  );
  const library = makeLibrary(lessons, { title: LONG.repeat(2), tagline: LONG.repeat(3) });
  const parts = library.parts.map((part, index) => ({ ...part, title: TOPICS[index % TOPICS.length] ?? '' }));
  return { ...library, parts };
}
