/** A file for each part, and what went wrong told by code: node examples/part-files.mjs [folder] [format, such as pdf] */
import { buildTalk, LecternError, loadLibrary } from 'lectern';

const [output = 'parts', format = 'html'] = process.argv.slice(2);
const loaded = await loadLibrary('built-in', { cwd: process.cwd() });
const report = {
  note: (message) => process.stderr.write(`${message}\n`),
  warnings: () => {},
  selected: () => {},
  written: (file) => process.stdout.write(`${file}\n`),
  progress: () => {},
};
try {
  for (const part of loaded.library.parts) {
    await buildTalk(loaded, {
      criteria: { part: [String(part.number)] },
      formats: [format],
      style: 'raster',
      groupBy: 'part',
      handout: { paper: 'A4', layout: 'slides', notes: 'lines', perPage: 3 },
      posterSize: 'A2',
      cwd: process.cwd(),
      output,
      timeoutSeconds: 60,
      force: false,
      env: process.env,
      report,
    });
  }
} catch (error) {
  if (!(error instanceof LecternError)) throw error;
  process.stderr.write(`${error.code}: ${error.message}\n${error.hint}\n`);
  process.exitCode = error.exitCode;
}
