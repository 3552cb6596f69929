/** Has Node count what every program that a test starts runs: in this process, Vitest counts. Set by `npm run coverage`. */
process.env['NODE_V8_COVERAGE'] = process.env['LECTERN_COVERAGE'];
