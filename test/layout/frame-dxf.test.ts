import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { openSource, UserError, writeSheets, type Layer, type MapFrame } from '../../geo/index.ts';
import { blankSheet } from '../support/blank-sheet.ts';
import { testFaces } from '../support/faces.ts';
import { gdal, hasGdal, hasGdaltransform, NO_GDAL, transformed } from '../support/gdal.ts';
import { sheetSource } from '../support/sheet-source.ts';

const square = (id: string, lon: number, lat: number, size: number, properties = {}): Layer['features'][number] => ({
  type: 'Feature', id, properties: { id, name: `${id}号`, ...properties },
  geometry: { type: 'Polygon', coordinates: [[[lon, lat], [lon + size, lat], [lon + size, lat + size], [lon, lat + size], [lon, lat]]] },
});
const LAYERS: Layer[] = [
  // Reaches out of the frame on the right; the other lies beside it.
  { id: 'sites', schema: 'candidate-site', name: '', features: [square('甲', 114.0005, 30, 0.002), square('远', 114.1, 30, 0.001)] },
  { id: 'roads', schema: 'road-project', name: '', features: [{ type: 'Feature', id: 'r', geometry: { type: 'LineString', coordinates: [[113.9995, 30.0002], [114.0006, 30.0003]] }, properties: { id: 'r', name: '紫荆路 ㄅ' } }] },
  { id: 'units', schema: 'demand-unit', name: '', features: [{ type: 'Feature', id: 'u', geometry: { type: 'Point', coordinates: [113.9998, 29.9999] }, properties: { id: 'u', name: '小区' } }] },
];
const CRS = 'EPSG:4547';
const written = async (frame: Partial<MapFrame>, more: MapFrame[] = []) => (await writeSheets('dxf', { layouts: [blankSheet({ crs: CRS, labels: true, ...frame }, more)], source: sheetSource(LAYERS), faces: await testFaces(), author: '', dpi: 96, keywords: [] })).files;

describe('frames of a sheet as DXF', () => {
  it('have whole features in a layer each by its title, the rim in one of its own, and names as high as on the sheet', async () => {
    const [{ bytes, ending }] = await written({ scale: 2000 });
    expect(ending).toBe('dxf');
    const { layers } = await openSource([{ name: 'a.dxf', bytes }]);
    expect(Object.fromEntries(layers.map(({ name, features }) => [name, features.filter(({ properties }) => properties['entity'] !== 'TEXT').map(({ geometry }) => geometry!.type)]))).toEqual({
      图框范围: ['Polygon'], 需求单元: ['Point'], 道路改造项目: ['LineString'], 候选选址: ['Polygon'],
    });
    // 2.5 mm of paper at 1:2000 are 5 m.
    const heights = [...new TextDecoder('gbk').decode(bytes).matchAll(/\nAcDbText\n[\s\S]*?\n40\n([\d.]+)\n1\n([^\n]*)\n/g)].map(([, height, text]) => [Number(height), text]);
    expect(heights).toContainEqual([5, '紫荆路 ㄅ']);
    expect(heights.every(([height]) => height === 5)).toBe(true);
  });
  it('lie in the planning CRS however the frame is turned, where GDAL has them within a millimetre', async ({ skip }) => {
    if (!hasGdal || !hasGdaltransform) skip(NO_GDAL);
    const [{ bytes }] = await written({ scale: 2000, rotation: 35 });
    const folder = mkdtempSync(join(tmpdir(), 'undercroft-dxf-'));
    try {
      writeFileSync(join(folder, 'a.dxf'), bytes);
      const read = JSON.parse(gdal('ogr2ogr', '-f', 'GeoJSON', '-lco', 'COORDINATE_PRECISION=6', '/vsistdout/', join(folder, 'a.dxf'))!.replace(/\n(?:Warning|ERROR)[\s\S]*$/, '')) as { features: { properties: { Layer: string; Text?: string }; geometry: { type: string; coordinates: number[][] } }[] };
      const site = read.features.find(({ properties: { Layer }, geometry }) => Layer === '候选选址' && geometry.type === 'LineString')!.geometry.coordinates;
      const wanted = transformed('EPSG:4490', CRS, [[114.0005, 30], [114.0025, 30], [114.0025, 30.002], [114.0005, 30.002]]);
      wanted.forEach(([x, y], i) => expect(Math.hypot(site[i][0] - x, site[i][1] - y)).toBeLessThan(1e-3));
      expect(site.at(-1)).toEqual(site[0]);
      expect(new Set(read.features.map(({ properties }) => properties.Text).filter(Boolean))).toEqual(new Set(['小区', '甲号', '紫荆路 ㄅ']));
      // 200 by 150 mm at 1:2000.
      const rim = read.features.find(({ properties: { Layer } }) => Layer === '图框范围')!.geometry.coordinates;
      const sides = [0, 1].map((i) => Math.hypot(rim[i + 1][0] - rim[i][0], rim[i + 1][1] - rim[i][1]));
      expect(sides[0]).toBeCloseTo(400, 3);
      expect(sides[1]).toBeCloseTo(300, 3);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });
  it('are a file each, without names where the frame has none; a sheet without a frame has nothing to write', async () => {
    const second: MapFrame = { id: 'detail', kind: 'map', box: { x: 240, y: 20, width: 40, height: 40 }, centre: [113.9998, 29.9999], scale: 500, rotation: 0, crs: CRS, layers: ['units'], grid: null, labels: false };
    const files = await written({}, [second]);
    expect(files.map(({ ending }) => ending)).toEqual(['dxf', '2.dxf']);
    const { layers } = await openSource([{ name: 'b.dxf', bytes: files[1].bytes }]);
    expect(layers.map(({ name, features }) => [name, features.length])).toEqual([['图框范围', 1], ['需求单元', 1]]);
    const empty = { ...blankSheet(), elements: [] };
    await expect(writeSheets('dxf', { layouts: [empty], source: sheetSource(LAYERS), faces: await testFaces(), author: '', dpi: 96, keywords: [] })).rejects.toThrow(UserError);
  });
});
