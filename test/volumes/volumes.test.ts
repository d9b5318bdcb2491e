import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DEFAULT_DEPTHS, meshOf, planeByCode, volumeOf, type Volume, type VolumeMesh } from '../../geo/index.ts';
import { stripsOf } from '../../geo/volumes/footprints.ts';
import { trianglesOf } from '../../geo/volumes/rings.ts';
import { VOLUME_FLAGS, type Ring } from '../../geo/volumes/types.ts';

const square = (x: number, y: number, side: number): Ring => [[x, y], [x + side, y], [x + side, y + side], [x, y + side]];
const volume = (more: Partial<Volume> = {}): Volume => ({ id: 'a', footprints: [{ kind: 'ground', rings: [square(0, 0, 10), square(2, 2, 4)] }], top: 3, bottom: 11, color: [10, 20, 30], flags: 0, floors: [], ...more });
const at = ({ positions }: VolumeMesh, vertex: number) => positions.subarray(3 * vertex, 3 * vertex + 3);
const heights = (mesh: VolumeMesh) => [...new Set(Array.from({ length: mesh.positions.length / 3 }, (_, i) => at(mesh, i)[2]))].sort((a, b) => a - b);
const area = (ring: Ring) => ring.reduce((sum, [x, y], i) => { const [nx, ny] = ring[(i + 1) % ring.length]; return sum + (x * ny - nx * y) / 2; }, 0);
const triangleArea = (a: readonly number[], b: readonly number[], c: readonly number[]) => Math.abs((b[0] - a[0]) * (c[1] - a[1]) - (c[0] - a[0]) * (b[1] - a[1])) / 2;

describe('a mesh of volumes', () => {
  it('of two ends that are known is a prism with both lids and walls around rim and holes', () => {
    const mesh = meshOf([volume()]);
    expect(heights(mesh)).toEqual([-11, -3]);
    // Each of the 8 sides has two triangles; a square with a square hole has 8 corners, and so 8 triangles, twice.
    expect(mesh.faces.length / 3).toBe(8 * 2 + 8 * 2);
    let lids = 0, walls = 0;
    for (let i = 0; i < mesh.faces.length; i += 3) {
      const [a, b, c] = [0, 1, 2].map((k) => at(mesh, mesh.faces[i + k]));
      const flat = triangleArea([...a], [...b], [...c]);
      if (a[2] === b[2] && b[2] === c[2]) lids += flat;
      else {
        const [u, v] = [[b[0] - a[0], b[1] - a[1], b[2] - a[2]], [c[0] - a[0], c[1] - a[1], c[2] - a[2]]];
        walls += Math.sqrt((u[1] * v[2] - u[2] * v[1]) ** 2 + (u[2] * v[0] - u[0] * v[2]) ** 2 + (u[0] * v[1] - u[1] * v[0]) ** 2) / 2;
      }
    }
    expect(lids).toBeCloseTo(2 * (100 - 16), 6);
    expect(walls).toBeCloseTo((40 + 16) * 8, 6);
    expect([...mesh.extents]).toEqual([0, 0, 10, 10]);
  });
  it('of one end is a sheet at its depth, and of none has no faces and an outline on the ground: unknown is never 0', () => {
    const [half, none] = [meshOf([volume({ bottom: null })]), meshOf([volume({ top: null, bottom: null })])];
    expect(heights(half)).toEqual([-3]);
    expect(half.faces.length / 3).toBe(8);
    expect(Number.isNaN(half.bottoms[0])).toBe(true);
    expect([none.faces.length, Number.isNaN(none.tops[0]), Number.isNaN(none.bottoms[0])]).toEqual([0, true, true]);
    expect(none.edges.length).toBeGreaterThan(0);
  });
  it('knows which faces, edges and vertices are of which volume', () => {
    const mesh = meshOf([volume(), volume({ id: 'b', top: null, bottom: null }), volume({ id: 'c', footprints: [{ kind: 'wall', line: [[0, 0], [5, 0]] }] })]);
    expect([mesh.ids, [...mesh.faceStarts], mesh.edgeStarts.length]).toEqual([['a', 'b', 'c'], [0, 96, 96, 102], 4]);
    for (const [row, from] of [...mesh.faceStarts.slice(0, 3)].entries()) for (let i = from; i < mesh.faceStarts[row + 1]; i++) expect(mesh.rows[mesh.faces[i]]).toBe(row);
    expect(mesh.colors.length).toBe(mesh.rows.length * 4);
  });
  it('triangles cover just the ground, whatever convex ring it has', () => {
    fc.assert(fc.property(fc.integer({ min: 3, max: 40 }), fc.double({ min: 1, max: 500, noNaN: true }), (corners, radius) => {
      const ring: Ring = Array.from({ length: corners }, (_, i) => [radius * Math.cos(i / corners * 2 * Math.PI), radius * Math.sin(i / corners * 2 * Math.PI)]);
      const triangles = trianglesOf([ring]);
      let sum = 0;
      for (let i = 0; i < triangles.length; i += 3) sum += triangleArea(ring[triangles[i]], ring[triangles[i + 1]], ring[triangles[i + 2]]);
      expect(sum / area(ring)).toBeCloseTo(1, 9);
    }));
  });
  it('triangles cover what a hole leaves that touches the rim, at a corner or along an edge', () => {
    const rim = square(0, 0, 10), covered = (rings: readonly Ring[]) => {
      const corners = rings.flat(), triangles = trianglesOf(rings);
      let sum = 0;
      for (let i = 0; i < triangles.length; i += 3) sum += triangleArea(corners[triangles[i]], corners[triangles[i + 1]], corners[triangles[i + 2]]);
      return sum;
    };
    expect(covered([rim, [[0, 0], [3, 6], [6, 3]]])).toBeCloseTo(86.5, 9);
    expect(covered([rim, [[0, 5], [4, 7], [4, 3]]])).toBeCloseTo(92, 9);
    expect(covered([rim, [[2, 2], [2, 5], [5, 5], [5, 2]], [[5, 5], [5, 8], [8, 8], [8, 5]]])).toBeCloseTo(82, 9);
  });
  it('takes a rim of any length', () => {
    const rim: Ring = Array.from({ length: 150_000 }, (_, i) => [1000 * Math.cos(i / 75_000 * Math.PI), 1000 * Math.sin(i / 75_000 * Math.PI)]);
    const mesh = meshOf([volume({ footprints: [{ kind: 'ground', rings: [rim] }] })]);
    expect([mesh.positions.length, mesh.extents[2]]).toEqual([2 * 3 * rim.length, 1000]);
  });
  it('a line is a strip of its width, or a wall without one', () => {
    const [strip] = stripsOf([[0, 0], [10, 0], [20, 0]], 4);
    expect(strip.kind === 'ground' && Math.abs(area(strip.rings[0]))).toBe(80);
    expect(stripsOf([[0, 0], [10, 0]], 0)).toEqual([{ kind: 'wall', line: [[0, 0], [10, 0]] }]);
    expect(stripsOf([[0, 0]], 4)).toEqual([]);
  });
});

