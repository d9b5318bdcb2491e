import type { PackedGround } from './packed-ground.ts';
import { PartCutter } from './part-cutter.ts';
import type { TileFrame } from './tile-frame.ts';

/** Kinds of geometry as vector tiles number them. */
export const POINT = 1, LINE = 2, POLYGON = 3;
/** Commands of a tile's geometry (Vector Tile Specification 2.1, 4.3.1). */
const MOVE = 1, DRAW = 2, CLOSE = 7;
const command = (kind: number, count: number) => kind | count << 3;
const zigzag = (n: number) => (n << 1) ^ (n >> 31);

export interface CutFeature {
  /** Its number in the ground. */
  feature: number;
  type: typeof POINT | typeof LINE | typeof POLYGON;
  /** Which of the tile's commands are its own. */
  from: number;
  to: number;
  /** To one side at least so many units. */
  isWide: boolean;
}
export interface CutTile {
  ground: PackedGround;
  features: CutFeature[];
  commands: number[];
}

/** What is seen of the ground in a tile, cut to `frame` and true to `tolerance` units; `wide`: units from which on a feature counts as wide. */
export function cutTile(ground: PackedGround, frame: TileFrame, tolerance: number, wide: number): CutTile {
  const cutter = new PartCutter(frame, tolerance), pen = new Pen(wide), features: CutFeature[] = [];
  for (const feature of ground.within(...frame.box())) {
    const from = pen.start(), { coordinates } = ground.portionOf(feature), type = typeOf(ground.kindOf(feature));
    ground.eachPart(feature, (at, positions, size, ring) => {
      if (type === POLYGON) pen.ring(cutter.ring(coordinates, at, positions, size), ring > 0);
      else if (type === LINE) for (const piece of cutter.line(coordinates, at, positions, size)) pen.line(piece);
      else pen.points(cutter.points(coordinates, at, positions, size));
    });
    const to = pen.commands.length;
    if (to > from) features.push({ feature, type, from, to, isWide: pen.isWide });
  }
  return { ground, features, commands: pen.commands };
}
const typeOf = (kind: string | null): CutFeature['type'] => (kind?.endsWith('Polygon') ? POLYGON : kind?.endsWith('LineString') ? LINE : POINT);

/** Writes parts as commands, each from where the one before it ended, in whole units. */
class Pen {
  readonly commands: number[] = [];
  isWide = false;
  private x = 0;
  private y = 0;
  /** The outer ring of this polygon is not drawn, and so neither are its holes. */
  private isGone = false;
  private rounded: number[] = [];

  constructor(private readonly wide: number) {}

  start(): number {
    this.x = this.y = 0;
    this.isWide = false;
    return this.commands.length;
  }
  points(places: readonly number[]): void {
    if (places.length === 0) return;
    this.commands.push(command(MOVE, places.length / 2));
    for (let i = 0; i < places.length; i += 2) this.to(Math.round(places[i]), Math.round(places[i + 1]));
  }
  line(places: ArrayLike<number>): void {
    const rounded = this.round(places);
    if (rounded.length < 4) return;
    this.path(rounded);
  }
  /** An outer ring turns to the right and a hole to the left, as they are seen (4.3.4.4). */
  ring(places: ArrayLike<number> | null, isHole: boolean): void {
    if (!isHole) this.isGone = true;
    if (places === null || (isHole && this.isGone)) return;
    const rounded = this.round(places);
    if (rounded.length > 2 && rounded.at(-2) === rounded[0] && rounded.at(-1) === rounded[1]) rounded.length -= 2;
    // Ground that is narrower than a unit has no area here; its outline is seen all the same.
    const area = areaOf(rounded);
    if (rounded.length < 4 || (isHole && area === 0)) return;
    if (!isHole) this.isGone = false;
    if (area > 0 === isHole) turn(rounded);
    this.isWide ||= reaches(rounded, this.wide);
    this.path(rounded);
    this.commands.push(command(CLOSE, 1));
  }

  private path(rounded: readonly number[]): void {
    this.commands.push(command(MOVE, 1));
    this.to(rounded[0], rounded[1]);
    this.commands.push(command(DRAW, rounded.length / 2 - 1));
    for (let i = 2; i < rounded.length; i += 2) this.to(rounded[i], rounded[i + 1]);
  }
  private to(x: number, y: number): void {
    this.commands.push(zigzag(x - this.x), zigzag(y - this.y));
    this.x = x;
    this.y = y;
  }
  /** In whole units, without a place twice in a row. */
  private round(places: ArrayLike<number>): number[] {
    const { rounded } = this;
    rounded.length = 0;
    for (let i = 0; i < places.length; i += 2) {
      const x = Math.round(places[i]), y = Math.round(places[i + 1]), { length } = rounded;
      if (length === 0 || x !== rounded[length - 2] || y !== rounded[length - 1]) rounded.push(x, y);
    }
    return rounded;
  }
}
/** Twice the area; positive where the ring turns to the right with y down. */
function areaOf(ring: readonly number[]): number {
  let area = 0, [x, y] = ring.slice(-2);
  for (let i = 0; i < ring.length; i += 2) {
    area += x * ring[i + 1] - ring[i] * y;
    x = ring[i];
    y = ring[i + 1];
  }
  return area;
}
/** The other way round, from the same place. */
function turn(ring: number[]): void {
  for (let i = 2, j = ring.length - 2; i < j; i += 2, j -= 2) [ring[i], ring[i + 1], ring[j], ring[j + 1]] = [ring[j], ring[j + 1], ring[i], ring[i + 1]];
}
function reaches(ring: readonly number[], wide: number): boolean {
  for (let i = 2; i < ring.length; i += 2) if (Math.abs(ring[i] - ring[0]) >= wide || Math.abs(ring[i + 1] - ring[1]) >= wide) return true;
  return false;
}
