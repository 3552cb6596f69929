/** `npm start`: sets up what is missing, then makes the deck of the built-in library. Words after `--` go to Lectern. */
import { join } from 'node:path';
import { runNode } from './run-node.mjs';
import { root, setUp } from './setup.mjs';

setUp({ browser: false });
runNode([join(root, 'dist/main.js'), ...process.argv.slice(2)]);
