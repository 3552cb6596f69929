import { once } from 'node:events';
import { request as askHttp, createServer, type IncomingHttpHeaders } from 'node:http';
import { type AddressInfo, connect, createServer as createTcp } from 'node:net';
import { networkInterfaces } from 'node:os';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import type { LiveTalk } from '../../src/model/live.ts';
import { listen } from '../../src/present/listen.ts';
import { serveTalk, type TalkServer } from '../../src/present/serve-talk.ts';

const TALK: LiveTalk = {
  version: 1,
  deck: { html: '<title>Deck</title>', policy: "default-src 'none'" },
  presenter: { html: '<title>Presenter</title>', policy: "default-src 'self'" },
  plan: '{"slides":["title"]}',
  slides: ['title', 'lesson-1.1'],
};

/** On Linux an address that no other test run of this machine listens on: all of its ports are ours. */
const HOST =
  process.platform === 'linux' ? `127.1.${(process.pid >> 8) & 0xff}.${Math.max(1, process.pid & 0xff)}` : '127.0.0.1';

let server: TalkServer;
let deck: URL;

beforeEach(async () => {
  server = await serveTalk(TALK, { host: HOST });
  deck = new URL(server.decks[0] ?? '');
});
afterEach(() => server.close());

interface Answer {
  readonly status: number;
  readonly headers: IncomingHttpHeaders;
  readonly text: string;
}

interface Asked {
  readonly method?: string;
  readonly headers?: Readonly<Record<string, string>>;
}

async function ask(path: string, { method = 'GET', headers = {} }: Asked = {}): Promise<Answer> {
  const asking = askHttp({ agent: false, host: HOST, port: server.port, path, method, headers });
  asking.end();
  const [answer] = await once(asking, 'response');
  let text = '';
  for await (const piece of answer) text += String(piece);
  return { status: answer.statusCode, headers: answer.headers, text };
}

interface Line {
  readonly line: WebSocket;
  /** The next message, without the time of the day. */
  readonly hear: () => Promise<unknown>;
}

async function openLine(): Promise<Line> {
  const line = new WebSocket(`ws://${deck.host}/live${deck.search}`, { origin: deck.origin });
  const heard: unknown[] = [];
  const waiting: ((message: unknown) => void)[] = [];
  line.on('message', (data) => {
    const { now, ...message } = JSON.parse(String(data));
    if (message.type === 'room') expect(Math.abs(Date.now() - now)).toBeLessThan(5000);
    const next = waiting.shift();
    if (next) next(message);
    else heard.push(message);
  });
  await once(line, 'open');
  return {
    line,
    hear: async () => (heard.length > 0 ? heard.shift() : new Promise((resolve) => waiting.push(resolve))),
  };
}

const ROOM = {
  type: 'room',
  by: 0,
  slide: null,
  black: false,
  clock: { counted: 0, since: null },
  version: 1,
  problems: [],
};

describe('what is answered', () => {
  test.each([
    ['/', '<title>Deck</title>', 'text/html; charset=UTF-8', "default-src 'none'; frame-ancestors 'self'"],
    [
      '/presenter',
      '<title>Presenter</title>',
      'text/html; charset=UTF-8',
      "default-src 'self'; frame-ancestors 'self'",
    ],
    ['/plan.json', '{"slides":["title"]}', 'application/json', undefined],
  ])('%s is there, kept by nobody, guessed by nobody, framed by nobody else', async (path, text, type, policy) => {
    expect(await ask(path + deck.search)).toMatchObject({
      status: 200,
      text,
      headers: {
        'content-type': type,
        'cache-control': 'no-store',
        'x-content-type-options': 'nosniff',
        'x-frame-options': 'SAMEORIGIN',
        'referrer-policy': 'no-referrer',
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
      },
    });
    expect((await ask(path + deck.search)).headers['content-security-policy']).toBe(policy);
  });

  test('what is not there is told, under the same headers', async () => {
    expect(await ask(`/elsewhere${deck.search}`)).toMatchObject({
      status: 404,
      text: 'There is nothing here.',
      headers: { 'cache-control': 'no-store', 'x-frame-options': 'SAMEORIGIN' },
    });
  });

  test('a talk that is published is what is served from then on', async () => {
    server.publish({
      ...TALK,
      version: 2,
      deck: { ...TALK.deck, html: 'New' },
      presenter: { html: 'P', policy: '' },
      plan: '2',
    });
    expect((await ask(`/${deck.search}`)).text).toBe('New');
    expect((await ask(`/presenter${deck.search}`)).text).toBe('P');
    expect((await ask(`/plan.json${deck.search}`)).text).toBe('2');
  });

  test('both pages have addresses with the same token of 32 characters, which another talk does not have', async () => {
    const presenter = new URL(server.presenters[0] ?? '');
    expect(deck.pathname).toBe('/');
    expect(presenter.pathname).toBe('/presenter');
    expect(presenter.search).toBe(deck.search);
    expect(deck.search).toMatch(/^\?token=[\w-]{32}$/u);
    const other = await serveTalk(TALK, { host: HOST });
    await other.close();
    expect(other.decks[0]).not.toContain(deck.search);
  });
});

