import type { Geometry, MultiPolygon, Polygon, Position } from 'geojson';
import { describe, expect, it } from 'vitest';
import { planeArea, planeByCode, portable } from '../../geo/crs/index.ts';
import { closedGround, ExtentGrid, loadKernel, NearLines, planeDistance, projectGeometry, voronoiCell } from '../../geo/geometry/index.ts';
import { link, groundOf } from '../../geo/shortage/link.ts';
import { Outliner } from '../../geo/shortage/outline.ts';
import { demoLayer } from '../bench/city.ts';
import { numbers } from '../support/numbers.ts';

const kernel = await loadKernel();
const [EAST, NORTH] = [499_000, 2_463_000];
const at = (rings: number[][][]): Polygon => ({ type: 'Polygon', coordinates: rings.map((ring) => [...ring, ring[0]].map(([x, y]) => [EAST + x, NORTH + y])) });
const box = (x: number, y: number, w: number, h = w): Polygon => at([[[x, y], [x + w, y], [x + w, y + h], [x, y + h]]]);
const area = (geometry: Geometry | null | undefined) => (geometry ? planeArea(geometry) : 0);
const less = (a: Geometry, b: Geometry | null) => (b ? area(kernel.difference(a, b)) : area(a));
/** By what share of its radius the disc's chords, an eighth of a right angle each, lie within it at most. */
const CHORD = 1 - portable.cos(portable.PI / 32);

/**
 * Against the kernel's own closing with arcs of very many chords: nothing is missing, chords add little, own ground is
 * covered, foreign ground is not, and the polygons are valid. False where rounding leaves the cluster to the kernel.
 */
function agrees(own: readonly Geometry[], foreign: readonly Geometry[], width: number): boolean {
  const drawn = closedGround(own, foreign, width);
  if (drawn === undefined) return false;
  const others = kernel.union(foreign), ground = kernel.union(own)!;
  expect(closedGround(own, [...foreign].reverse(), width)).toEqual(drawn);
  const closed = kernel.closing(own, width, 32)!;
  const expected = others ? kernel.difference(closed, others) : closed;
  if (!drawn || !expected) {
    expect(Math.max(area(drawn), area(expected))).toBeLessThan(0.01);
    return true;
  }
  expect(kernel.validity(drawn).valid).toBe(true);
  // The kernel buffers to a hundredth of the distance only (it simplifies what it is given), so it is no finer a witness than that.
  expect(less(expected, drawn)).toBeLessThan(3e-4 * area(expected) + 1);
  // No more than a disc leaves that is smaller by a chord's height, and by the kernel's hundredth, and keeps to the same way.
  const way = kernel.buffer({ type: 'GeometryCollection', geometries: [...own] }, width / 2, { quadrantSegments: 32 })!;
  const most = kernel.union([kernel.buffer(way, -width / 2 * (1 - CHORD - 0.01), { quadrantSegments: 32 })!, ground])!;
  expect(less(drawn, most)).toBeLessThan(1e-5 * area(expected) + 0.01);
  const shown = others ? kernel.difference(ground, others) : ground;
  if (shown) expect(less(shown, drawn)).toBeLessThan(1e-4);
  if (others) expect(area(kernel.intersection(drawn, others))).toBeLessThan(1e-4);
  return true;
}

