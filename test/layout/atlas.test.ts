import { describe, expect, it } from 'vitest';
import { atlasSheets, drawSheet, frameCorners, gridAtlasSheets, sheetFiles, type Layer } from '../../geo/index.ts';
import { FrameView } from '../../geo/layout/frame.ts';
import { blankSheet } from '../support/blank-sheet.ts';
import { testFaces } from '../support/faces.ts';
import { sheetSource } from '../support/sheet-source.ts';

const roads: Layer = {
  id: 'roads', schema: 'road-project', name: '', features: Array.from({ length: 30 }, (_, k) => ({
    type: 'Feature', id: `r${k}`, properties: { id: `r${k}`, name: `路${k}`, worksStart: '2027-03-01' },
    geometry: { type: 'LineString', coordinates: [[114 + k * 0.01, 30], [114 + k * 0.01 + 0.001 * (1 + k % 7), 30.0005]] },
  })),
};
const layout = blankSheet({ labels: true }, [{ id: 'title', kind: 'title', box: { x: 30, y: 5, width: 200, height: 12 }, text: '{name}，{worksStart} 开工' }]);
const mapOf = (sheet: typeof layout) => sheet.elements.find((element) => element.kind === 'map')!;

describe('an atlas', () => {
  const sheets = atlasSheets({ layout, over: roads, margin: 50 });
  it('has contents, an index map and a sheet for each feature', () => {
    expect(sheets.map(({ name }) => name)).toEqual(['目录', '分幅索引', ...roads.features.map(({ properties }) => properties['name'])]);
    expect(new Set(sheets.map(({ id }) => id)).size).toBe(sheets.length);
  });
  it('shows each feature whole, with its margin, at a scale of the series', () => {
    sheets.slice(2).forEach((sheet, k) => {
      const frame = mapOf(sheet), view = new FrameView(frame);
      expect([500, 1000, 2000, 5000]).toContain(frame.scale);
      const { coordinates } = roads.features[k].geometry as GeoJSON.LineString;
      for (const [lon, lat] of coordinates) {
        const [x, y] = view.fromDegrees(lon, lat), room = 50 * view.perMetre - 0.1;
        expect(x >= frame.box.x + room && x <= frame.box.x + frame.box.width - room).toBe(true);
        expect(y >= frame.box.y + room && y <= frame.box.y + frame.box.height - room).toBe(true);
      }
    });
  });
  it('fills fields from the feature, and leaves what is no field', () => {
    const title = sheets[3].elements.find((element) => element.kind === 'title')!;
    expect(title).toMatchObject({ text: '路1，2027-03-01 开工' });
    const [plain] = atlasSheets({ layout: { ...layout, elements: [mapOf(layout), { ...title, text: '{nothing}' }] }, over: roads, margin: 0 }).slice(2);
    expect(plain.elements[1]).toMatchObject({ text: '{nothing}' });
  });
  it('lists every sheet in its contents, over as many pages as it takes', async () => {
    const many: Layer = { ...roads, features: Array.from({ length: 300 }, (_, k) => ({ ...roads.features[k % 30], id: `m${k}`, properties: { name: `路${k}` } })) };
    const contents = atlasSheets({ layout, over: many, margin: 0 }).filter(({ name }) => name === '目录');
    expect(contents.length).toBeGreaterThan(1);
    const rows = contents.flatMap(({ elements }) => elements.flatMap((element) => (element.kind === 'table' ? element.rows.slice(1) : [])));
    expect(rows.map(([, name]) => name)).toEqual(many.features.map(({ properties }) => properties['name']));
    const faces = await testFaces();
    for (const sheet of contents) expect(drawSheet(sheet, sheetSource([]), faces).leftOut).toEqual([]);
  });
  it('shows on its index where every sheet lies', async () => {
    const index = sheets[1], frame = mapOf(index);
    expect(frame.outlines?.map(({ text }) => text)).toEqual(roads.features.map((_, k) => String(k + 1).padStart(3, '0')));
    expect(frame.outlines![4].corners).toEqual(frameCorners(mapOf(sheets[6])));
    expect(index.elements.find(({ kind }) => kind === 'title')).toMatchObject({ text: ' · 分幅索引' });
    expect(drawSheet(index, sheetSource([roads]), await testFaces()).marks.length).toBeGreaterThan(3);
  });
  it('holds turned features whole on a turned layout', () => {
    const turned = atlasSheets({ layout: { ...layout, elements: [{ ...mapOf(layout), rotation: 90 }] }, over: roads, margin: 0 }).slice(2);
    turned.forEach((sheet, k) => {
      const frame = mapOf(sheet), view = new FrameView(frame);
      for (const [lon, lat] of (roads.features[k].geometry as GeoJSON.LineString).coordinates) {
        const [x, y] = view.fromDegrees(lon, lat);
        expect(x >= frame.box.x && x <= frame.box.x + frame.box.width && y >= frame.box.y && y <= frame.box.y + frame.box.height).toBe(true);
      }
    });
  });
  it('is refused where there is nothing, or too much', () => {
    expect(() => atlasSheets({ layout, over: { ...roads, features: [] }, margin: 0 })).toThrow(expect.objectContaining({ code: 'layout.atlas-empty' }));
    expect(() => atlasSheets({ layout, over: { ...roads, features: Array.from({ length: 2001 }, () => roads.features[0]) }, margin: 0 })).toThrow(expect.objectContaining({ code: 'layout.atlas-large' }));
  });
});