describe('what is refused', () => {
  test.each<[why: string, asked: Asked, status: number, words: string]>([
    ['another method', { method: 'POST' }, 405, 'Only GET and HEAD are answered.'],
    ['another host', { headers: { Host: 'evil.example' } }, 403, 'This is not the address of this server.'],
    ['another origin', { headers: { Origin: 'http://evil.example' } }, 403, 'Another page asked.'],
    [
      'another site',
      { headers: { 'Sec-Fetch-Site': 'cross-site' } },
      403,
      'Another page asked; open the address by itself.',
    ],
    ['an upgrade without an origin', { headers: { Upgrade: 'h2c' } }, 403, 'Another page asked.'],
  ])('%s, in words and under the same headers', async (_, asked, status, words) => {
    const { headers, ...answer } = await ask(`/${deck.search}`, asked);
    expect(answer).toEqual({ status, text: words });
    expect(headers).toMatchObject({ 'cache-control': 'no-store', 'x-content-type-options': 'nosniff' });
    expect(headers['allow']).toBe(status === 405 ? 'GET, HEAD' : undefined);
  });

  test.each(['/', '/?token=', '/?token=wrong'])('%s, with the way in', async (path) => {
    expect(await ask(path)).toMatchObject({
      status: 403,
      text: 'Open the whole address that `lectern present` printed, with its token.',
    });
  });

  test.each(['same-origin', 'none'])('not a page of our own, which browsers call %s', async (site) => {
    const headers = { Origin: deck.origin, 'Sec-Fetch-Site': site };
    expect((await ask(`/${deck.search}`, { headers })).status).toBe(200);
    expect((await ask(`/${deck.search}`, { method: 'HEAD', headers })).status).toBe(200);
  });

  test.each<[why: string, path: () => string, headers: () => string, answer: string]>([
    ['no token', () => '/live', () => `Origin: ${deck.origin}\r\n`, '403 Forbidden'],
    ['another path', () => `/lives${deck.search}`, () => `Origin: ${deck.origin}\r\n`, '404 Not Found'],
    ['no origin', () => `/live${deck.search}`, () => '', '403 Forbidden'],
    ['another origin', () => `/live${deck.search}`, () => 'Origin: http://evil.example\r\n', '403 Forbidden'],
    ['an address that is none', () => '//[', () => `Origin: ${deck.origin}\r\n`, '403 Forbidden'],
  ])('a line with %s', async (_, path, headers, answer) => {
    const socket = connect(server.port, HOST);
    socket.write(
      `GET ${path()} HTTP/1.1\r\nHost: ${deck.host}\r\n${headers()}Connection: Upgrade\r\nUpgrade: websocket\r\n\r\n`,
    );
    let text = '';
    for await (const piece of socket) text += String(piece);
    expect(text).toBe(`HTTP/1.1 ${answer}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
  });
});

describe('the line between the windows', () => {
  test('a window is told its number and the room, and of every change who wished it', async () => {
    const first = await openLine();
    expect(await first.hear()).toEqual({ type: 'hello', id: 1 });
    expect(await first.hear()).toEqual(ROOM);
    const second = await openLine();
    expect(await second.hear()).toEqual({ type: 'hello', id: 2 });
    expect(await second.hear()).toEqual(ROOM);
    second.line.send('{"type":"show","slide":"lesson-1.1"}');
    const shown = { ...ROOM, by: 2, slide: 'lesson-1.1' };
    expect(await first.hear()).toEqual(shown);
    expect(await second.hear()).toEqual(shown);
    server.tellProblems(['ada.yaml:3: no']);
    const told = { ...shown, by: 0, problems: ['ada.yaml:3: no'] };
    expect(await first.hear()).toEqual(told);
    expect(await second.hear()).toEqual(told);
    server.publish({ ...TALK, version: 2 });
    expect(await first.hear()).toEqual({ ...told, version: 2, problems: [] });
  });

  test('a wish that changes nothing is answered to who had it, and to nobody else', async () => {
    const [first, second] = [await openLine(), await openLine()];
    for (const { hear } of [first, second]) for (const _ of [1, 2]) await hear();
    first.line.send('{"type":"show","slide":"nowhere"}');
    expect(await first.hear()).toEqual({ ...ROOM, by: 1 });
    first.line.send('{"type":"black","black":true}');
    expect(await second.hear()).toEqual({ ...ROOM, by: 1, black: true });
  });

  test('what is binary is no wish, and what is too long ends the line', async () => {
    const { line, hear } = await openLine();
    for (const _ of [1, 2]) await hear();
    line.send(Buffer.from('{"type":"black","black":true}'));
    line.send('{"type":"black","black":false}');
    expect(await hear()).toEqual({ ...ROOM, by: 1 });
    const closed = once(line, 'close');
    line.on('error', () => {});
    line.send(' '.repeat(5000));
    expect((await closed)[0]).toBe(1009);
    // Who has left is told nothing more.
    server.tellProblems(['x']);
  });

  test('a wish of 4,096 bytes is heard', async () => {
    const { line, hear } = await openLine();
    for (const _ of [1, 2]) await hear();
    line.send('{"type":"black","black":true}'.padEnd(4096));
    expect(await hear()).toEqual({ ...ROOM, by: 1, black: true });
  });

  test('a window that goes is forgotten: another gets the next number', async () => {
    const first = await openLine();
    const closed = once(first.line, 'close');
    first.line.close();
    await closed;
    expect(await (await openLine()).hear()).toEqual({ type: 'hello', id: 2 });
  });

  test('all lines are ended with the talk, and its port is free', async () => {
    const { line } = await openLine();
    const closed = once(line, 'close');
    await server.close();
    await closed;
    server = await serveTalk(TALK, { host: HOST, port: server.port });
  });
});

describe('the address', () => {
  test.runIf(HOST !== '127.0.0.1')('the first port is 4100, and one that is taken is passed over', async () => {
    expect(server.port).toBe(4100);
    const other = await serveTalk(TALK, { host: HOST });
    expect(other.port).toBe(4101);
    await other.close();
  });

  test('a port that is named and taken is told', async () => {
    await expect(serveTalk(TALK, { host: HOST, port: server.port })).rejects.toMatchObject({
      code: 'ADDRESS_UNUSABLE',
      message: `--port ${server.port}: another program listens there`,
      hint: 'Name another port, or leave --port out: then the next free one is taken.',
    });
  });

  test.each([
    ['203.0.113.1', '--host 203.0.113.1: this machine has no such address'],
    ['no.such.host.invalid', '--host no.such.host.invalid: '],
  ])('a host that is none of ours is told: %s', async (host, message) => {
    await expect(serveTalk(TALK, { host })).rejects.toMatchObject({
      code: 'ADDRESS_UNUSABLE',
      message: expect.stringContaining(message),
      hint: expect.stringMatching(/leave --host out: 127|Leave --host and --port out, or name others/u),
      cause: expect.any(Error),
    });
  });

  test.each(['0.0.0.0', '::'])('%s is known by 127.0.0.1 and every address of the machine', async (host) => {
    const everywhere = await serveTalk(TALK, { host });
    const own = Object.values(networkInterfaces())
      .flatMap((addresses) => addresses ?? [])
      .filter(({ family, internal }) => family === 'IPv4' && !internal)
      .map(({ address }) => `http://${address}:${everywhere.port}`);
    expect(everywhere.decks.map((address) => new URL(address).origin)).toEqual([
      `http://127.0.0.1:${everywhere.port}`,
      ...own,
    ]);
    await everywhere.close();
  });

  test('an address of IPv6 stands in brackets', async () => {
    const sixth = await serveTalk(TALK, { host: '::1' });
    expect(sixth.decks[0]).toMatch(/^http:\/\/\[::1\]:\d+\/\?token=/u);
    expect((await fetch(sixth.decks[0] ?? '')).status).toBe(200);
    await sixth.close();
  });

  test.runIf(HOST !== '127.0.0.1')('where no port of a hundred is free, that is told', async () => {
    const taken = await Promise.all(
      Array.from({ length: 100 }, async (_, index) => {
        const one = createTcp().on('error', () => {});
        one.listen({ host: HOST, port: 4100 + index, exclusive: true });
        await Promise.race([once(one, 'listening'), once(one, 'error')]).catch(() => {});
        return one;
      }),
    );
    await expect(listen(createServer(), { host: HOST })).rejects.toMatchObject({
      code: 'ADDRESS_UNUSABLE',
      message: `--host ${HOST}: no port from 4100 to 4199 is free`,
      hint: 'Name one with --port.',
    });
    for (const one of taken) one.close();
  });

  test('a server that listens is not told of later errors as failures to listen', async () => {
    const one = createServer();
    const port = await listen(one, { host: HOST });
    expect(one.listenerCount('error')).toBe(0);
    const address: AddressInfo | string | null = one.address();
    expect(address).toMatchObject({ port });
    one.close();
  });
});

test('every few seconds a window hears that the line is alive', async () => {
  const { hear } = await openLine();
  for (const _ of [1, 2]) await hear();
  const start = performance.now();
  expect(await hear()).toEqual({ type: 'beat' });
  expect(performance.now() - start).toBeGreaterThan(2500);
});
