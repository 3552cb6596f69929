import { randomBytes } from 'node:crypto';
import type { Server } from 'node:http';
import { createServer } from 'node:http';
import { networkInterfaces } from 'node:os';
import { createAdaptorServer } from '@hono/node-server';
import { type Context, Hono } from 'hono';
import type { LivePage, LiveTalk } from '../model/live.ts';
import { type Doorkeeper, refuse } from './guard.ts';
import { listen } from './listen.ts';
import { createMeeting } from './meeting.ts';
import { openLines } from './open-lines.ts';

export interface ServeOptions {
  /** Name or address of the interface to listen on. */
  readonly host: string;
  /** The port that must be free; without one the next free one is taken. */
  readonly port?: number;
}

export interface TalkServer {
  readonly port: number;
  /** Addresses of the deck, the one to open first; with `0.0.0.0` one for each interface. */
  readonly decks: readonly string[];
  /** Addresses of the presenter page, in the same order. */
  readonly presenters: readonly string[];
  /** Shows another talk in every window; each stays on its slide. */
  publish(talk: LiveTalk): void;
  /** Shows what is wrong with an edit, over the talk that stays. */
  tellProblems(lines: readonly string[]): void;
  /** Lets go of the port and of every window, at once. */
  close(): Promise<void>;
}

/** Nobody needs longer for a request of a few hundred bytes. ms */
const REQUEST_TIME = 10_000;
const MOST_CONNECTIONS = 200;

/**
 * Serves a talk to this machine's browsers: `/` the deck, `/presenter` the presenter page, `/plan.json` its data, `/live` the line
 * between all windows. Nothing else is there.
 *
 * @throws LecternError ADDRESS_UNUSABLE for a port or host that cannot be listened on
 */
export async function serveTalk(first: LiveTalk, options: ServeOptions): Promise<TalkServer> {
  const token = randomBytes(24).toString('base64url');
  const door: { origins: readonly string[]; token: string } = { origins: [], token };
  const meeting = createMeeting(first);
  let talk = first;
  const app = createApp(door, {
    deck: () => talk.deck,
    presenter: () => talk.presenter,
    plan: () => talk.plan,
  });
  const server = createAdaptorServer({
    fetch: app.fetch,
    createServer,
    serverOptions: { requestTimeout: REQUEST_TIME, headersTimeout: REQUEST_TIME, connectionsCheckingInterval: 1000 },
  });
  if (!isHttp(server)) throw new TypeError('the server speaks HTTP/1.1');
  server.maxConnections = MOST_CONNECTIONS;
  openLines(server, { path: '/live', refuse: (asked) => refuse(asked, door), welcome: meeting.welcome });
  const port = await listen(server, options);
  door.origins = originsOf(options.host, port);
  const addresses = (path: string): readonly string[] =>
    door.origins.map((origin) => `${origin}${path}?token=${token}`);
  return {
    port,
    decks: addresses('/'),
    presenters: addresses('/presenter'),
    publish: (next) => {
      talk = next;
      meeting.publish(next);
    },
    tellProblems: meeting.tellProblems,
    close: () => closeServer(server, meeting.close),
  };
}

interface Answers {
  readonly deck: () => LivePage;
  readonly presenter: () => LivePage;
  readonly plan: () => string;
}

function createApp(door: Doorkeeper, answers: Answers): Hono {
  const app = new Hono();
  app.use(async (context, next) => {
    const asked = {
      method: context.req.method,
      token: context.req.query('token'),
      header: (name: string) => context.req.header(name),
    };
    const refusal = refuse(asked, door);
    if (refusal) return refuseWith(context, refusal);
    await next();
    setHeaders(context);
    return undefined;
  });
  const page = (path: string, find: () => LivePage): void => {
    app.get(path, (context) => {
      const { html, policy } = find();
      context.header('Content-Security-Policy', `${policy}; frame-ancestors 'self'`);
      return context.html(html);
    });
  };
  page('/', answers.deck);
  page('/presenter', answers.presenter);
  app.get('/plan.json', (context) => context.body(answers.plan(), 200, { 'Content-Type': 'application/json' }));
  app.notFound((context) => {
    setHeaders(context);
    return context.text('There is nothing here.', 404);
  });
  return app;
}

function refuseWith(context: Context, { status, why }: NonNullable<ReturnType<typeof refuse>>): Response {
  setHeaders(context);
  if (status === 405) context.header('Allow', 'GET, HEAD');
  return context.text(why, status);
}

/** Nothing is kept, guessed, framed by others, or told to whom a link leads. */
function setHeaders(context: Context): void {
  const headers = {
    'Cache-Control': 'no-store',
    'X-Content-Type-Options': 'nosniff',
    'X-Frame-Options': 'SAMEORIGIN',
    'Referrer-Policy': 'no-referrer',
    'Cross-Origin-Resource-Policy': 'same-origin',
    'Cross-Origin-Opener-Policy': 'same-origin',
  };
  for (const [name, value] of Object.entries(headers)) context.header(name, value);
}

/** What a browser calls us. A host that stands for every interface is known by each of their addresses. */
function originsOf(host: string, port: number): readonly string[] {
  const hosts = isWildcard(host) ? ['127.0.0.1', ...ownAddresses()] : [host];
  return hosts.map((name) => new URL(`http://${name.includes(':') ? `[${name}]` : name}:${port}`).origin);
}

function isWildcard(host: string): boolean {
  return host === '0.0.0.0' || host === '::';
}

function ownAddresses(): readonly string[] {
  return Object.values(networkInterfaces())
    .flatMap((addresses) => addresses ?? [])
    .filter(({ family, internal }) => family === 'IPv4' && !internal)
    .map(({ address }) => address);
}

async function closeServer(server: Server, leave: () => void): Promise<void> {
  leave();
  await new Promise<void>((resolve) => {
    server.close(() => resolve());
    server.closeAllConnections();
  });
}

function isHttp(server: object): server is Server {
  return 'closeAllConnections' in server;
}
