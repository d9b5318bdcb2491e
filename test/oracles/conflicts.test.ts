import { afterAll, expect, it } from 'vitest';
import { CONFLICT_PARAMS, conflictsOf, fillParams } from '../../geo/index.ts';
import { expectedNature, gapOf, inputsOf, isOnBorder, randomCase, type Body } from '../coordination/random-bodies.ts';
import { gdalFolder } from '../support/gdal-folder.ts';
import { gdal, hasGdal, NO_GDAL } from '../support/gdal.ts';

const folder = gdalFolder();
afterAll(() => folder.remove());
const wkt = ({ ring }: Body) => `POLYGON((${ring.map(([x, y]) => `${x} ${y}`).join(',')}))`;

/** GDAL's SQLite dialect reckons with SpatiaLite, which has a GEOS of its own. Null where it was built without. */
function distances(pairs: readonly { id: string; a: Body; b: Body }[]): Map<string, { distance: number; area: number }> | null {
  folder.put([{ name: 'pairs.csv', bytes: new TextEncoder().encode(['id,a,b', ...pairs.map(({ id, a, b }) => `${id},"${wkt(a)}","${wkt(b)}"`)].join('\n')) }]);
  const sql = 'SELECT id, ST_Distance(GeomFromText(a), GeomFromText(b)) AS d, ST_Area(ST_Intersection(GeomFromText(a), GeomFromText(b))) AS o FROM pairs';
  const rows = gdal('ogr2ogr', '-f', 'CSV', folder.at('out.csv'), folder.at('pairs.csv'), '-dialect', 'SQLite', '-sql', sql) === null ? [] : new TextDecoder().decode(folder.take('out.csv')[0].bytes).trim().split('\n').slice(1);
  return new Map(rows.map((row) => row.replaceAll('"', '').trim().split(',')).map(([id, d, o]) => [id, { distance: Number(d), area: Number(o || 0) }]));
}
const hasSpatialite = hasGdal && /\bST_?Distance|SpatiaLite|SQLite/i.test(gdal('ogrinfo', '--formats') ?? '');

it.skipIf(!hasSpatialite)(`conflicts of 4,200 random pairs are those of GEOS distances, intersections and intervals${NO_GDAL}`, async () => {
  let compared = 0;
  const cases = Array.from({ length: 12 }, (_, i) => randomCase(100 + i, { sites: 7, others: 50 }));
  const truth = distances(cases.flatMap(({ sites, others }, c) => sites.flatMap((a, i) => others.map((b, j) => ({ id: `${c}|${i}|${j}`, a, b })))))!;
  for (const [c, made] of cases.entries()) {
    const rows = await conflictsOf(inputsOf(made), fillParams({ params: CONFLICT_PARAMS }, { crs: 'EPSG:4547' }));
    const found = new Map(rows.map((row) => [`${c}|${row.site.slice(1)}|${row.id.slice(1)}`, row]));
    made.sites.forEach((site, i) => made.others.forEach((other, j) => {
      const id = `${c}|${i}|${j}`, { distance, area } = truth.get(id)!, gap = gapOf(site, other), row = found.get(id);
      if (isOnBorder(other.kind, distance, gap)) return;
      expect(row?.nature ?? null, id).toBe(expectedNature(other.kind, distance, gap));
      compared++;
      if (!row) return;
      expect(row.clearance).toBeCloseTo(distance, 4);
      expect(Math.abs(row.overlapArea - area)).toBeLessThan(0.01);
    }));
  }
  expect(compared).toBeGreaterThan(4000);
});
