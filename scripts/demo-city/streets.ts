import { alignTo, cellArea, passages, StreetMap, traceToSide, type Cell, type Edge, type StreetClass } from './cells.ts';
import { DISTRICT_FORMS, districtAt, type DistrictForm } from './districts.ts';
import type { StreetField } from './field.ts';
import { areaOf, centroid, distance, extentAlong, inside, left, nearest, perimeter, simplify, spline, unit, type XY } from './plane.ts';
import { randomOf, type Random } from './random.ts';
import type { ShoreKind, Terrain } from './terrain.ts';

/** Streets that were drawn first, in kilometres. Each runs on beyond the ground so that it ends at a shore road. */
export const MAIN_STREETS: readonly { name: string; roadClass: StreetClass; width: number; line: readonly XY[] }[] = [
  { name: '北环快速路', roadClass: 'expressway', width: 60, line: [[-0.2, 4.05], [0.9, 4.08], [1.8, 4.3], [2.9, 4.48], [4.0, 4.5], [5.2, 4.62], [6.2, 4.62], [7.3, 4.62], [8.6, 4.52], [10.2, 4.62]] },
  { name: '人民大道', roadClass: 'arterial', width: 50, line: [[-0.2, 2.85], [1.0, 2.92], [2.0, 2.9], [2.9, 2.78], [3.6, 2.95], [4.3, 3.13], [4.95, 3.2], [5.6, 3.12], [6.5, 3.12], [7.5, 3.05], [8.7, 3.12], [10.2, 3.32]] },
  { name: '紫荆路', roadClass: 'arterial', width: 50, line: [[2.55, 3.7], [3.1, 3.72], [3.7, 3.76], [4.3, 3.88], [5.05, 3.95], [5.7, 3.86], [6.4, 3.76], [7.05, 3.85]] },
  { name: '解放路', roadClass: 'arterial', width: 42, line: [[3.72, 1.7], [3.76, 2.4], [3.66, 3.2], [3.76, 4.0], [3.62, 4.8], [3.5, 5.5], [3.2, 6.5]] },
  { name: '江东大道', roadClass: 'arterial', width: 45, line: [[5.62, 1.3], [5.72, 2.3], [5.7, 3.1], [5.72, 3.9], [5.95, 4.7], [5.75, 5.5], [5.7, 6.6]] },
  { name: '东城大道', roadClass: 'arterial', width: 50, line: [[7.98, 0.9], [8.02, 2.0], [8.0, 3.0], [8.0, 3.9], [7.85, 4.7], [7.95, 5.5], [7.9, 6.2]] },
  { name: '西城大道', roadClass: 'arterial', width: 50, line: [[1.5, 0.7], [1.45, 1.7], [1.38, 2.8], [1.3, 3.6], [1.12, 4.4], [1.05, 5.2]] },
  { name: '湾区大道', roadClass: 'arterial', width: 45, line: [[2.42, 1.0], [2.36, 1.8], [2.4, 2.4], [2.3, 2.9], [1.95, 3.3], [2.05, 3.6]] },
  { name: '城东大道', roadClass: 'arterial', width: 45, line: [[9.15, 1.2], [9.1, 2.2], [9.05, 3.2], [9.1, 4.1], [9.0, 4.7], [9.1, 5.6]] },
];
const SHORE_STREETS: Readonly<Record<ShoreKind, { roadClass: StreetClass; width: number; name: string }>> = {
  coast: { roadClass: 'arterial', width: 36, name: '滨海大道' }, river: { roadClass: 'secondary', width: 24, name: '沿河路' },
  hill: { roadClass: 'branch', width: 16, name: '环山路' }, limit: { roadClass: 'branch', width: 20, name: '外环路' },
};

/** A block with the superblock and the quarter (ground between secondary streets) that it is part of. */
export interface BlockCell { cell: Cell; quarter: number; superblock: number }
export interface StreetPlan { map: StreetMap; superblocks: Cell[]; quarters: { cell: Cell; superblock: number }[]; blocks: BlockCell[]; bridges: { name: string; roadClass: StreetClass; points: XY[] }[] }