describe('an atlas cell by cell', () => {
  const at = (id: string, lon: number, lat: number): Layer['features'][number] => ({ type: 'Feature', id, geometry: { type: 'Point', coordinates: [lon, lat] }, properties: { id } });
  // At 1:5000 a frame of 200 mm by 150 mm shows 1,000 m by 750 m; the ground is about 1.9 km by 1.3 km.
  const lots: Layer = { id: 'lots', schema: 'parking-facility', name: '', features: [at('nw', 114, 30.012), at('ne', 114.02, 30.012), at('sw', 114, 30)] };
  const wishes = { layout: { ...layout, elements: [{ ...mapOf(layout), scale: 5000 }] }, layers: [lots] };
  const sheets = gridAtlasSheets(wishes);
  it('has a sheet for each cell that holds something, rows from the north', () => {
    expect(sheets.map(({ name }) => name)).toEqual(['目录', '分幅索引', 'A1', 'A2', 'B1']);
    expect(sheets.slice(2).every((sheet) => mapOf(sheet).scale === 5000)).toBe(true);
  });
  it('shows every feature on one of its sheets', () => {
    for (const { geometry } of lots.features) {
      const [lon, lat] = (geometry as GeoJSON.Point).coordinates;
      const on = sheets.slice(2).filter((sheet) => {
        const { box } = mapOf(sheet), [x, y] = new FrameView(mapOf(sheet)).fromDegrees(lon, lat);
        return x >= box.x - 0.01 && x <= box.x + box.width + 0.01 && y >= box.y - 0.01 && y <= box.y + box.height + 0.01;
      });
      expect(on).toHaveLength(1);
    }
  });
  it('says at each edge which sheet goes on there', () => {
    const joins = (sheet: typeof layout) => sheet.elements.flatMap((element) => (element.kind === 'text' ? [`${element.id} ${element.text}`] : []));
    expect(sheets.slice(2).map(joins)).toEqual([['joins-south 接 B1', 'joins-east 接 A2'], ['joins-west 接 A1'], ['joins-north 接 A1']]);
  });
  it('is refused where the scale asks for too many', () => {
    expect(() => gridAtlasSheets({ ...wishes, layout: { ...layout, elements: [{ ...mapOf(layout), scale: 10 }] } })).toThrow(expect.objectContaining({ code: 'layout.atlas-large' }));
    expect(() => gridAtlasSheets({ ...wishes, layers: [] })).toThrow(expect.objectContaining({ code: 'layout.atlas-empty' }));
  });
});

describe('a file of sheets', () => {
  it('does not carry a project with secrets in it', async () => {
    const wishes = { layouts: [layout], faces: await testFaces(), author: '', dpi: 96, keywords: [], project: { name: 'a.gpkg', bytes: new Uint8Array(4) } };
    await expect(sheetFiles('pdf', { ...wishes, source: sheetSource([roads], { mayCarryProject: false }) })).rejects.toMatchObject({ code: 'layout.secret-project' });
    const { files: [{ bytes }] } = await sheetFiles('pdf', { ...wishes, source: sheetSource([roads]) });
    expect(bytes.length).toBeGreaterThan(1000);
  });
  it('is one PDF, or a file a sheet with where its pixels lie', async () => {
    const wishes = { layouts: [layout, layout], faces: await testFaces(), author: '', dpi: 96, keywords: [], source: sheetSource([roads]) };
    const endings = async (ending: 'pdf' | 'svg' | 'png' | 'tif') => (await sheetFiles(ending, wishes)).files.map((file) => `${file.sheet} ${file.ending}`);
    expect(await endings('pdf')).toEqual(['null pdf']);
    expect((await sheetFiles('pdf', { ...wishes, split: true })).files.map((file) => `${file.sheet} ${file.ending}`)).toEqual(['0 pdf', '1 pdf']);
    expect(await endings('svg')).toEqual(['0 svg', '1 svg']);
    expect(await endings('png')).toEqual(['0 png', '0 pgw', '1 png', '1 pgw']);
    expect(await endings('tif')).toEqual(['0 tif', '0 tfw', '1 tif', '1 tfw']);
    await expect(sheetFiles('pdf', { ...wishes, layouts: [] })).rejects.toMatchObject({ code: 'layout.no-sheet' });
  });
});
