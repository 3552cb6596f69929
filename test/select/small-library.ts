import type { Lesson, Library } from '../../src/model/library.ts';
import type { Theme } from '../../src/model/theme.ts';

export const SMALL_LIBRARY: Library = {
  name: 'small',
  title: 'Lessons from Nobody',
  subject: 'Nobody',
  tagline: '',
  intro: '',
  language: 'en',
  sources: [{ name: 'InfoQ' }, { name: 'Smith, Jones and Sons' }],
  parts: [
    {
      number: 1,
      title: 'Cloud, Workflow and Scale',
      lessons: [
        lesson('1.1', { topic: 'On shifts', quote: 'Everything moves.', themes: ['workflow'] }),
        lesson('1.2', { topic: 'On trust', quote: 'Secrets expire.', themes: ['security', 'workflow'] }),
      ],
    },
    {
      number: 2,
      title: 'Zero Trust Security',
      lessons: [
        lesson('2.1', { topic: 'On perimeters', quote: 'Trust nobody, not even zero.', themes: ['security'] }),
        lesson('2.2', { topic: 'On gossip', quote: 'Nodes talk.', source: 'Smith, Jones and Sons' }),
        lesson('2.3', { topic: 'On vaults', quote: 'Lock it.', note: 'Tell the café story.' }),
      ],
    },
    {
      number: 4,
      title: '分散システムの複雑性',
      lessons: [lesson('4.1', { topic: 'On state', quote: 'Someone holds it.' })],
    },
  ],
};

export const SMALL_THEMES: readonly Theme[] = [
  theme('workflow', 'Workflow'),
  theme('security', 'Security and Trust'),
  theme('scale', 'Scale'),
];

function lesson(id: string, given: Partial<Lesson> & Pick<Lesson, 'topic' | 'quote'>): Lesson {
  const [part = 0, number = 0] = id.split('.').map(Number);
  return { id, part, number, source: 'InfoQ', themes: [], key: false, line: 1, ...given };
}

function theme(name: string, title: string): Theme {
  return { name, title, description: '', icon: '', glyph: '', terms: [] };
}
