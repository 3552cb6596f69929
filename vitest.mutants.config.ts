import { defineConfig } from 'vitest/config';

/** The tests that count where mutants are tried: each mutant runs all that reach it, so none that starts a browser, a program or takes seconds. */
export default defineConfig({
  test: {
    include: ['test/{parse,model,brand,render,files,present,export}/**/*.test.ts', 'test/cli/show-controls.test.ts'],
    exclude: [
      'test/brand/brand.test.ts',
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
