import type { Geometry, LineString, Polygon, Position } from 'geojson';
import initGeos from 'geos-wasm';
import { describe, expect, it } from 'vitest';
import { acrossRoad, alongRoad, axisOfRoad, cutSection, levelGround, Path, sectionContext, throughSite, toWkb, withTrial, type SectionModel } from '../../geo/index.ts';
import { crossingsOf } from '../../geo/section/crossings.ts';
import { stretchesIn, stretchesWithin, type Stretch } from '../../geo/section/stretches.ts';
import { numbers } from '../support/numbers.ts';
import { degrees, LAT, LON, plane, TOWN } from '../support/section-town.ts';

const geos = await initGeos();
function read(geometry: Geometry): never {
  const bytes = toWkb(geometry), at = geos.Module._malloc(bytes.length), reader = geos.GEOSWKBReader_create();
  geos.Module.HEAPU8.set(bytes, at);
  return geos.GEOSWKBReader_read(reader, at as never, bytes.length) as never;
}
/** Length of what GEOS finds common to a line and ground. */
function geosLength(line: Position[], ground: Geometry, reach = 0): number {
  const shape = reach > 0 ? geos.GEOSBuffer(read(ground), reach, 400) : read(ground);
  const common = geos.GEOSIntersection(read({ type: 'LineString', coordinates: line }), shape as never), slot = geos.Module._malloc(8);
  geos.GEOSLength(common as never, slot as never);
  return geos.Module.getValue(slot, 'double');
}
const total = (stretches: readonly Stretch[]) => stretches.reduce((sum, [from, to]) => sum + to - from, 0);
const place = (random: () => number, size = 200): Position => [random() * size, random() * size];
const lineOf = (random: () => number, n: number): Position[] => Array.from({ length: n }, () => place(random));
/** A star about a place, with a hole where it is large. */
function star(random: () => number): Polygon {
  const [x, y] = place(random), n = 5 + Math.floor(random() * 12), inner = random() < 0.5;
  const ring = (least: number, most: number, corners: number) => { const points = Array.from({ length: corners }, (_, k) => { const r = least + random() * (most - least), a = 2 * Math.PI * k / corners; return [x + r * Math.cos(a), y + r * Math.sin(a)]; }); return [...points, points[0]]; };
  return { type: 'Polygon', coordinates: [ring(30, 90, n), ...(inner ? [ring(5, 12, 5)] : [])] };
}

describe('a section', () => {
  it('takes as much of a line as GEOS finds in the ground', () => {
    const random = numbers(61);
    for (let i = 0; i < 300; i++) {
      const line = lineOf(random, 2 + Math.floor(random() * 4)), polygon = star(random);
      expect(total(stretchesIn(new Path(line), polygon.coordinates)), `case ${i}`).toBeCloseTo(geosLength(line, polygon), 3);
    }
  });
  it('takes as much of a line as GEOS finds within a distance of other lines', () => {
    const random = numbers(62);
    for (let i = 0; i < 200; i++) {
      const line = lineOf(random, 2 + Math.floor(random() * 3)), other = lineOf(random, 2 + Math.floor(random() * 3)), reach = 2 + random() * 30;
      const expected = geosLength(line, { type: 'LineString', coordinates: other } as LineString, reach);
      // GEOS draws circles with chords, which lie inside the true ones by a hundredth of a thousandth.
      expect(Math.abs(total(stretchesWithin(new Path(line), [other], reach)) - expected), `case ${i}`).toBeLessThan(0.02 + expected * 1e-4);
    }
  });
  it('finds every crossing, by trying each piece against each', () => {
    const random = numbers(63);
    for (let i = 0; i < 300; i++) {
      const line = lineOf(random, 2 + Math.floor(random() * 4)), other = lineOf(random, 2 + Math.floor(random() * 5)), path = new Path(line), found: number[] = [];
      const side = (a: Position, b: Position, p: Position) => (b[0] - a[0]) * (p[1] - a[1]) - (b[1] - a[1]) * (p[0] - a[0]);
      for (let k = 0; k + 1 < line.length; k++) {
        for (let j = 0; j + 1 < other.length; j++) {
          const [a, b, c, d] = [line[k], line[k + 1], other[j], other[j + 1]];
          if (side(a, b, c) * side(a, b, d) < 0 && side(c, d, a) * side(c, d, b) < 0) { const s = side(c, d, a) / (side(c, d, a) - side(c, d, b)); found.push(path.at[k] + s * (path.at[k + 1] - path.at[k])); }
        }
      }
      expect(crossingsOf(path, [other]).map(({ at }) => at)).toEqual(found.sort((p, q) => p - q).map((at) => expect.closeTo(at, 6)));
    }
  });
});

const of = (model: SectionModel, id: string) => model.features.find((feature) => feature.id === id)!;

