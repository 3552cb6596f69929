import { createHash, timingSafeEqual } from 'node:crypto';

/** What is looked at before a request is answered. Names of headers in lower case. */
export interface AskedFor {
  readonly method: string;
  readonly token: string | undefined;
  readonly header: (name: string) => string | undefined;
}

export interface Doorkeeper {
  /** The origins that are us, such as `http://127.0.0.1:4100`. */
  readonly origins: readonly string[];
  readonly token: string;
}

export interface Refusal {
  readonly status: 403 | 405;
  readonly why: string;
}

/**
 * Why a request is turned away; undefined for one that may come in. The Host must be exactly ours, which a rebound name is not;
 * the Origin too where a browser sends one, and no other site may have sent for us; the token is the one in our own address.
 */
export function refuse(asked: AskedFor, { origins, token }: Doorkeeper): Refusal | undefined {
  if (asked.method !== 'GET' && asked.method !== 'HEAD') return { status: 405, why: 'Only GET and HEAD are answered.' };
  const host = asked.header('host');
  const own = origins.find((origin) => new URL(origin).host === host);
  if (own === undefined) return { status: 403, why: 'This is not the address of this server.' };
  const origin = asked.header('origin');
  if (origin === undefined ? asked.header('upgrade') !== undefined : origin !== own) {
    return { status: 403, why: 'Another page asked.' };
  }
  const site = asked.header('sec-fetch-site');
  if (site !== undefined && site !== 'same-origin' && site !== 'none') {
    return { status: 403, why: 'Another page asked; open the address by itself.' };
  }
  return isSame(asked.token ?? '', token)
    ? undefined
    : { status: 403, why: 'Open the whole address that `lectern present` printed, with its token.' };
}

/** Compared in a time that says nothing about how much of it was right. */
function isSame(given: string, wanted: string): boolean {
  return timingSafeEqual(digest(given), digest(wanted));
}

function digest(text: string): Buffer {
  return createHash('sha256').update(text).digest();
}
