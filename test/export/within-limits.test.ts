import { expect, test } from 'vitest';
import { withinLimits } from '../../src/export/within-limits.ts';

test('work that fails after a run was stopped does not bring the run down', async () => {
  const unhandled: unknown[] = [];
  const listen = (reason: unknown): void => void unhandled.push(reason);
  process.on('unhandledRejection', listen);
  const work = new Promise<never>((_, reject) => {
    setTimeout(() => reject(new Error('late')), 10);
  });
  const limits = { timeoutSeconds: 1, signal: AbortSignal.abort('SIGINT') };
  await expect(withinLimits(work, limits)).rejects.toBe('SIGINT');
  await new Promise((done) => {
    setTimeout(done, 50);
  });
  process.off('unhandledRejection', listen);
  expect(unhandled).toEqual([]);
});
