import { getHeapStatistics } from 'node:v8';

/** Bytes that this process may use for what it reads and makes; V8 ends the process when they are full, and says nothing that helps. */
export function memoryLimit(): number {
  return getHeapStatistics().heap_size_limit;
}

/** How to get more, for hints. */
export const MORE_MEMORY = 'set NODE_OPTIONS=--max-old-space-size=8192 (MB)';