export function makeStreets(terrain: Terrain, field: StreetField, seed: number): StreetPlan {
  const map = new StreetMap();
  const random = randomOf(seed, 'streets');
  let cells = terrain.ground.flatMap((part) => groundCells(map, part, terrain));
  for (const street of MAIN_STREETS) {
    const line = simplify(spline(street.line.map(([x, y]) => [x * 1000 * terrain.scale, y * 1000 * terrain.scale] as XY), 50), 1);
    cells = cells.flatMap((cell) => cutAlong(map, cell, line, street.name, street.roadClass, street.width));
  }
  const districts = (cell: Cell) => DISTRICT_FORMS[districtAt(centroid(cell.ring), terrain.scale, seed).kind];
  const split = (cell: Cell, target: (form: DistrictForm) => number, roadClass: StreetClass, width: (form: DistrictForm) => number, gap: number) =>
    subdivide({ map, field, random, target: (c) => target(districts(c)), roadClass, width: (c) => width(districts(c)), gap }, cell);
  const superblocks = cells.flatMap((cell) => split(cell, () => 900_000, 'arterial', () => 40, 110));
  const quarters = superblocks.flatMap((from, superblock) => split(from, (form) => form.superblock, 'secondary', (form) => (form.block < 32_000 ? 20 : 30), 70).map((cell) => ({ cell, superblock })));
  const large = quarters.flatMap((from, quarter) => split(from.cell, (form) => form.block, 'branch', (form) => form.branchWidth, 34).map((cell) => ({ cell, quarter, superblock: from.superblock })));
  const blocks = large.flatMap((from) => split(from.cell, (form) => form.lane || Infinity, 'lane', (form) => form.laneWidth, 18).map((cell) => ({ ...from, cell })));
  return { map, superblocks, quarters, blocks, bridges: bridgesOver(terrain, map) };
}

interface Division { map: StreetMap; field: StreetField; random: Random; target: (cell: Cell) => number; roadClass: StreetClass; width: (cell: Cell) => number; gap: number }

function subdivide(division: Division, cell: Cell): Cell[] {
  const target = division.target(cell);
  const area = cellArea(cell);
  if (area < target * 1.35) return [cell];
  const parts = cutOnce(division, cell, area);
  return parts ? parts.flatMap((part) => subdivide(division, part)) : [cell];
}

const OFFSETS = [0, 0.06, -0.06, 0.12, -0.12, 0.18, -0.18, 0.24, -0.24];
function cutOnce({ map, field, random, roadClass, width, gap }: Division, cell: Cell, area: number): [Cell, Cell] | null {
  const centre = centroid(cell.ring);
  const seedPoint = inside(cell.ring, centre) ? centre : nearest(cell.ring, centre, true).place;
  const across = field.directionAt(seedPoint);
  const sides = [across, left(across)].map((direction) => ({ direction, extent: extentAlong(cell.ring, direction) }));
  sides.sort((a, b) => (b.extent.high - b.extent.low) - (a.extent.high - a.extent.low));
  const step = Math.min(60, Math.max(9, Math.sqrt(area) / 14));
  const jitter = random.between(-0.07, 0.07);
  for (const strict of [true, false]) for (const { direction, extent } of sides) for (const offset of OFFSETS) {
    const start: XY = [centre[0] + direction[0] * (offset + jitter) * (extent.high - extent.low), centre[1] + direction[1] * (offset + jitter) * (extent.high - extent.low)];
    if (!inside(cell.ring, start)) continue;
    const parts = tryCut({ map, field, roadClass, width: width(cell), gap }, cell, start, left(direction), step, strict ? 0.27 : 0.16);
    if (parts) return parts;
  }
  // No street of the field fits: a straight one, whichever way.
  for (const slant of [0, 0.35, -0.35, 0.8, -0.8]) for (const offset of OFFSETS) for (const { direction, extent } of sides) {
    const start: XY = [centre[0] + direction[0] * offset * (extent.high - extent.low), centre[1] + direction[1] * offset * (extent.high - extent.low)];
    const heading = left(direction);
    const parts = inside(cell.ring, start) && tryCut({ map, field: STRAIGHT, roadClass, width: width(cell), gap }, cell, start, unit([heading[0] + direction[0] * slant, heading[1] + direction[1] * slant]), step, 0.15);
    if (parts) return parts;
  }
  return null;
}
const STRAIGHT = null;

function tryCut({ map, field, roadClass, width, gap }: { map: StreetMap; field: StreetField | null; roadClass: StreetClass; width: number; gap: number }, cell: Cell, start: XY, heading: XY, step: number, share: number): [Cell, Cell] | null {
  const follow = (point: XY, to: XY) => (field ? alignTo(field.directionAt(point), to) : to);
  const ahead = traceToSide(cell, start, heading, step, follow);
  const back = ahead && traceToSide(cell, start, [-heading[0], -heading[1]], step, follow);
  if (!ahead || !back) return null;
  const end = map.snap(cell, ahead.hit, gap), begin = map.snap(cell, back.hit, gap);
  if (!end || !begin || begin.place === end.place) return null;
  const whole = [begin.place, ...back.path.slice(1, -1).reverse(), start, ...ahead.path.slice(1, -1), end.place];
  const path = simplify(whole, Math.min(2.5, step / 10));
  if (!staysInside(cell, path, begin.edge, end.edge)) return null;
  const pieces = preview(cell, path, begin, end);
  const total = areaOf(cell.ring);
  for (const piece of pieces) {
    const area = areaOf(piece), around = perimeter(piece);
    if (area < total * share || area / (around * around) < 0.026) return null;
  }
  return map.split(cell, path, begin, end, roadClass, width);
}

