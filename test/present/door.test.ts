import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { createConnection } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { type Presenting, startPresent } from './start-present.ts';

let folder = '';
let presenting: Presenting;
let origin = '';
let host = '';
let token = '';

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'lectern-door-'));
  presenting = await startPresent(folder);
  const url = new URL(presenting.deck);
  origin = url.origin;
  host = url.host;
  token = url.searchParams.get('token') ?? '';
});
afterAll(async () => {
  await presenting.stop();
  await rm(folder, { recursive: true });
});

interface Answer {
  readonly status: number;
  readonly text: string;
}

/** Bytes to the server exactly as they are given, and everything it answers. */
async function ask(request: string): Promise<Answer> {
  const socket = createConnection({ port: Number(new URL(origin).port), host: '127.0.0.1' });
  let text = '';
  socket.on('data', (data) => {
    text += data.toString('latin1');
  });
  socket.on('error', () => {});
  socket.write(request);
  await new Promise((done) => {
    socket.once('close', done);
    setTimeout(done, 1500);
  });
  socket.destroy();
  return { status: Number(/^HTTP\/1\.1 (\d+)/u.exec(text)?.[1] ?? 0), text };
}

/** One request with the right Host unless another is given; `$` in it is the query with the token, `@` the token. */
function request(path: string, { method = 'GET', headers = '' }: { method?: string; headers?: string } = {}): string {
  const filled = (text: string): string => text.replaceAll('$', `?token=${token}`).replaceAll('@', token);
  const lines = /^host:/imu.test(headers) ? headers : `Host: ${host}\r\n${headers}`;
  return `${method} ${filled(path)} HTTP/1.1\r\n${filled(lines)}Connection: close\r\n\r\n`;
}

/** What would be a leak: the deck, a note, the plan, a file of this machine, a path. */
function leaks(text: string): boolean {
  return /<section|aside class|"slides"|root:|PRIVATE|"type":"room"|node_modules|\/work\/|Lessons from/u.test(text);
}

test.each(['/$', '/presenter$', '/plan.json$'])('%s is answered to who has the token', async (path) => {
  const { status, text } = await ask(request(path));
  expect(status).toBe(200);
  expect(leaks(text)).toBe(true);
  expect(text).toMatch(/x-content-type-options: nosniff/iu);
  expect(text).toMatch(/cache-control: no-store/iu);
  expect(text).toMatch(/x-frame-options: SAMEORIGIN/iu);
  expect(text).toMatch(/referrer-policy: no-referrer/iu);
  expect(text).not.toMatch(/access-control|set-cookie|x-powered-by/iu);
});

test.each(['/$', '/presenter$'])('%s may be framed by us alone, and runs nothing but itself', async (path) => {
  const { text } = await ask(request(path, { method: 'HEAD' }));
  expect(text).toMatch(/^HTTP\/1\.1 200/u);
  expect(text.split('\r\n\r\n')[1]).toBe('');
  expect(text).toMatch(
    /content-security-policy: default-src 'none'; script-src 'sha256-.*connect-src 'self'.*frame-ancestors 'self'/iu,
  );
});

const GATES = ['/', '/presenter', '/plan.json'];
const FORBIDDEN: readonly (readonly [why: string, path: string, headers: string])[] = [
  ...GATES.flatMap((path): readonly (readonly [string, string, string])[] => [
    ['no token', path, ''],
    ['an empty token', `${path}?token=`, ''],
    ['a wrong token', `${path}?token=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA`, ''],
    ['half a token', `${path}?token=${'A'.repeat(16)}`, ''],
    ['the token in a cookie', path, 'Cookie: token=@\r\n'],
    ['the token as a password', path, 'Authorization: Bearer @\r\n'],
    ['the name localhost', `${path}$`, 'Host: localhost:4100\r\n'],
    ['a name that was rebound to us', `${path}$`, 'Host: evil.example\r\n'],
    ['a name that begins like ours', `${path}$`, 'Host: 127.0.0.1.evil.example\r\n'],
    ['our address without its port', `${path}$`, 'Host: 127.0.0.1\r\n'],
    ['another port', `${path}$`, 'Host: 127.0.0.1:1\r\n'],
    ['a user before our address', `${path}$`, `Host: evil@127.0.0.1\r\n`],
    ['the origin null', `${path}$`, 'Origin: null\r\n'],
    ['another origin', `${path}$`, 'Origin: https://evil.example\r\n'],
    ['our origin over https', `${path}$`, 'Origin: https://127.0.0.1\r\n'],
    ['an origin that begins like ours', `${path}$`, 'Origin: http://127.0.0.1.evil.example\r\n'],
    ['another site that sent for it', `${path}$`, 'Sec-Fetch-Site: cross-site\r\n'],
    ['another port of this machine that sent for it', `${path}$`, 'Sec-Fetch-Site: same-site\r\n'],
  ]),
];

test.each(FORBIDDEN)('%s gets nothing: %s %j', async (_, path, headers) => {
  const { status, text } = await ask(request(path, { headers }));
  expect(status).toBe(headers.includes('evil@') ? 400 : 403);
  expect(leaks(text)).toBe(false);
});

