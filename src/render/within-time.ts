import { runInNewContext } from 'node:vm';

/** Thrown where something did not come to its end in time. */
export class TimeIsUp extends Error {}

/**
 * What `run` returns, if it returns in time: its own code and all it calls is broken off after `limit`, loops too.
 * @param limit ms
 * @throws TimeIsUp
 */
export function withinTime<T>(limit: number, run: () => T): T {
  const results: T[] = [];
  const job = (): void => {
    results.push(run());
  };
  try {
    // V8 ends everything that runs beneath this call, whatever context it belongs to.
    runInNewContext('job()', { job }, { timeout: limit });
  } catch (error) {
    if (isTimeout(error)) throw new TimeIsUp(`takes longer than ${limit / 1000} s`, { cause: error });
    throw error;
  }
  const [result] = results;
  if (result === undefined) throw new TypeError('nothing was returned');
  return result;
}

function isTimeout(error: unknown): boolean {
  return (
    typeof error === 'object' && error !== null && 'code' in error && error.code === 'ERR_SCRIPT_EXECUTION_TIMEOUT'
  );
}