describe('the closed ground of a cluster', () => {
  it('is what a disc of that width leaves: two halls 20 m apart, with a bay at each end of the gap', () => {
    // The disc of 75 m rests on both corners: its arc of 15.3° stands 75 - sqrt(75² - 10²) = 0.67 m into the gap.
    const drawn = closedGround([box(0, 0, 200, 60), box(0, 80, 200, 60)], [], 150)!;
    const segment = 75 * 75 * portable.atan2(10, Math.sqrt(75 * 75 - 100)) - 10 * Math.sqrt(75 * 75 - 100);
    expect(area(drawn)).toBeGreaterThan(28_000 - 2 * segment - 1e-6);
    expect(area(drawn)).toBeLessThan(28_000 - segment);
    expect(agrees([box(0, 0, 200, 60), box(0, 80, 200, 60)], [], 150)).toBe(true);
  });
  it('keeps corners to the last bit and adds nothing to ground that has no bay', () => {
    expect(closedGround([box(0, 0, 60)], [], 150)!.coordinates[0]).toEqual(expect.arrayContaining(box(0, 0, 60).coordinates[0]));
    expect(area(closedGround([box(0, 0, 60)], [], 150))).toBe(3600);
  });
  it('leaves a yard wider than the disc open, fills a narrower one, and comes apart where two corners only nearly meet', () => {
    const ring = (side: number) => at([[[0, 0], [side + 40, 0], [side + 40, side + 40], [0, side + 40]], [[20, 20], [side + 20, 20], [side + 20, side + 20], [20, side + 20]]]);
    expect((closedGround([ring(200)], [], 150) as Polygon).coordinates).toHaveLength(2);
    expect((closedGround([ring(100)], [], 150) as Polygon).coordinates).toHaveLength(1);
    const diamond = (x: number) => at([[[x - 40, 0], [x, -40], [x + 40, 0], [x, 40]]]);
    expect((closedGround([diamond(0), diamond(200)], [], 150) as MultiPolygon).type).toBe('MultiPolygon');
    expect((closedGround([diamond(0), diamond(90)], [], 150) as Polygon).type).toBe('Polygon');
    for (const gap of [90, 120, 200, 229, 231]) expect(agrees([diamond(0), diamond(gap)], [diamond(45)], 150)).toBe(true);
    for (const side of [100, 149, 151, 200]) expect(agrees([ring(side)], [box(40, 40, 30)], 150)).toBe(true);
    expect(agrees([box(0, 0, 60), box(100, 100, 60)], [], 150)).toBe(true);
  });
  it('knows parts that share sides and corners, stand on each other, or are there twice', () => {
    const row = [box(0, 0, 50), box(50, 0, 50), box(100, 0, 50), box(150, 50, 50)];
    expect(agrees(row, [box(50, 50, 50), box(100, 50, 50)], 150)).toBe(true);
    expect(agrees([...row, ...row], [box(50, -50, 50), box(50, -50, 50)], 120)).toBe(true);
    expect(agrees([box(0, 0, 80), box(40, 40, 80)], [box(60, 60, 80)], 100)).toBe(true);
    expect(closedGround([box(0, 0, 50)], [box(-10, -10, 80)], 150)).toBeNull();
  });
  it('is the kernel\'s, for hundreds of clusters of parts of every kind', () => {
    const random = numbers(77);
    let known = 0;
    for (let round = 0; round < 250; round++) {
      const all = scattered(random);
      const own = all.filter((_, i) => i === 0 || random() < 0.7);
      if (agrees(own, all.filter((part) => !own.includes(part)), random() < 0.5 ? 150 : 10 + 200 * random())) known++;
    }
    expect(known).toBeGreaterThanOrEqual(247);
  }, 120_000);
  it('is the kernel\'s in the demo city', () => {
    const plane = planeByCode('4547');
    const shapes = demoLayer('demand-unit').features.map(({ geometry }) => projectGeometry(plane, geometry));
    const random = numbers(78);
    const short = shapes.map((shape, unit) => groundOf(unit, shape)).filter(() => random() < 0.4);
    const clusters = link(short, 150).map((group) => group.map((k) => short[k].unit)).filter(({ length }) => length > 1);
    for (const members of clusters) {
      const own = new Set(members);
      expect(agrees(members.map((unit) => shapes[unit]), shapes.filter((_, unit) => !own.has(unit)), 150)).toBe(true);
    }
    expect(clusters.length).toBeGreaterThan(0);
  }, 120_000);
  it('goes to the kernel where a side folds back', () => {
    const spike = at([[[0, 0], [60, 0], [60, 30], [100, 30], [60, 30], [60, 60], [0, 60]]]);
    expect(closedGround([spike], [], 150)).toBeUndefined();
    const plane = planeByCode('4547');
    expect(planeArea(projectGeometry(plane, new Outliner({ kernel, plane, shapes: [spike] }, 150).draw([0])!.geometry))).toBeCloseTo(3600, 1);
  });
});

