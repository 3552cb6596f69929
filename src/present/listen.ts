import type { Server } from 'node:http';
import { LecternError } from '../errors.ts';

/** Where the search for a free port begins, and how far it goes. */
const FIRST_PORT = 4100;
const PORTS = 100;

/**
 * Listens on the port that was named, else on the next free one.
 * @returns the port
 * @throws LecternError ADDRESS_UNUSABLE
 */
export async function listen(server: Server, { host, port }: { host: string; port?: number }): Promise<number> {
  const ports = port === undefined ? Array.from({ length: PORTS }, (_, index) => FIRST_PORT + index) : [port];
  for (const candidate of ports) {
    const failure = await tryPort(server, host, candidate);
    if (failure === undefined) return candidate;
    if (failure.code !== 'EADDRINUSE' || candidate === ports.at(-1)) throw unusable(failure, { host, port });
  }
  throw new RangeError('there is a port to try');
}

function tryPort(server: Server, host: string, port: number): Promise<NodeJS.ErrnoException | undefined> {
  return new Promise((resolve) => {
    const fail = (error: NodeJS.ErrnoException): void => resolve(error);
    server.once('error', fail);
    server.listen({ host, port, exclusive: true }, () => {
      server.off('error', fail);
      resolve(undefined);
    });
  });
}

function unusable(
  cause: NodeJS.ErrnoException,
  { host, port }: { host: string; port?: number | undefined },
): LecternError {
  const { what, hint } = reasonOf(cause, port);
  const where = port === undefined ? `--host ${host}` : `--port ${port}`;
  return new LecternError('ADDRESS_UNUSABLE', `${where}: ${what}`, { hint, cause });
}

function reasonOf({ code, message }: NodeJS.ErrnoException, port: number | undefined): { what: string; hint: string } {
  switch (code) {
    case 'EADDRINUSE':
      return port === undefined
        ? { what: `no port from ${FIRST_PORT} to ${FIRST_PORT + PORTS - 1} is free`, hint: 'Name one with --port.' }
        : {
            what: 'another program listens there',
            hint: 'Name another port, or leave --port out: then the next free one is taken.',
          };
    case 'EACCES':
      return { what: 'you may not listen there', hint: 'Take a port from 1024 up.' };
    case 'EADDRNOTAVAIL':
    case 'ENOTFOUND':
      return { what: 'this machine has no such address', hint: 'Name one of its own, or leave --host out: 127.0.0.1.' };
    default:
      return { what: message, hint: 'Leave --host and --port out, or name others.' };
  }
}