test.each([
  '/../../../../etc/passwd$',
  '/..%2f..%2f..%2fetc%2fpasswd$',
  '/%2e%2e/%2e%2e/etc/passwd$',
  '/....//....//etc/passwd$',
  '/..\\..\\etc\\passwd$',
  '/package.json$',
  '/dist/main.js$',
  '/data/armon-dadgar.yaml$',
  '/templates/deck.hbs$',
  '/node_modules/ws/package.json$',
  '/.git/config$',
  '/lectern.config.yaml$',
  '/presenter/$',
  '/presenter/../plan.json%00$',
  '/PRESENTER$',
  '/%70resenter%00$',
  '/plan.json/..%2f$',
  '/@fs/etc/passwd$',
  '/?file=/etc/passwd',
  '//evil.example/$',
  '/live$',
  '/favicon.ico$',
])('%s leads nowhere', async (path) => {
  const { status, text } = await ask(request(path));
  expect([400, 403, 404]).toContain(status);
  expect(leaks(text)).toBe(false);
});

test.each(['POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS', 'TRACE', 'PROPFIND'])('%s is no way to ask', async (method) => {
  for (const path of ['/$', '/presenter$', '/plan.json$', '/live$']) {
    const { status, text } = await ask(request(path, { method, headers: 'Content-Length: 0\r\n' }));
    expect(status).toBe(405);
    expect(leaks(text)).toBe(false);
  }
});

test.each([
  ['an oversized header', () => request('/$', { headers: `X-Long: ${'a'.repeat(100_000)}\r\n` })],
  ['an oversized address', () => request(`/$&${'a'.repeat(100_000)}`)],
  ['two thousand headers', () => request('/', { headers: 'X-Many: 1\r\n'.repeat(3000) })],
  ['no Host', () => `GET /?token=${token} HTTP/1.1\r\nConnection: close\r\n\r\n`],
  ['a request that is none', () => 'GARBAGE\r\n\r\n'],
  ['HTTP/2 without asking', () => 'PRI * HTTP/2.0\r\n\r\nSM\r\n\r\n'],
  ['a proxy request', () => request('http://evil.example/', { headers: '' })],
  ['a tunnel', () => `CONNECT evil.example:443 HTTP/1.1\r\nHost: ${host}\r\n\r\n`],
  ['a smuggled request', () => request('/', { headers: 'Content-Length: 5\r\nTransfer-Encoding: chunked\r\n' })],
])('%s is turned away and the server goes on', async (_, make) => {
  const { status, text } = await ask(make());
  expect(status === 0 || status >= 400).toBe(true);
  expect(leaks(text)).toBe(false);
  expect((await ask(request('/plan.json$'))).status).toBe(200);
});

test('a client that sends its request a byte a second holds nobody up', async () => {
  const slow = createConnection({ port: Number(new URL(origin).port), host: '127.0.0.1' });
  slow.on('error', () => {});
  slow.write(`GET /plan.json?token=${token} HTTP/1.1\r\nHost: ${host}\r\nX-Slow: `);
  const timer = setInterval(() => slow.writable && slow.write('a'), 500);
  const closed = new Promise((done) => slow.once('close', done));
  expect((await ask(request('/plan.json$'))).status).toBe(200);
  await closed;
  clearInterval(timer);
}, 20_000);

test.each<[why: string, path: () => string, options: { origin?: string; headers?: Record<string, string> }]>([
  ['no token', () => '/live', { origin: 'own' }],
  ['a wrong token', () => '/live?token=x', { origin: 'own' }],
  ['no origin', () => `/live?token=${token}`, {}],
  ['the origin null', () => `/live?token=${token}`, { origin: 'null' }],
  ['another origin', () => `/live?token=${token}`, { origin: 'http://evil.example' }],
  ['another port of ours', () => `/live?token=${token}`, { origin: 'http://127.0.0.1:1' }],
  ['another host', () => `/live?token=${token}`, { origin: 'own', headers: { Host: 'evil.example' } }],
  ['another site', () => `/live?token=${token}`, { origin: 'own', headers: { 'Sec-Fetch-Site': 'cross-site' } }],
  ['another path', () => `/?token=${token}`, { origin: 'own' }],
])('a line with %s is not opened', async (_, path, options) => {
  const line = new WebSocket(`ws://${host}${path()}`, {
    ...(options.origin === undefined ? {} : { origin: options.origin === 'own' ? origin : options.origin }),
    headers: options.headers ?? {},
  });
  const outcome = await new Promise((done) => {
    line.once('open', () => done('open'));
    line.once('error', (error) => done(String(error)));
  });
  expect(outcome).toMatch(/Unexpected server response: 40[34]/u);
});

test('a line that talks nonsense, binary or too much changes nothing and harms nobody', async () => {
  const open = async (): Promise<WebSocket> => {
    const line = new WebSocket(`ws://${host}/live?token=${token}`, { origin });
    await once(line, 'open');
    return line;
  };
  const watcher = await open();
  const heard: string[] = [];
  watcher.on('message', (data) => heard.push(String(data)));
  const stranger = await open();
  stranger.on('error', () => {});
  for (const nonsense of ['', '{', '{"type":"show","slide":"nowhere"}', '{"type":"show","slide":"__proto__"}'])
    stranger.send(nonsense);
  stranger.send(Buffer.from('{"type":"black","black":true}'));
  stranger.send('x'.repeat(100_000));
  await once(stranger, 'close');
  expect(heard.filter((text) => text.includes('"by":2') || text.includes('"black":true'))).toEqual([]);
  const honest = await open();
  honest.send('{"type":"black","black":true}');
  await once(watcher, 'message');
  expect(heard.at(-1)).toContain('"black":true');
  honest.send('{"type":"black","black":false}');
  watcher.terminate();
  honest.terminate();
});
