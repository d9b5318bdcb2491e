import Flatbush from 'flatbush';
import type { Geometry } from 'geojson';
import { packFeatures, unpackFeatures, type PackedFeatures } from '../pack-features.ts';
import { eachPart, kindAt, type TakePart } from '../packed-shape.ts';
import { simpleParts } from './simple-parts.ts';

/** Numbers that are kept of each feature: which portion has it, which it is there, and where its shape, its coordinates and its values begin. */
const KEPT = 5;
/** Degrees beyond the world. */
const NOWHERE = 1000;

/**
 * The features of a layer as they came, in few long arrays, with an index over where they lie (degrees): they are never taken apart, which for a whole city
 * leaves millions of small objects to be collected again.
 */
export class PackedGround {
  private readonly portions: readonly PackedFeatures[];
  private readonly kept: Uint32Array;
  private readonly index: Flatbush | null;

  constructor(portions: readonly PackedFeatures[]) {
    this.portions = portions.map(simple);
    const count = this.portions.reduce((sum, { ids }) => sum + ids.length, 0);
    this.kept = new Uint32Array(count * KEPT);
    this.index = count > 0 ? new Flatbush(count) : null;
    let at = 0;
    this.portions.forEach((portion, p) => { at = this.keep(portion, p, at); });
    this.index?.finish();
  }
  private keep(portion: PackedFeatures, p: number, at: number): number {
    let shape = 0, coordinate = 0, value = 0;
    const box = new Box(portion.coordinates);
    portion.ids.forEach((_, i) => {
      for (const number of [p, i, shape, coordinate, value]) this.kept[at++] = number;
      box.clear();
      ({ shape, coordinate } = eachPart(portion, shape, coordinate, (from, count, size) => { box.take(from, count, size); }));
      value += portion.columns[portion.columnsOf[i]].length;
      // What lies nowhere is never found.
      if (box.west <= box.east) this.index!.add(box.west, box.south, box.east, box.north);
      else this.index!.add(NOWHERE, NOWHERE, NOWHERE, NOWHERE);
    });
    return at;
  }

  /** The numbers of what may be seen in a box (degrees), in the order of the layer. */
  within(west: number, south: number, east: number, north: number): Uint32Array {
    return Uint32Array.from(this.index?.search(west, south, east, north) ?? []).sort();
  }
  /** Points, lines and rings of a feature, as `eachPart` gives them. */
  eachPart(feature: number, take: TakePart): void {
    eachPart(this.portionOf(feature), this.kept[feature * KEPT + 2], this.kept[feature * KEPT + 3], take);
  }
  kindOf(feature: number): Geometry['type'] | null {
    return kindAt(this.portionOf(feature), this.kept[feature * KEPT + 2]);
  }
  idOf(feature: number): string {
    return this.portionOf(feature).ids[this.kept[feature * KEPT + 1]];
  }
  /** Which columns it has; the same list for all that have the same. Their values begin at `firstValue` of its portion's. */
  columnsOf(feature: number): readonly string[] {
    const { columns, columnsOf } = this.portionOf(feature);
    return columns[columnsOf[this.kept[feature * KEPT + 1]]];
  }
  firstValue(feature: number): number {
    return this.kept[feature * KEPT + 4];
  }
  portionOf(feature: number): PackedFeatures {
    return this.portions[this.kept[feature * KEPT]];
  }
}

class Box {
  west = Infinity;
  south = Infinity;
  east = -Infinity;
  north = -Infinity;
  constructor(private readonly coordinates: Float64Array) {}

  clear(): void {
    this.west = this.south = Infinity;
    this.east = this.north = -Infinity;
  }
  take(from: number, count: number, size: number): void {
    const { coordinates } = this;
    for (let c = from; c < from + count * size; c += size) {
      const x = coordinates[c], y = coordinates[c + 1];
      if (x < this.west) this.west = x;
      if (x > this.east) this.east = x;
      if (y < this.south) this.south = y;
      if (y > this.north) this.north = y;
    }
  }
}

/** With nothing in it that does not fit the long arrays. */
function simple(portion: PackedFeatures): PackedFeatures {
  return portion.odd.size === 0 ? portion : packFeatures(unpackFeatures(portion).flatMap((feature) => simpleParts(feature.geometry).map((geometry) => ({ ...feature, geometry }))));
}
