/** Which labels a still map shows, and the classes by which its frame hides those that it would cut or cover. */
import { EDGE, type Inset, labelsOffRing } from '../model/map-drawing.ts';
import type { MapPoints } from '../model/map-points.ts';
import type { Label } from '../model/place-labels.ts';
import { STATES, unevenNames } from '../model/state-names.ts';

/** The frame of a still map, pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
  /** The part around the middle that is always seen, where not all of it may be: names stand inside it. */
  readonly seen?: { readonly width: number; readonly height: number } | undefined;
  /** The small map in its lower left corner. */
  readonly inset?: Inset | undefined;
}

/** Half of a step in which a still map's frame may hide labels, pixels: see `map-frame.css`; and those under its inset: `map-inset.css`. */
export const EDGE_STEP = 40;
const INSET_STEP = 20;

/** How far a symbol and a mark reach from their point, pixels. */
const SYMBOL = 10;
const MARK = 12;

/** How far a label reaches, in steps: from the middle across and down, and over the inset from the right and from above. */
type Reach = readonly [across: number, down: number, overWidth: number, overHeight: number];

/** Returns how far a label reaches to the edges of a frame and over its inset; nothing where no frame is so small. */
function reachOf({ box }: Label, { width, height, inset }: Frame): Reach {
  const steps = (from: number, to: number, size: number): number =>
    Math.ceil((Math.max(Math.abs(from - size / 2), Math.abs(to - size / 2)) + EDGE) / EDGE_STEP);
  const [across, down] = [steps(box.left, box.right, width), steps(box.top, box.bottom, height)];
  if (!inset) return [across, down, 0, 0];
  const narrower = 2 * (inset.width + inset.margin + EDGE - (box.left - width / 2));
  const lower = 2 * (inset.height + inset.margin + EDGE + (box.bottom - height / 2));
  if (narrower <= inset.leastWidth || lower <= inset.leastHeight) return [across, down, 0, 0];
  return [across, down, Math.ceil(narrower / INSET_STEP / 2), Math.ceil(lower / INSET_STEP / 2)];
}

/** Returns the classes of a reach. The least frame is as wide as a phone and half as high. */
function classesOf([across, down, overWidth, overHeight]: Reach): string {
  const edges = `${across > 4 ? `x${across} ` : ''}${down > 3 ? `y${down} ` : ''}`;
  return overWidth > 0 ? `${edges}by-inset u${overWidth} v${overHeight} ` : edges;
}

/** Returns a name of each of the two states, of all that stand there those that the smallest frame has room for, and how far the two reach. */
function leastPair(reach: ReadonlyMap<Label, Reach>): { labels: readonly Label[]; reach: Reach } | undefined {
  const [ones, others] = STATES.map((state) => [...reach].filter(([{ id }]) => id === state)) as [
    [Label, Reach][],
    [Label, Reach][],
  ];
  const size = ([across, down]: Reach): number => across + down;
  return ones
    .flatMap(([one, own]) =>
      others.map(([other, its]) => ({
        labels: [one, other],
        reach: own.map((steps, i) => Math.max(steps, its[i] ?? 0)) as unknown as Reach,
      })),
    )
    .sort((a, b) => size(a.reach) - size(b.reach))[0];
}

/**
 * Returns what a frame shows of some points, drawn with `focus` in focus: each label has the classes by which a smaller frame hides it.
 * One of the two states is never named without the other, however small the frame.
 */
export function pointsInFrame(points: MapPoints, focus: string | null, frame: Frame): MapPoints {
  const { width, height, seen = { width, height } } = frame;
  const [left, top] = [(width - seen.width) / 2 + EDGE, (height - seen.height) / 2 + EDGE];
  const within =
    (around: number) =>
    ({ x, y }: { readonly x: number; readonly y: number }): boolean =>
      x > -around && y > -around && x < width + around && y < height + around;
  const isWhole = ({ box }: Label): boolean =>
    box.left > left && box.top > top && box.right < width - left && box.bottom < height - top;
  const labels = labelsOffRing(points, focus).flatMap((label) => (label && isWhole(label) ? label : []));
  const frameBox = { left: 0, top: 0, right: width, bottom: height };
  const uneven = unevenNames({ labels, stateBorder: points.stateBorder }, () => true, frameBox);
  const reach = new Map(
    labels.filter((label) => !uneven.includes(label)).map((label) => [label, reachOf(label, frame)]),
  );
  const pair = leastPair(reach);
  // A name of theirs that stands again would be seen where the pair is not.
  if (pair)
    for (const label of labels.filter(({ id }) => STATES.includes(id)))
      if (pair.labels.includes(label)) reach.set(label, pair.reach);
      else reach.delete(label);
  return {
    ...points,
    places: points.places.filter(within(SYMBOL)),
    marks: points.marks.filter(within(MARK)),
    labels: [...reach].map(([label, steps]) => ({
      ...label,
      className: frame.seen ? label.className : classesOf(steps) + label.className,
    })),
  };
}