/** Rings that a cut would give, without making it. */
function preview(cell: Cell, path: XY[], begin: { edge: number; at: number }, end: { edge: number; at: number }): [XY[], XY[]] {
  const trial = new StreetMap();
  for (const side of cell.edges) while (trial.streets.length <= side.street) trial.streets.push({ id: trial.streets.length, roadClass: 'lane', width: 0, points: [], at: [], junctions: [], name: null });
  const [a, b] = trial.split(cell, path, { ...begin, place: path[0] }, { ...end, place: path[path.length - 1] }, 'lane', 0);
  return [a.ring, b.ring];
}

function staysInside(cell: Cell, path: XY[], first: number, last: number): boolean {
  const n = cell.ring.length;
  for (let i = 0; i + 1 < path.length; i++) {
    const middle: XY = [(path[i][0] + path[i + 1][0]) / 2, (path[i][1] + path[i + 1][1]) / 2];
    if (!inside(cell.ring, middle)) return false;
    for (let j = 0; j < n; j++) {
      if ((i === 0 && j === first) || (i + 2 === path.length && j === last)) continue;
      const a = cell.ring[j], b = cell.ring[(j + 1) % n];
      const d1 = orient(path[i], path[i + 1], a), d2 = orient(path[i], path[i + 1], b), d3 = orient(a, b, path[i]), d4 = orient(a, b, path[i + 1]);
      if (d1 * d2 < 0 && d3 * d4 < 0) return false;
    }
  }
  return true;
}
const orient = (a: XY, b: XY, c: XY): number => (b[0] - a[0]) * (c[1] - a[1]) - (b[1] - a[1]) * (c[0] - a[0]);

function cutAlong(map: StreetMap, cell: Cell, line: readonly XY[], name: string, roadClass: StreetClass, width: number): Cell[] {
  for (const { path, start, end } of passages(cell, line)) {
    const from = map.snap(cell, start, 60) ?? start, to = map.snap(cell, end, 60) ?? end;
    const whole = [from.place, ...path.slice(1, -1), to.place];
    if (from.place === to.place || !staysInside(cell, whole, from.edge, to.edge)) continue;
    // Where the line already is a side of the cell, rounding makes splinters of passages.
    if (preview(cell, whole, from, to).some((ring) => areaOf(ring) < 25_000)) continue;
    const parts = map.split(cell, whole, from, to, roadClass, width, name);
    return parts.flatMap((part) => cutAlong(map, part, line, name, roadClass, width));
  }
  return [cell];
}

/** The first cells: the ground cut open beside its hole, so that no cell has one. */
function groundCells(map: StreetMap, { shell, holes }: Terrain['ground'][number], terrain: Terrain): Cell[] {
  const outer = shoreCell(map, shell, terrain);
  if (holes.length === 0) return [outer];
  if (holes.length > 1) throw new Error('ground with more than one inner hill');
  const hole = shoreCell(map, holes[0], terrain);
  const top = hole.ring.reduce((best, p, i) => (p[1] > hole.ring[best][1] ? i : best), 0);
  const bottom = hole.ring.reduce((best, p, i) => (p[1] < hole.ring[best][1] ? i : best), 0);
  const ray = (from: XY, way: 1 | -1) => {
    for (const slant of [0, 0.12, -0.12, 0.25, -0.25, 0.4, -0.4]) {
      const traced = traceToSide(outer, from, unit([slant, way]), 40, (_, to) => to);
      if (traced) return traced;
    }
    throw new Error('the hill cannot be tied to the shore');
  };
  const north = ray(hole.ring[top], 1), south = ray(hole.ring[bottom], -1);
  return aroundHole(map, outer, hole, { corner: top, ...north }, { corner: bottom, ...south });
}