describe('a section of a town', () => {
  const way: Position[] = [[0, 0], [150, 0]], model = cutSection(degrees(way), TOWN, sectionContext({ focus: 'site' }));
  it('says in metres what lies on, beside and across the line', () => {
    expect(model.length).toBeCloseTo(150, 6);
    expect(of(model, 'pipe DN800').cuts).toEqual([{ kind: 'crossing', at: expect.closeTo(40, 5), angle: expect.closeTo(90, 4), width: 0.8 }]);
    expect(of(model, 'slanting').cuts).toEqual([{ kind: 'crossing', at: expect.closeTo(80, 5), angle: expect.closeTo(45, 4), width: null }]);
    expect(of(model, 'along').cuts).toEqual([{ kind: 'along', from: 0, to: expect.closeTo(150, 5), offset: expect.closeTo(-6, 5) }]);
    expect(of(model, 'tree').cuts).toEqual([{ kind: 'point', at: expect.closeTo(120, 5), offset: expect.closeTo(7, 5) }]);
    expect(of(model, 'road').cuts).toEqual([{ kind: 'stretch', from: expect.closeTo(85, 5), to: expect.closeTo(115, 5) }]);
    expect(of(model, 'lane')).toMatchObject({ cuts: [{ from: expect.closeTo(14, 5), to: expect.closeTo(26, 5) }], widthAssumed: true });
    expect(of(model, 'zone').cuts).toEqual([{ kind: 'stretch', from: 0, to: expect.closeTo(80, 5) }]);
    expect(model.features[model.focus!]).toMatchObject({ id: 'site', cuts: [{ from: expect.closeTo(90, 5), to: expect.closeTo(110, 5) }], levels: 2, levelHeight: expect.closeTo(3.9, 9) });
    expect(model.features.map(({ id }) => id)).not.toContain('lot');
    expect(model.features.map(({ id }) => id)).not.toContain('far tree');
  });
  it('keeps the clear distance of a works along the line, and what is not known as not known', () => {
    const slanting = of(model, 'slanting');
    expect(slanting.clearance!.metres).toBe(4);
    expect(slanting.clearance!.stretches).toEqual([[expect.closeTo(80 - 4 * Math.SQRT2, 4), expect.closeTo(80 + 4 * Math.SQRT2, 4)]]);
    expect(slanting.depth).toMatchObject({ top: 1, bottom: null });
    expect(of(model, 'zone').depth.assumed).toEqual(['top', 'bottom']);
    expect(model.ground).toMatchObject({ basis: 'none', datum: null });
  });
  it('is mirrored when the line is turned round', () => {
    const back = cutSection(degrees([...way].reverse()), TOWN, sectionContext());
    const turned = (at: number) => expect.closeTo(model.length - at, 4) as number;
    for (const feature of model.features) {
      const other = of(back, feature.id);
      const mirrored = [...other.cuts].reverse().map((cut) => ('from' in cut ? [cut.from, cut.to] : [cut.at]));
      expect(mirrored, feature.id).toEqual(feature.cuts.map((cut) => ('from' in cut ? [turned(cut.to), turned(cut.from)] : [turned(cut.at)])));
      for (const [k, cut] of feature.cuts.entries()) if (cut.kind === 'point' || cut.kind === 'along') expect((other.cuts[feature.cuts.length - 1 - k] as typeof cut).offset).toBeCloseTo(-cut.offset, 4);
    }
  });
  it('takes a ground that is known, and a site as it would be', () => {
    const tried = withTrial(cutSection(degrees(way), TOWN, sectionContext({ focus: 'site', depth: { ...sectionContext().depth, ground: levelGround(12.5) } })), { id: 'site', top: 4, levels: 3, levelHeight: 3.9 });
    expect(tried.ground).toMatchObject({ basis: 'level', datum: 12.5 });
    expect(tried.features[tried.focus!]).toMatchObject({ levels: 3, depth: { top: 4, bottom: expect.closeTo(15.7, 9) } });
  });
});

describe('lines of sections', () => {
  const [road] = TOWN[1].features, [site] = TOWN[3].features;
  it('go along a road, across it, and through a site', () => {
    expect(axisOfRoad(road, plane).length).toBeCloseTo(160, 5);
    const across = Path.fromDegrees(acrossRoad(road, 80, plane), plane), model = cutSection(acrossRoad(road, 80, plane), TOWN, sectionContext());
    expect(across.length).toBeCloseTo(30 + 60, 5);
    expect(of(model, 'road').cuts).toEqual([{ kind: 'stretch', from: expect.closeTo(30, 4), to: expect.closeTo(60, 4) }]);
    expect(cutSection(alongRoad(road, plane), TOWN, sectionContext()).length).toBeCloseTo(160, 5);
    const through = cutSection(throughSite(site, 'across', plane), TOWN, sectionContext());
    expect(of(through, 'site').cuts).toEqual([{ kind: 'stretch', from: expect.closeTo(30, 4), to: expect.closeTo(50, 4) }]);
    // Along its road: no farther than the road goes.
    const along = cutSection(throughSite(site, 'along', plane, road), TOWN, sectionContext());
    expect(along.length).toBeCloseTo(120, 4);
    expect(of(along, 'site').cuts).toEqual([{ kind: 'stretch', from: expect.closeTo(30, 4), to: expect.closeTo(90, 4) }]);
  });
  it('refuse what is no line', () => {
    expect(() => cutSection([[LON, LAT]], TOWN, sectionContext())).toThrow(expect.objectContaining({ code: 'section.line' }));
    expect(() => cutSection([], TOWN, sectionContext())).toThrow(expect.objectContaining({ code: 'section.line' }));
    expect(() => acrossRoad(road, 500, plane)).toThrow(expect.objectContaining({ code: 'section.chainage' }));
  });
});
