import type { Readable, Writable } from 'node:stream';
import type { ConnectionTransport } from 'puppeteer-core';

/** The DevTools protocol over two pipes, a NUL byte behind each message: no port that another program could reach. */
export function pipeTransport(input: Writable, output: Readable): ConnectionTransport {
  const transport: ConnectionTransport = {
    send: (message) => void input.write(`${message}\0`),
    close: () => input.destroy(),
  };
  let begun: Buffer[] = [];
  output.on('data', (chunk: Buffer) => {
    let start = 0;
    for (let end = chunk.indexOf(0); end !== -1; end = chunk.indexOf(0, start)) {
      const message = Buffer.concat([...begun, chunk.subarray(start, end)]).toString();
      begun = [];
      start = end + 1;
      // A turn of the event loop for each: Puppeteer counts on what it waits for not arriving all at once.
      setImmediate(() => transport.onmessage?.(message));
    }
    begun.push(chunk.subarray(start));
  });
  return transport;
}
