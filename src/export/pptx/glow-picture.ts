import { crc32 } from 'node:zlib';
import { zlibSync } from 'fflate';

/** A light that fades into the ground, from its middle to the edge of an ellipse. px of the slide. */
export interface Glow {
  /** Six hexadecimal digits. */
  readonly light: string;
  readonly ground: string;
  readonly x: number;
  readonly y: number;
  /** Half-axes. */
  readonly width: number;
  readonly height: number;
}

/** Of the picture, px; office programs enlarge it smoothly. */
const ACROSS = 400;
/** Shades from the ground to the light. */
const SHADES = 96;
const SIGNATURE = [0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a];

interface Size {
  readonly width: number;
  readonly height: number;
}

/**
 * Lights as PNGs of few colours: office programs draw gradients of their own in visible rings, and not as wide as high. Lights
 * of one shape differ in their colours alone.
 */
export function createGlowPictures(slide: Size): (glow: Glow) => Uint8Array {
  const shapes = new Map<string, Uint8Array>();
  return (glow) => {
    const key = [glow.x, glow.y, glow.width, glow.height].join(' ');
    const shape = shapes.get(key) ?? packShape(glow, slide);
    shapes.set(key, shape);
    return Buffer.concat([
      Buffer.from(SIGNATURE),
      chunk('IHDR', header(slide)),
      chunk('PLTE', shades(glow)),
      chunk('IDAT', shape),
      chunk('IEND', new Uint8Array()),
    ]);
  };
}

function heightOf(slide: Size): number {
  return Math.round((ACROSS * slide.height) / slide.width);
}

function header(slide: Size): Buffer {
  const bytes = Buffer.alloc(13);
  bytes.writeUInt32BE(ACROSS, 0);
  bytes.writeUInt32BE(heightOf(slide), 4);
  // Eight bits a point, each the number of a colour.
  bytes.set([8, 3, 0, 0, 0], 8);
  return bytes;
}

function packShape(glow: Glow, slide: Size): Uint8Array {
  const scale = slide.width / ACROSS;
  return zlibSync(points(glow, { width: ACROSS, height: heightOf(slide), scale }), { level: 6 });
}

function points(
  glow: Glow,
  { width, height, scale }: { readonly width: number; readonly height: number; readonly scale: number },
): Buffer {
  const bytes = Buffer.alloc((width + 1) * height);
  for (let row = 0; row < height; row += 1) {
    const down = ((row + 0.5) * scale - glow.y) / glow.height;
    for (let column = 0; column < width; column += 1) {
      const aside = ((column + 0.5) * scale - glow.x) / glow.width;
      const share = 1 - Math.sqrt(aside * aside + down * down);
      // Each row begins with the number of its filter: none.
      bytes[row * (width + 1) + 1 + column] = Math.round(Math.max(share, 0) * (SHADES - 1));
    }
  }
  return bytes;
}

function shades({ light, ground }: Glow): Buffer {
  const bytes = Buffer.alloc(SHADES * 3);
  const [from, to] = [ground, light].map((colour) => Buffer.from(colour, 'hex'));
  for (let shade = 0; shade < SHADES; shade += 1) {
    const share = shade / (SHADES - 1);
    for (const channel of [0, 1, 2]) {
      bytes[shade * 3 + channel] = Math.round((from?.[channel] ?? 0) * (1 - share) + (to?.[channel] ?? 0) * share);
    }
  }
  return bytes;
}

function chunk(type: string, data: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(data.length);
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const check = Buffer.alloc(4);
  check.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, check]);
}