/** Up to 25 parts: convex and jagged ones, houses in a grid, rings with a yard, pairs, L shapes, and cells of points. */
function scattered(random: () => number): Geometry[] {
  const size = 150 + random() * 600;
  const star = (x: number, y: number, r: number, corners: number, rough: number): Position[] => {
    const turn = random() * 6;
    return Array.from({ length: corners }, (_, i) => {
      const angle = turn + 2 * portable.PI * i / corners, reach = r * (1 - rough * random());
      return [x + reach * portable.cos(angle), y + reach * portable.sin(angle)];
    });
  };
  const kinds: ((x: number, y: number) => Geometry)[] = [
    (x, y) => at([star(x, y, 20 + 40 * random(), 3 + Math.floor(random() * 6), 0.1)]),
    (x, y) => at([star(x, y, 20 + 80 * random(), 5 + Math.floor(random() * 12), 0.8)]),
    (x, y) => box(Math.round(x / 50) * 50, Math.round(y / 50) * 50, 50),
    (x, y) => { const w = 60 + 300 * random(); return at([[[x, y], [x + w, y], [x + w, y + w], [x, y + w]], [[x + 10, y + 10], [x + 10, y + w - 10], [x + w - 10, y + w - 10], [x + w - 10, y + 10]]]); },
    (x, y) => ({ type: 'MultiPolygon', coordinates: [at([star(x, y, 30, 6, 0.2)]).coordinates, at([star(x + 90, y + 40 * random(), 30, 5, 0.6)]).coordinates] }),
    (x, y) => at([[[x, y], [x + 90, y], [x + 90, y + 30], [x + 30, y + 30], [x + 30, y + 100], [x, y + 100]]]),
    (x, y) => ({ type: 'Point', coordinates: [EAST + x, NORTH + y] }),
  ];
  const only = random() < 0.3 ? Math.floor(random() * kinds.length) : null;
  const parts = Array.from({ length: 1 + Math.floor(random() * 25) }, () => kinds[only ?? Math.floor(random() * kinds.length)](random() * size, random() * size));
  const places = parts.flatMap((part) => (part.type === 'Point' ? [part.coordinates] : []));
  const cell = (place: Position) => voronoiCell(place[0], place[1], places.filter((other) => other !== place).map(([x, y]) => [x, y, false] as const), 75)!;
  return parts.map((part) => (part.type === 'Point' ? cell(part.coordinates) : part));
}

describe('finding what is near', () => {
  it('finds the extents that meet a box, large ones and level ones too', () => {
    const random = numbers(79);
    const extents = new Float64Array(4 * 300);
    for (let i = 0; i < 300; i++) {
      const [x, y, w, h] = [random() * 1000, random() * 1000, i % 50 === 0 ? 900 : random() * 40, i % 7 === 0 ? 0 : random() * 40];
      extents.set([x, y, x + w, y + h], 4 * i);
    }
    const grid = new ExtentGrid(extents);
    for (let k = 0; k < 300; k++) {
      const [w, s] = [random() * 1200 - 100, random() * 1200 - 100];
      const [e, n] = [w + random() * 100, s + random() * 100];
      const found: number[] = [];
      for (let k = 0, count = grid.search(w, s, e, n); k < count; k++) found.push(grid.found[k]);
      expect(found.sort((a, b) => a - b)).toEqual([...Array(300).keys()].filter((i) => extents[4 * i] <= e && extents[4 * i + 2] >= w && extents[4 * i + 1] <= n && extents[4 * i + 3] >= s));
    }
    expect(new ExtentGrid(new Float64Array(0)).search(0, 0, 1, 1)).toBe(0);
  });
  it('says of two geometries of any kind whether they lie within a distance, the bound included', () => {
    const random = numbers(80);
    for (let k = 0; k < 100; k++) {
      const all = [...scattered(random), { type: 'LineString' as const, coordinates: [[EAST, NORTH], [EAST + 300 * random(), NORTH + 300 * random()]] }, { type: 'Point' as const, coordinates: [EAST + 300 * random(), NORTH] }];
      const lines = new NearLines(all);
      const [i, j] = [Math.floor(random() * all.length), Math.floor(random() * all.length)];
      const distance = planeDistance(all[i], all[j]);
      expect(lines.within(i, j, distance)).toBe(true);
      if (distance > 1) expect(lines.within(i, j, distance - 1e-5)).toBe(false);
    }
  });
});
