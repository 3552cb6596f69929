/** `npm test`: sets up what is missing, a browser too, then runs every test, or those named after `--`. */
import { join } from 'node:path';
import { runNode } from './run-node.mjs';
import { root, setUp } from './setup.mjs';

setUp({ browser: true });
runNode([join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...process.argv.slice(2)]);
