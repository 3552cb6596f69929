import fc from 'fast-check';
import type { Lesson, Library } from '../../src/model/library.ts';
import { makeLesson, makeLibrary } from '../make-library.ts';

const SENTENCES = [
  'Complexity is the enemy of security and reliability.',
  'The role of a great architect is to distill simplicity from an inherently complex environment!',
  'Why should a secret live any longer than the request that needs it?',
  'We do.',
  'WE HAVE TO STANDARDIZE THE WORKFLOW, NOT THE TECHNOLOGY.',
];
const LONG_WORDS = [
  'Donaudampfschifffahrtselektrizitätenhauptbetriebswerkbauunterbeamtengesellschaft',
  'https://registry.terraform.io/providers/hashicorp/aws/latest/docs/resources/instance',
  'W'.repeat(80),
];
const latin = fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 25 }).map((all) => all.join(' '));
const withLongWords = fc
  .array(fc.constantFrom(...SENTENCES, ...LONG_WORDS), { minLength: 1, maxLength: 12 })
  .map((all) => all.join(' '));
const lines = fc.array(fc.constantFrom(...SENTENCES), { minLength: 1, maxLength: 12 }).map((all) => all.join('\n'));
const repeated = (units: readonly string[], most: number): fc.Arbitrary<string> =>
  fc.array(fc.constantFrom(...units), { minLength: 4, maxLength: most }).map((all) => all.join(''));
const chinese = repeated(['身份是新的边界，', '网络不可信。', '流程', '而不是技术', '安全：', '基础设施即代码。'], 150);
const japanese = repeated(['単純さは、', 'セキュリティ', 'と信頼性の敵です。', '運用担当者にも'], 120);
const korean = repeated(['복잡성은 ', '보안과 ', '신뢰성의 적이다. ', '단순함을 '], 150);
const arabic = repeated(['عليك أن توحّد ', 'سير العمل ', 'لا التقنيات. ', 'البنية التحتية '], 90);
const hebrew = repeated(['הרשת ', 'כבר פרוצה. ', 'זהות ', 'היא ההיקף החדש. '], 90);
const emoji = repeated(['🔒 ', '🔑', '👩‍👩‍👧‍👦 ', 'locks and keys ', '🤷🏽‍♀️', 'nobody asked. '], 60);
const anything = fc
  .string({ unit: 'grapheme', minLength: 20, maxLength: 600 })
  .map((text) => text.replace(/\p{C}/gu, 'x'));
const quote = fc
  .oneof(latin, withLongWords, lines, chinese, japanese, korean, arabic, hebrew, emoji, anything)
  .map((text) => text.trim().slice(0, 1500).padEnd(20, '.').toWellFormed());
const topic = fc
  .oneof(fc.constantFrom('On trust', '论基础设施的转变', 'عن سير العمل', LONG_WORDS[0] ?? ''), latin, chinese)
  .map((text) => text.slice(0, 140).trim());
const source = fc
  .oneof(fc.constantFrom('InfoQ', LONG_WORDS[1] ?? '', '分布式系统访谈'), latin)
  .map((text) => text.slice(0, 100).trim());

/** 500 lessons, their texts as different as texts are. */
function randomLessons(seed: number): readonly Lesson[] {
  const texts = fc.sample(fc.record({ quote, topic, source }), { seed, numRuns: 500 });
  return texts.map((text, index) => makeLesson(`${Math.floor(index / 17) + 1}.${(index % 17) + 1}`, text));
}

/** Made of them, in parts with titles as different. */
export function randomLibrary(): Library {
  const seed = Number(process.env['SEED'] ?? 20260101);
  const parts = fc.sample(topic, { seed, numRuns: 30 });
  const library = makeLibrary(randomLessons(seed), { title: parts[0] ?? '', tagline: parts[1] ?? '' });
  const titled: Library = {
    ...library,
    parts: library.parts.map((part, index) => ({ ...part, title: parts[index] ?? '' })),
  };
  return titled;
}
