import fc from 'fast-check';

/** How often each property is tried: FUZZ_RUNS of the environment, else as often as a quick suite allows. */
export const FUZZ_RUNS: number = Number(process.env['FUZZ_RUNS'] ?? 200);

/** In ms: what so many runs may take on a busy machine. */
export const FUZZ_TIMEOUT: number = 60_000 + 300 * FUZZ_RUNS;

/** The same texts each time, so that a red run is about the code; FUZZ_SEED of the environment takes others. */
fc.configureGlobal({ seed: Number(process.env['FUZZ_SEED'] ?? 20_261_124) });
