import type { Position } from 'geojson';
import { expect, test } from 'vitest';
import { CONFLICT_PARAMS, conflictsOf, fillParams, type Conflict } from '../../geo/index.ts';
import { plane, shift } from '../sites/ground.ts';
import { expectedNature, gapOf, inputsOf, isOnBorder, randomCase, type Body } from './random-bodies.ts';

/**
 * The same conflicts by looking at very many places: outlines in steps of STEP, and a grid over the ground. What is sampled is never
 * nearer than the truth and at most one step (of the two outlines together) farther.
 */
const STEP = 0.5, CELL = 1;
const params = fillParams({ params: CONFLICT_PARAMS }, { crs: 'EPSG:4547' });

const outlines = new Map<Body, Position[]>();
function outline(body: Body): Position[] {
  const { ring } = body, known = outlines.get(body) ?? ring.slice(1).flatMap((b, i) => {
    const a = ring[i], n = Math.ceil(Math.hypot(b[0] - a[0], b[1] - a[1]) / STEP);
    return Array.from({ length: n }, (_, k): Position => [a[0] + (b[0] - a[0]) * k / n, a[1] + (b[1] - a[1]) * k / n]);
  });
  outlines.set(body, known);
  return known;
}
function nearestOf(places: readonly Position[], [u, v]: Position): number {
  let least = Infinity;
  for (const [x, y] of places) least = Math.min(least, (x - u) * (x - u) + (y - v) * (y - v));
  return Math.sqrt(least);
}
/** By the angle that the ring turns around the place. */
function inside({ ring }: Body, [x, y]: Position): boolean {
  let turned = 0;
  for (let i = 0; i + 1 < ring.length; i++) {
    const [ax, ay, bx, by] = [ring[i][0] - x, ring[i][1] - y, ring[i + 1][0] - x, ring[i + 1][1] - y];
    turned += Math.atan2(ax * by - ay * bx, ax * bx + ay * by);
  }
  return Math.abs(turned) > Math.PI;
}
const lengthOf = ({ ring }: Body): number => ring.slice(1).reduce((sum, b, i) => sum + Math.hypot(b[0] - ring[i][0], b[1] - ring[i][1]), 0);

function sampledArea(a: Body, b: Body): number {
  const xs = a.ring.map(([x]) => x), ys = a.ring.map(([, y]) => y);
  let cells = 0;
  for (let x = Math.min(...xs) + CELL / 2; x < Math.max(...xs); x += CELL) for (let y = Math.min(...ys) + CELL / 2; y < Math.max(...ys); y += CELL) if (inside(a, [x, y]) && inside(b, [x, y])) cells++;
  return cells * CELL * CELL;
}
function sampledDistance(a: Body, b: Body): number {
  const [p, q] = [outline(a), outline(b)];
  if (p.some((at) => inside(b, at)) || q.some((at) => inside(a, at))) return 0;
  return p.reduce((least, at) => Math.min(least, nearestOf(q, at)), Infinity);
}
const local = ([lon, lat]: readonly [number, number]): Position => { const [x, y] = plane.forward(lon, lat), [x0, y0] = shift([0, 0]); return [x - x0, y - y0]; };

test('conflicts of random bodies are those that dense samples of them show', async () => {
  const natures = new Map<string, number>();
  for (let seed = 1; seed <= 24; seed++) {
    const made = randomCase(seed), rows = await conflictsOf(inputsOf(made), params);
    const found = new Map(rows.map((row) => [`${row.site}|${row.id}`, row]));
    made.sites.forEach((site, i) => made.others.forEach((other, j) => {
      const row = found.get(`s${i}|o${j}`), gap = gapOf(site, other), seen = sampledDistance(site, other);
      // Outlines that only just cross may do so between two samples.
      if (seen > 0 && seen < 2 * STEP) return;
      const sure = [seen, Math.max(seen - STEP, Math.min(seen, 1e-6))].map((distance) => expectedNature(other.kind, distance, gap));
      if (sure[0] !== sure[1] || isOnBorder(other.kind, seen, gap)) return;
      expect(row?.nature ?? null, `${seed} ${i} ${j} ${other.kind} ${seen} ${gap}`).toBe(sure[0]);
      natures.set(String(sure[0]), (natures.get(String(sure[0])) ?? 0) + 1);
      if (row) check(row, site, other, seen, gap);
    }));
  }
  for (const nature of ['meets', 'near', 'close', 'consult', 'passes', 'null']) expect(natures.get(nature) ?? 0, nature).toBeGreaterThan(5);
});

function check(row: Conflict, site: Body, other: Body, seen: number, gap: number): void {
  expect(row.clearance).toBeLessThanOrEqual(seen + 1e-3);
  expect(row.clearance).toBeGreaterThanOrEqual(Math.max(0, seen - STEP) - 1e-3);
  if (seen === 0) expect(Math.abs(row.overlapArea - sampledArea(site, other))).toBeLessThan((lengthOf(site) + lengthOf(other)) * CELL / 2);
  else expect(row.overlapArea).toBe(0);
  expect(row.depthClearance).toBeCloseTo(Math.max(0, gap), 9);
  expect(row.depthOverlap).toBeCloseTo(Math.max(0, Math.min(site.bottom, other.bottom) - Math.max(site.top, other.top)), 9);
  checkWorst(row, site, other, seen);
}
/**
 * The worst place is on the other thing, as near to the site as anything of it; the line runs through it, a straight piece of it as long as the clearance joins the
 * two, and it goes on into both: a section along it cuts them.
 */
function checkWorst({ worst, clearance }: Conflict, site: Body, other: Body, seen: number): void {
  const at = local(worst.at), line = worst.line.map(local);
  const nearest = (body: Body, place: Position) => (inside(body, place) ? 0 : nearestOf(outline(body), place));
  expect(nearest(other, at)).toBeLessThan(STEP);
  expect(Math.abs(nearest(site, at) - clearance)).toBeLessThan(STEP + 0.02);
  const pieces = line.slice(1).map((to, i) => [line[i], to] as const);
  const long = pieces.reduce((sum, [a, b]) => sum + Math.hypot(b[0] - a[0], b[1] - a[1]), 0);
  expect(Math.min(...pieces.map(([a, b]) => offLine(at, a, b)))).toBeLessThan(0.03);
  expect(long).toBeGreaterThan(29.9);
  expect(long).toBeLessThan(120.1 + seen);
  const along = pieces.flatMap(([a, b]) => Array.from({ length: 100 }, (_, k): Position => [a[0] + (b[0] - a[0]) * k / 99, a[1] + (b[1] - a[1]) * k / 99]));
  for (const body of [site, other]) expect(along.some((place) => inside(body, place)), 'cut by the section').toBe(true);
  if (clearance > 0) expect(along.filter((place) => !inside(site, place) && !inside(other, place)).length).toBeGreaterThan(0);
}
function offLine([x, y]: Position, [ax, ay]: Position, [bx, by]: Position): number {
  const [dx, dy] = [bx - ax, by - ay], t = Math.min(1, Math.max(0, ((x - ax) * dx + (y - ay) * dy) / (dx * dx + dy * dy)));
  return Math.hypot(x - ax - t * dx, y - ay - t * dy);
}
