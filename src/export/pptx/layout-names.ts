import type { OfficeTalk } from '../../model/office.ts';
import type { LayoutKind } from '../../model/office-layout.ts';
import type { Slide } from '../../model/slides.ts';

const TITLES: Readonly<Record<LayoutKind, string>> = {
  title: 'Title',
  agenda: 'Contents',
  matrix: 'Parts and themes',
  shares: 'Sources of the lessons',
  part: 'Part',
  theme: 'Theme',
  key: 'Key idea',
  lesson: 'Lesson',
  closing: 'Closing',
  sources: 'Sources',
};

export function layoutKind(slide: Slide): LayoutKind {
  if (slide.kind !== 'overview') return slide.kind;
  return slide.overview === 'matrix' ? 'matrix' : 'shares';
}

/** The name of the layout that a slide is made on. */
export function layoutName(talk: OfficeTalk, slide: Slide): string {
  return layoutTitle(talk, layoutKind(slide), isRtl(slide));
}

/** The name of the layout of a kind of slides. */
export function layoutTitle({ style }: OfficeTalk, kind: LayoutKind, rtl: boolean = false): string {
  return `${style.title}: ${TITLES[kind]}${rtl ? ', right to left' : ''}`;
}

/** Whether a slide's words run from right to left. */
export function isRtl(slide: Slide): boolean {
  if (slide.kind === 'lesson') return slide.quote.direction === 'rtl';
  return slide.kind === 'key' && slide.direction === 'rtl';
}
