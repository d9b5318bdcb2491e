import type { Point } from 'geojson';
import { describe, expect, test, vi } from 'vitest';
import { fixIssue } from '../../app/commands/fix-issue.ts';
import { currentDocument, EMPTY, openDocument, redo, undo, type ProjectLayer } from '../../app/state/document.ts';
import { crossLayerIssues, crsByCode, planeByCode, readGeoJson, validateLayer, type Issue, type SchemaId } from '../../geo/index.ts';

vi.mock('../../app/workers/engine.ts', async () => ({ engine: (await import('../support/engine-here.ts')).engineHere }));

type Plain = [number, number];
const plane = planeByCode('4547');
const [X, Y] = plane.forward(114.05, 22.54);
const box = (x: number): Plain[] => [[x, 0], [x + 100, 0], [x + 100, 100], [x, 100], [x, 0]];
const square = (x: number) => ({ type: 'Polygon', coordinates: [box(x).map(([u, v]) => plane.inverse(X + u, Y + v))] });
const point = ([x, y]: readonly [number, number]) => ({ type: 'Point', coordinates: [x, y] });

function imported(schema: SchemaId, rows: [name: string, geometry: unknown][]): ProjectLayer {
  const text = JSON.stringify({ type: 'FeatureCollection', features: rows.map(([name, geometry], i) => ({ type: 'Feature', id: `${schema}-${i}`, properties: { name }, geometry })) });
  const { layer, rejected, issues, counts } = readGeoJson(text, { schema });
  return { layer, fileName: 'f.geojson', sha256: null, issues, setAside: rejected, counts };
}
/** Opens layers as a project; mends an issue, then takes it back and does it again. */
async function mended(layers: ProjectLayer[], layerId: string, issue: Issue): Promise<ProjectLayer> {
  openDocument({ ...EMPTY, layers });
  const before = currentDocument();
  await fixIssue(layerId, issue);
  const after = currentDocument();
  expect(after).not.toBe(before);
  undo();
  expect(currentDocument()).toBe(before);
  redo();
  expect(currentDocument()).toBe(after);
  const entry = after.layers.find(({ layer }) => layer.id === layerId)!;
  expect(entry.counts.read).toBe(entry.counts.kept + entry.counts.setAside);
  expect([entry.layer.features.length, entry.setAside.length]).toEqual([entry.counts.kept, entry.counts.setAside]);
  return entry;
}

test('slivers are snapped by the tolerance that their issue states, in one step that can be undone', async () => {
  const parcels = imported('land-parcel', [['甲', square(0)], ['乙', square(100.05)], ['丙', square(300)]]);
  const [issue] = validateLayer(parcels.layer);
  expect(issue).toMatchObject({ code: 'rule.slivers', fix: 'snap-slivers', params: { n: 1, tolerance: 0.1 } });
  const entry = await mended([parcels], 'land-parcel', issue);
  expect(validateLayer(entry.layer)).toEqual([]);
  expect(entry.counts.fixed).toBe(1);
  expect(entry.layer.features[2]).toBe(parcels.layer.features[2]);
});

describe('coordinates of another CRS are brought into degrees', () => {
  test('rows in metres among rows in degrees come back into the layer where they belong', async () => {
    const places: Plain[] = [[114.051, 22.541], [114.052, 22.542], [114.053, 22.543]];
    const parking = imported('parking-facility', [...places.map((place, i): [string, unknown] => [`有${i}`, point(place)]), ['米', point(plane.forward(114.054, 22.544))]]);
    const issue = parking.issues.find(({ code }) => code === 'geometry.projected')!;
    expect(issue).toMatchObject({ features: ['parking-facility-3'], fix: 'reproject', params: { crs: 'EPSG:4547' } });
    const entry = await mended([parking], 'parking-facility', issue);
    const { geometry } = entry.layer.features.find(({ id }) => id === 'parking-facility-3')!;
    const [lon, lat] = (geometry as Point).coordinates;
    expect([lon.toFixed(9), lat.toFixed(9)]).toEqual(['114.054000000', '22.544000000']);
    expect(entry.issues.filter(({ code }) => code === 'geometry.projected')).toEqual([]);
  });
  test('north before east too; where the zone cannot be told nothing is offered', () => {
    const [x, y] = plane.forward(114.054, 22.544);
    const among = (odd: unknown, beside: [string, unknown][]) => imported('parking-facility', [...beside, ['米', odd]]).issues.find(({ code }) => code === 'geometry.projected')!;
    expect(among(point([y, x]), [['甲', point([114.05, 22.54])], ['乙', point([114.06, 22.55])]])).toMatchObject({ fix: 'reproject', params: { crs: 'EPSG:4547,yx' } });
    expect(among(point([x, y]), [])).not.toHaveProperty('fix');
  });
  test.each(['GCJ-02', 'BD-09'])('points that were copied from a web map (%s) go back beside their names', async (code) => {
    const names = ['中山路', '人民广场', '火车站', '体育馆'], places = names.map((_, i): Plain => [114.05 + i * 0.01, 22.54 + i * 0.004]);
    const shelters = imported('shelter', names.map((name, i) => [name, point(places[i])]));
    const parking = imported('parking-facility', [...names.map((name, i): [string, unknown] => [name, point(crsByCode(code).fromDegrees(...places[i]))]), ['别处', point(crsByCode(code).fromDegrees(114.06, 22.56))]]);
    const [issue, ...rest] = crossLayerIssues([shelters.layer, parking.layer]).filter((one) => one.code === 'rule.offset-suspected');
    expect(rest).toEqual([]);
    expect(issue).toMatchObject({ layer: 'parking-facility', fix: 'reproject', params: { n: 4, crs: code } });
    const entry = await mended([shelters, parking], 'parking-facility', issue);
    entry.layer.features.slice(0, 4).forEach(({ geometry }, i) => (geometry as Point).coordinates.forEach((value, axis) => expect(Math.abs(value - places[i][axis])).toBeLessThan(1e-8)));
    expect(entry.issues).toMatchObject([{ code: 'crs.approximate', params: { crs: code, n: 5 } }]);
    expect(crossLayerIssues([shelters.layer, entry.layer]).map((one) => one.code)).not.toContain('rule.offset-suspected');
  });
  test('layers that agree, or differ by something else, are not suspected', () => {
    const names = ['中山路', '人民广场', '火车站'], at = (dx: number, dy: number) => names.map((name, i): [string, unknown] => [name, point([114.05 + i * 0.01 + dx, 22.54 + dy])]);
    for (const [dx, dy] of [[0, 0], [0.0005, 0], [-0.005, -0.003], [0.02, 0.02]]) {
      expect(crossLayerIssues([imported('shelter', at(0, 0)).layer, imported('parking-facility', at(dx, dy)).layer]).map(({ code }) => code)).not.toContain('rule.offset-suspected');
    }
  });
});
