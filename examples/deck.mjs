/** A deck of one theme, made in memory: node examples/deck.mjs > security.html */
import { createDeck, loadLibrary, readAssets, readStyle, renderHtml, select } from 'lectern';

const { library, themes } = await loadLibrary('built-in', { cwd: process.cwd() });
const style = await readStyle('nocturne');
const selection = await select(library, themes, { theme: ['security'], limit: 5 });
const deck = createDeck(selection, { style, presenter: 'Ada King' });
process.stdout.write(await renderHtml(deck, style, await readAssets()));
