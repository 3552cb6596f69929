export interface Limits {
  readonly timeoutSeconds: number;
  /** Aborting it ends the wait with its reason. */
  readonly signal: AbortSignal;
}

/** A timer set to more would fire at once, ms. */
const LONGEST_TIMER = 2 ** 31 - 1;

/** Seconds as the milliseconds of a timer. */
export function timerOf(seconds: number): number {
  return Math.min(seconds * 1000, LONGEST_TIMER);
}

/**
 * Waits for work, but neither for ever nor longer than it is wanted. The work itself goes on.
 * @throws a DOMException TimeoutError; the signal's reason; whatever the work throws
 */
export async function withinLimits<T>(work: Promise<T>, { timeoutSeconds, signal }: Limits): Promise<T> {
  // What comes of work that nobody waits for any more is nobody's concern.
  work.catch(() => undefined);
  signal.throwIfAborted();
  const over = new AbortController();
  const onAbort = (): void => over.abort(signal.reason);
  signal.addEventListener('abort', onAbort, { once: true });
  const timer = setTimeout(() => over.abort(new DOMException('timed out', 'TimeoutError')), timerOf(timeoutSeconds));
  const stopped = new Promise<never>((_, reject) => {
    over.signal.addEventListener('abort', () => reject(over.signal.reason), { once: true });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    clearTimeout(timer);
    signal.removeEventListener('abort', onAbort);
  }
}
