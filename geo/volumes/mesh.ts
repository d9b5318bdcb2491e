import { bytes, counts, floats } from './arrays.ts';
import { extentOf, isCorner, ringsOf, trianglesOf } from './rings.ts';
import { VOLUME_FLAGS, type Footprint, type Ring, type Volume, type VolumeMesh } from './types.ts';

/** Edges of what is not stated are broken into strokes of so many metres, and gaps as long; a long edge gets no more than so many of them. */
const DASH = 4, MOST_DASHES = 24;
/** What is only assumed is paler: so far towards white. */
const PALER = 0.4;

/** Volumes as arrays. Two ends that are known make a prism, one makes a sheet at its depth, none an outline on the ground. */
export function meshOf(volumes: readonly Volume[]): VolumeMesh {
  const mesh = new MeshBuilder();
  for (const volume of volumes) mesh.add(volume);
  return mesh.done();
}

class MeshBuilder {
  private readonly ids: string[] = [];
  private readonly positions = floats();
  private readonly colors = bytes();
  private readonly rows = floats();
  private readonly faces = counts();
  private readonly faceStarts = counts();
  private readonly edges = counts();
  private readonly edgeStarts = counts();
  private readonly ends = { top: floats(), bottom: floats() };
  private readonly flags = bytes();
  private readonly extents = floats();
  private color: readonly number[] = [0, 0, 0];
  private dashed = false;

  add({ id, footprints, top, bottom, flags, color, floors }: Volume): void {
    this.faceStarts.push(this.faces.length);
    this.edgeStarts.push(this.edges.length);
    const isUnknown = top === null && bottom === null;
    this.dashed = (flags & (VOLUME_FLAGS.assumed | VOLUME_FLAGS.topUnknown | VOLUME_FLAGS.bottomUnknown)) !== 0;
    this.color = (flags & VOLUME_FLAGS.assumed) !== 0 ? color.map((part) => Math.round(part + (255 - part) * PALER)) : color;
    for (const footprint of footprints) {
      if (isUnknown) this.outline(footprint, 0);
      else if (top === null || bottom === null) this.sheet(footprint, -(top ?? bottom!));
      else this.body(footprint, -top, -bottom, floors.map((depth) => -depth));
    }
    this.ids.push(id);
    this.ends.top.push(top ?? NaN);
    this.ends.bottom.push(bottom ?? NaN);
    this.flags.push(flags);
    this.extents.push(...extentOf(footprints));
  }

  private body(footprint: Footprint, top: number, bottom: number, floors: readonly number[]): void {
    const closed = footprint.kind === 'ground', upper: number[][] = [], lower: number[][] = [];
    for (const ring of ringsOf(footprint)) {
      const [above, below] = [this.vertices(ring, top), this.vertices(ring, bottom)];
      upper.push(above);
      lower.push(below);
      this.sides(above, below, closed);
      this.rim(ring, top, above, closed);
      this.rim(ring, bottom, below, closed);
      // A curve that is drawn with chords has no edges there.
      ring.forEach((_, i) => { if (!closed || isCorner(ring, i)) this.edge([ring[i], ring[i]], [top, bottom], [above[i], below[i]]); });
      for (const z of floors) this.rim(ring, z, this.vertices(ring, z), closed);
    }
    if (closed) this.lids(footprint.rings, upper.flat(), top === bottom ? [] : lower.flat());
  }
  private sheet(footprint: Footprint, z: number): void {
    const all: number[][] = [];
    for (const ring of ringsOf(footprint)) {
      const there = this.vertices(ring, z);
      all.push(there);
      this.rim(ring, z, there, footprint.kind === 'ground');
    }
    if (footprint.kind === 'ground') this.lids(footprint.rings, all.flat());
  }
  private outline(footprint: Footprint, z: number): void {
    for (const ring of ringsOf(footprint)) this.rim(ring, z, [], footprint.kind === 'ground');
  }

  /** One triangulation for every lid: their vertices follow the rings in the same order. */
  private lids(rings: readonly Ring[], ...lids: readonly (readonly number[])[]): void {
    const triangles = trianglesOf(rings);
    for (const lid of lids) if (lid.length > 0) for (const corner of triangles) this.faces.push(lid[corner]);
  }
  private sides(above: readonly number[], below: readonly number[], closed: boolean): void {
    for (let i = closed ? 0 : 1; i < above.length; i++) {
      const from = i === 0 ? above.length - 1 : i - 1;
      this.faces.push(above[from], below[from], below[i], above[from], below[i], above[i]);
    }
  }
  private rim(ring: Ring, z: number, vertices: readonly number[], closed: boolean): void {
    for (let i = closed ? 0 : 1; i < ring.length; i++) {
      const from = i === 0 ? ring.length - 1 : i - 1;
      this.edge([ring[from], ring[i]], [z, z], vertices.length > 0 ? [vertices[from], vertices[i]] : null);
    }
  }
  /** Whole between vertices that are there; what is not stated in strokes with vertices of their own. */
  private edge([a, b]: readonly [Ring[number], Ring[number]], [za, zb]: readonly [number, number], vertices: readonly [number, number] | null): void {
    if (!this.dashed && vertices) return this.edges.push(...vertices);
    const length = Math.sqrt((b[0] - a[0]) ** 2 + (b[1] - a[1]) ** 2 + (zb - za) ** 2);
    const strokes = this.dashed ? Math.min(MOST_DASHES, Math.max(1, Math.round(length / (2 * DASH)))) : 1;
    for (let i = 0; i < strokes; i++) {
      for (const at of [i / strokes, (i + (this.dashed ? 0.55 : 1)) / strokes]) {
        this.edges.push(this.rows.length);
        this.vertex(a[0] + (b[0] - a[0]) * at, a[1] + (b[1] - a[1]) * at, za + (zb - za) * at);
      }
    }
  }

  private vertices(ring: Ring, z: number): number[] {
    return ring.map(([x, y]) => { this.vertex(x, y, z); return this.rows.length - 1; });
  }
  private vertex(x: number, y: number, z: number): void {
    this.positions.push(x, y, z);
    this.colors.push(this.color[0], this.color[1], this.color[2], 255);
    this.rows.push(this.ids.length);
  }

  done(): VolumeMesh {
    this.faceStarts.push(this.faces.length);
    this.edgeStarts.push(this.edges.length);
    return {
      ids: this.ids, positions: this.positions.done(), colors: this.colors.done(), rows: this.rows.done(), faces: this.faces.done(), faceStarts: this.faceStarts.done(),
      edges: this.edges.done(), edgeStarts: this.edgeStarts.done(), tops: this.ends.top.done(), bottoms: this.ends.bottom.done(), flags: this.flags.done(), extents: this.extents.done(),
    };
  }
}