describe('a feature as a volume', () => {
  const plane = planeByCode('EPSG:4547'), frame = { plane, origin: plane.forward(114, 30) };
  const ground = { type: 'Polygon' as const, coordinates: [[[114, 30], [114.001, 30], [114.001, 30.001], [114, 30.001], [114, 30]]] };
  const shelter = (properties: Record<string, string | number | null>, geometry: Parameters<typeof volumeOf>[0]['geometry'] = ground) => volumeOf({ type: 'Feature', id: 's', geometry, properties: { id: 's', ...properties } }, 'shelter', frame, DEFAULT_DEPTHS);
  it('stands at its depths, with the floors of its levels', () => {
    expect(shelter({ topDepth: 3, bottomDepth: 12, levels: 3 })).toMatchObject({ top: 3, bottom: 12, flags: 0, floors: [6, 9] });
  });
  it('of which nobody says how deep it lies is said to be unknown or assumed, and never 0', () => {
    const unknown = shelter({})!;
    if (unknown.top === null) expect(unknown.flags & VOLUME_FLAGS.topUnknown).toBeTruthy();
    else expect(unknown.flags & VOLUME_FLAGS.assumed).toBeTruthy();
    expect(unknown.bottom).toBeNull();
    expect(unknown.flags & VOLUME_FLAGS.bottomUnknown).toBeTruthy();
  });
  it('is none where its rim has no ground, whatever holes it has', () => {
    const hole = [[114, 30], [114, 30.001], [114.001, 30.001], [114, 30]];
    expect(shelter({ topDepth: 3, bottomDepth: 12 }, { type: 'Polygon', coordinates: [[[114, 30], [114, 30], [114, 30], [114, 30]], hole] })).toBeNull();
    expect(shelter({ topDepth: 3, bottomDepth: 12 }, { type: 'Polygon', coordinates: [...ground.coordinates, [[114, 30], [114, 30], [114, 30]]] })!.footprints[0]).toMatchObject({ kind: 'ground', rings: { length: 1 } });
  });
  it('a point is marked by a post, which is told; a car park on the ground is none', () => {
    expect(shelter({ topDepth: 3, bottomDepth: 7 }, { type: 'Point', coordinates: [114, 30] })!.flags & VOLUME_FLAGS.post).toBeTruthy();
    expect(volumeOf({ type: 'Feature', id: 'p', geometry: ground, properties: { id: 'p', kind: 'lot' } }, 'parking-facility', frame, DEFAULT_DEPTHS)).toBeNull();
  });
});
