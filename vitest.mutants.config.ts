import { defineConfig } from 'vitest/config';

/** Folders of test/, as `npm run mutants` names them for a group of modules. */
const folders = process.env['LECTERN_MUTANTS'] ?? 'brand,cli,export,files,parse,present,render';

/**
 * The tests that count where mutants are tried: each mutant runs all that reach it, so none that starts a browser or a program or
 * takes seconds, and those of its own folders alone.
 */
export default defineConfig({
  test: {
    include: [`test/{${folders},none}/**/*.test.ts`],
    exclude: [
      'test/brand/brand.test.ts',
      'test/cli/!(show-controls).test.ts',
      'test/export/{export-pdf,export-pptx,handout,open-browser,poster,pptx-in-office,print-pages,sandbox}.test.ts',
      'test/files/{faults,find-browser,prepared,whole-files}.test.ts',
      'test/parse/any-text.test.ts',
      'test/present/{address,door,live}.test.ts',
    ],
    globalSetup: 'test/temporary-folder.ts',
    testTimeout: 8000,
    pool: 'threads',
    // A worker for all files: quicker by a quarter, with the same results.
    isolate: false,
  },
});