interface Tie { corner: number; path: XY[]; hit: { edge: number; place: XY; at: number } }
/** Two streets from a hole to the outer sides make two cells; the hole stays out of both. */
function aroundHole(map: StreetMap, outer: Cell, hole: Cell, north: Tie, south: Tie): Cell[] {
  const holeStreet = map.streets[hole.edges[0].street];
  const meet = (tie: Tie) => {
    const place = hole.ring[tie.corner];
    holeStreet.junctions.push({ at: hole.edges[tie.corner].from, place });
    map.streets[outer.edges[tie.hit.edge].street].junctions.push({ at: tie.hit.at, place: tie.hit.place });
    return map.add([place, tie.hit.place], 'secondary', 24);
  };
  const roads = { north: meet(north), south: meet(south) };
  const walk = (cell: Cell, from: number, to: number) => {
    const out: number[] = [];
    for (let i = from; i !== to; i = (i + 1) % cell.ring.length) out.push(i);
    return out;
  };
  const arc = (cell: Cell, from: number, to: number) => ({ ring: walk(cell, from, to).map((i) => cell.ring[i]), edges: walk(cell, from, to).map((i) => cell.edges[i]) });
  const opened = withHits(outer, [north.hit, south.hit]);
  const side = (a: 'north' | 'south', b: 'north' | 'south', ties: Record<'north' | 'south', Tie>): Cell => {
    const outerArc = arc(opened.cell, opened.at[a], opened.at[b]);
    const holeArc = arc(hole, ties[b].corner, ties[a].corner);
    const inward: Edge = { street: roads[b].id, from: roads[b].at[1], to: 0 }, outward: Edge = { street: roads[a].id, from: 0, to: roads[a].at[1] };
    return { ring: [...outerArc.ring, ties[b].hit.place, ...holeArc.ring, hole.ring[ties[a].corner]], edges: [...outerArc.edges, inward, ...holeArc.edges, outward] };
  };
  return [side('north', 'south', { north, south }), side('south', 'north', { north, south })];
}

function withHits(cell: Cell, [north, south]: { edge: number; place: XY; at: number }[]): { cell: Cell; at: { north: number; south: number } } {
  const ring: XY[] = [], edges: Edge[] = [], at = { north: -1, south: -1 };
  cell.ring.forEach((corner, i) => {
    ring.push(corner);
    let { from } = cell.edges[i];
    const here = ([['north', north], ['south', south]] as const).filter(([, hit]) => hit.edge === i).sort((p, q) => Math.abs(p[1].at - from) - Math.abs(q[1].at - from));
    for (const [which, hit] of here) {
      edges.push({ street: cell.edges[i].street, from, to: hit.at });
      at[which] = ring.length;
      ring.push(hit.place);
      from = hit.at;
    }
    edges.push({ street: cell.edges[i].street, from, to: cell.edges[i].to });
  });
  return { cell: { ring, edges }, at };
}

/** The outline of the ground as a cell whose sides are shore roads: one street for each stretch of one kind of shore. */
function shoreCell(map: StreetMap, ring: XY[], terrain: Terrain): Cell {
  const kinds = smoothKinds(ring.map((p, i) => terrain.shoreKind([(p[0] + ring[(i + 1) % ring.length][0]) / 2, (p[1] + ring[(i + 1) % ring.length][1]) / 2])));
  const first = kinds.findIndex((kind, i) => kind !== kinds[(i + kinds.length - 1) % kinds.length]);
  const start = Math.max(0, first), n = ring.length;
  const turned = ring.map((_, i) => ring[(start + i) % n]), turnedKinds = kinds.map((_, i) => kinds[(start + i) % n]);
  const edges: Edge[] = [];
  for (let i = 0; i < n;) {
    let j = i;
    while (j < n && turnedKinds[j] === turnedKinds[i]) j++;
    const { roadClass, width, name } = SHORE_STREETS[turnedKinds[i]];
    const points = [...turned.slice(i, j), turned[j % n]];
    const street = map.add(points, roadClass, width, name);
    for (let k = i; k < j; k++) edges.push({ street: street.id, from: street.at[k - i], to: street.at[k - i + 1] });
    i = j;
  }
  return { ring: turned, edges };
}
/** A single edge between two of another kind is a rounding at a corner, not a shore of its own. */
function smoothKinds(kinds: ShoreKind[]): ShoreKind[] {
  const n = kinds.length;
  return kinds.map((kind, i) => {
    const before = kinds[(i + n - 1) % n], after = kinds[(i + 1) % n];
    return kind !== before && kind !== after ? before : kind;
  });
}

/** Main streets that end on both banks of the river are joined over it. */
function bridgesOver(terrain: Terrain, map: StreetMap): StreetPlan['bridges'] {
  const out: StreetPlan['bridges'] = [];
  for (const { name, roadClass } of MAIN_STREETS) {
    const ends = map.streets.filter((street) => street.name === name).flatMap((street) => [street.points[0], street.points[street.points.length - 1]]);
    for (let i = 0; i < ends.length; i++) for (let j = i + 1; j < ends.length; j++) {
      const middle: XY = [(ends[i][0] + ends[j][0]) / 2, (ends[i][1] + ends[j][1]) / 2];
      if (distance(ends[i], ends[j]) < 700 * terrain.scale && inside(terrain.river, middle)) out.push({ name, roadClass, points: [ends[i], ends[j]] });
    }
  }
  return out;
}
