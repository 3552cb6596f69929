import { mkdtemp, rm } from 'node:fs/promises';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { runInProcess } from '../cli/run-in-process.ts';
import { startPresent } from './start-present.ts';

let cwd = '';
beforeAll(async () => {
  cwd = await mkdtemp(join(tmpdir(), 'lectern-address-'));
});
afterAll(() => rm(cwd, { recursive: true }));

/** Listens on a port, once whoever else tests beside us has let go of it. */
async function occupy(port: number): Promise<Server> {
  for (;;) {
    const server = createServer();
    const isOurs = await new Promise<boolean>((done) => {
      server.once('error', () => done(false));
      server.listen(port, '127.0.0.1', () => done(true));
    });
    if (isOurs) return server;
    await new Promise((done) => setTimeout(done, 100));
  }
}

test('the next free port is taken and told where the first is not free', async () => {
  const taken = await occupy(4100);
  const presenting = await startPresent(cwd);
  const { port } = new URL(presenting.deck);
  expect(Number(port)).toBeGreaterThan(4100);
  expect(presenting.said()).toContain(`Port 4100 is taken; this talk is on ${port}.`);
  expect(await presenting.stop()).toBe(130);
  taken.close();
});

test.each([
  [
    'a port that another program has',
    ['--port', '4391'],
    6,
    '--port 4391: another program listens there',
    'ADDRESS_UNUSABLE',
  ],
  [
    'an address that this machine has not',
    ['--host', '192.0.2.1'],
    6,
    '--host 192.0.2.1: this machine has no such address',
    'ADDRESS_UNUSABLE',
  ],
  ['a port beyond all ports', ['--port', '70000'], 2, '--port 70000: there is no such port', 'USAGE'],
  ['a port that is no number', ['--port', 'http'], 2, '--port http: a whole number from 1 up is needed here', 'USAGE'],
])('%s is refused by name', async (_, words, code, what, name) => {
  const taken = await occupy(4391);
  const ran = await runInProcess(['present', '--no-open', ...words], { cwd });
  expect(ran.code).toBe(code);
  expect(ran.stdout).toBe('');
  expect(ran.stderr).toContain(what);
  expect(ran.stderr).toContain(`(${name})`);
  taken.close();
});

test.each([
  ['SIGINT', 130],
  ['SIGTERM', 143],
] as const)('%s ends the talk at once, with open windows too, and frees the port', async (signal, code) => {
  const presenting = await startPresent(cwd, ['--port', '4392']);
  const { origin, search } = new URL(presenting.deck);
  const open = await fetch(`${origin}/${search}`);
  const begun = performance.now();
  expect(await presenting.stop(signal)).toBe(code);
  expect(performance.now() - begun).toBeLessThan(2000);
  await open.body?.cancel();
  const next = await startPresent(cwd, ['--port', '4392']);
  expect(await next.stop()).toBe(130);
});

test('a library that is wrong from the start is told as everywhere, and nothing is served', async () => {
  const ran = await runInProcess(['present', '--no-open', 'nowhere.yaml'], { cwd });
  expect(ran).toMatchObject({ code: 6, stdout: '' });
  expect(ran.stderr).toContain('nowhere.yaml');
});
