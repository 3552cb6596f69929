import type { Drawing, DrawnGroup, Label, Marker } from '../../model/drawing.ts';
import type { ColourName, DrawingPlace, LabelLook } from '../../model/office-layout.ts';
import type { Canvas, Place } from './canvas.ts';

export interface DrawOptions {
  /** Words for those who do not see it; without them it says nothing that is not said elsewhere. */
  readonly alt?: string;
  readonly name: string;
}

/** Where a drawing of this size stands. */
export function drawingPlace(
  { size }: Canvas['talk'],
  place: DrawingPlace,
  { width, height }: { readonly width: number; readonly height: number },
  isRtl = false,
): Place & { readonly mirror: number | undefined } {
  const turned = isRtl && place.rtl !== undefined;
  const right = place.right ?? 0;
  const x = turned ? right : (place.left ?? size.width - right - width);
  const y = place.top ?? size.height - (place.bottom ?? 0) - height;
  return { x, y, width, height, mirror: turned && place.rtl === 'mirror' ? width : undefined };
}

/** A drawing of the index as one group: a native shape a mark, each with its link and its words. */
export function draw(canvas: Canvas, drawing: Drawing, at: { x: number; y: number }, { name, alt }: DrawOptions): void {
  const group = canvas.group();
  for (const drawn of drawing.groups) {
    const link = drawn.link === '' ? undefined : canvas.linkTo(drawn.link);
    for (const shape of drawn.shapes) {
      const { fill, tone } = lookOf(canvas, shape.look);
      const path = shape.use === 'mark-all' ? wholePath(canvas.talk.pictures.marker) : shape.path;
      const called = nameOf(drawn) || name;
      canvas.shape(path, at, {
        name: called,
        fill,
        tone,
        link,
        group,
        ...(alt === undefined ? { decorative: true } : { alt }),
      });
    }
    for (const label of drawn.labels) writeLabel(canvas, label, at, { link, group });
  }
}

function nameOf({ name, labels }: DrawnGroup): string {
  return name || labels.map(({ lead, text }) => `${lead} ${text}`.trim()).join(' ');
}

/** The colour of a shape by its classes: `mark t3 s1`; without one for all of them, that of the first. */
function lookOf({ layout, talk, tone }: Canvas, look: string): { fill: ColourName; tone: number } {
  const classes = look.split(' ');
  const own = classes.find((name) => /^t[1-8]$/u.test(name));
  const key = classes.filter((name) => name !== own).join(' ');
  const [first = ''] = classes;
  const marks = { ...talk.layout.marks, ...layout.marks };
  return { fill: marks[key] ?? marks[first] ?? 'ink', tone: own === undefined ? tone : Number(own.slice(1)) };
}

export function wholePath({ parts }: Marker): string {
  return parts.map(({ path }) => path).join('');
}

/** Of the letters that stand on a line, what is above it; and the height of a line. Shares of the size. */
const ASCENT = 0.9;
const LINE = 1.2;
/** px of a label that is centred on its place. */
const CENTRED = 90;

function writeLabel(
  canvas: Canvas,
  label: Label,
  at: { x: number; y: number },
  { link, group }: { readonly link: ReturnType<Canvas['linkTo']>; readonly group: number },
): void {
  const look = canvas.talk.layout.labels[label.look];
  if (look === undefined) return;
  const lead = label.lead === '' ? '' : `${label.lead}\u2002`;
  const text = `${lead}${label.text}`;
  const whole = canvas.talk.measures.width(text, look.font, label.size);
  // The page narrows the letters of a line that is too long; here they get smaller.
  const size = label.room > 0 && whole > label.room ? (label.size * label.room) / whole : label.size;
  const length = look.anchor === 'middle' ? CENTRED : label.room > 0 ? label.room : whole;
  const height = size * LINE;
  canvas.words(turnedBox(label, at, { length, height, size, look }), {
    name: text,
    runs: text,
    font: look.font,
    bold: look.bold,
    color: look.color,
    size,
    align: look.anchor === 'middle' ? 'center' : 'left',
    valign: 'middle',
    rotate: (label.angle + 360) % 360,
    unwrapped: true,
    link,
    group,
  });
}

/** Where the box of a label stands before it is turned about its own middle. */
function turnedBox(
  { x, y, angle }: Label,
  at: { x: number; y: number },
  box: { readonly length: number; readonly height: number; readonly size: number; readonly look: LabelLook },
): Place {
  const along = box.look.anchor === 'middle' ? 0 : box.length / 2;
  const across = box.look.baseline === 'central' ? 0 : box.height / 2 - box.size * ASCENT;
  const radians = (angle * Math.PI) / 180;
  const middleX = at.x + x + along * Math.cos(radians) - across * Math.sin(radians);
  const middleY = at.y + y + along * Math.sin(radians) + across * Math.cos(radians);
  return { x: middleX - box.length / 2, y: middleY - box.height / 2, width: box.length, height: box.height };
}
