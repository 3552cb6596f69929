import type { IncomingMessage, Server } from 'node:http';
import { STATUS_CODES } from 'node:http';
import type { Duplex } from 'node:stream';
import { type WebSocket, WebSocketServer } from 'ws';
import type { AskedFor, Refusal } from './guard.ts';

export interface LineOptions {
  readonly path: string;
  readonly refuse: (asked: AskedFor) => Refusal | undefined;
  readonly welcome: (line: WebSocket) => void;
}

/** The longest wish is a slide's anchor. Bytes */
const LONGEST_WISH = 4096;
/** Requests name a path only. */
const ANY_HOST = 'http://localhost';

/** Lets windows open lines (WebSockets) to the server, past the same door as every other request. */
export function openLines(server: Server, { path, refuse, welcome }: LineOptions): void {
  const lines = new WebSocketServer({ noServer: true, maxPayload: LONGEST_WISH, perMessageDeflate: false });
  server.on('upgrade', (request, socket, head) => {
    socket.on('error', () => socket.destroy());
    const asked = request.url ?? '';
    const url = URL.canParse(asked, ANY_HOST) ? new URL(asked, ANY_HOST) : undefined;
    const refusal = refuse(askedFor(request, url));
    if (refusal || url?.pathname !== path) turnAway(socket, refusal?.status ?? 404);
    else lines.handleUpgrade(request, socket, head, welcome);
  });
}

function askedFor({ method = '', headers }: IncomingMessage, url: URL | undefined): AskedFor {
  return {
    method,
    token: url?.searchParams.get('token') ?? undefined,
    header: (name) => {
      const value = headers[name];
      return typeof value === 'string' ? value : value?.join(', ');
    },
  };
}

function turnAway(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
