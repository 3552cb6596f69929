import { composeDeck } from '../../src/compose/compose-deck.ts';
import { exportPptx } from '../../src/export/export-pptx.ts';
import { readAssets } from '../../src/files/read-assets.ts';
import { readStyle } from '../../src/files/read-style.ts';
import type { TalkOptions } from '../../src/model/build-options.ts';
import type { Library } from '../../src/model/library.ts';
import type { OfficeTalk } from '../../src/model/office.ts';
import type { Mode, SlideSize, Style } from '../../src/model/style.ts';
import type { Theme } from '../../src/model/theme.ts';
import { prepareOffice } from '../../src/prepare-office.ts';
import { selectAll } from '../make-library.ts';

export const FACTS = { title: 'A & B', author: 'Ada', subject: '', creator: 'Lectern test' };

export interface OfficeRequest {
  readonly style?: string | Style;
  readonly mode?: Mode;
  readonly size?: SlideSize;
  readonly themes?: readonly Theme[];
  readonly groupBy?: 'part' | 'theme';
}

/** The talk of a whole library, as PowerPoint is to show it. */
export async function prepareTalk(library: Library, request: OfficeRequest = {}): Promise<OfficeTalk> {
  const { mode, size = '16:9', themes = [], groupBy = 'part' } = request;
  const given = request.style ?? 'folio';
  const style = typeof given === 'string' ? await readStyle(given, { mode, size }) : given;
  const selection = selectAll(library, themes);
  const report = { note() {}, warnings() {}, selected() {}, written() {}, progress() {} };
  const options: TalkOptions = { cwd: '/', criteria: selection.criteria, groupBy, style: style.name, size, report };
  const deck = composeDeck(selection, { style, groupBy });
  return prepareOffice({ selection, style, assets: await readAssets(), deck }, options);
}

export async function makePptx(talk: OfficeTalk): Promise<Uint8Array> {
  return exportPptx(talk, { facts: FACTS });
}
