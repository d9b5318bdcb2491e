import { atlasSheets, sheetFiles, sheetFromTemplate, sheetSource, type Faces, type SheetLayout } from '../../geo/index.ts';
import type { Drawing, Mark } from '../../geo/layout/drawing.ts';
import { writePdf } from '../../geo/layout/pdf/index.ts';
import { writePng } from '../../geo/layout/raster/index.ts';
import { writeSvg } from '../../geo/layout/svg/index.ts';
import { numbers } from '../support/numbers.ts';
import { testFaces } from '../support/faces.ts';
import { tiledCity } from './city.ts';
import { row, timedAsync, type Row } from './measure.ts';

const OPTIONS = { title: '地下空间规划图', author: '', date: '2026-11-25' };
const A0 = { width: 1189, height: 841 };

/** A city on an A0 sheet: parcels of 50 corners with a hole, filled half seen through and outlined, a name on every tenth. */
export function citySheet(polygons: number): Drawing {
  const next = numbers(17), columns = Math.ceil(Math.sqrt(polygons * A0.width / A0.height)), step = A0.width / columns;
  const ring = (x: number, y: number, radius: number) => Array.from({ length: 50 }, (_, i) => [x + radius * Math.cos(i * Math.PI / 25) * (0.8 + 0.2 * next()), y + radius * Math.sin(i * Math.PI / 25) * (0.8 + 0.2 * next())]).flat();
  const place = (i: number) => [(i % columns + 0.5) * step, (Math.floor(i / columns) + 0.5) * step] as const;
  const areas = Array.from({ length: polygons }, (_, i): Mark => ({ kind: 'path', lines: [ring(...place(i), step / 2), ring(...place(i), step / 5)], closed: true, fill: { color: ['#8dd3c7', '#ffffb3', '#bebada'][i % 3], opacity: 0.7 }, stroke: { color: '#555555', opacity: 1, width: 0.1 } }));
  const names = Array.from({ length: polygons / 10 }, (_, i): Mark => ({ kind: 'text', text: `${NAMES[i % NAMES.length]}${i}号地块`, x: place(i * 10)[0], y: place(i * 10)[1], anchor: 'middle', size: 2.5, weight: 'regular', color: '#222222', halo: { color: '#ffffff', width: 0.3 } }));
  return { ...A0, title: OPTIONS.title, language: 'zh', frames: [], leftOut: [], marks: [{ kind: 'group', id: 'a', layer: { id: 'a', title: '用地' }, marks: areas }, { kind: 'group', id: 'b', layer: { id: 'b', title: '注记' }, marks: names }] };
}
/** From layers to the file: a city of 20,000 units on one A0, and an atlas of 200 of them on A3. */
async function wholeWay(faces: Faces, written: (job: string, target: number | null, write: () => Promise<Uint8Array>) => Promise<Row>): Promise<Row[]> {
  const layers = Object.values(tiledCity(20_000, 1000)).map((layer, i) => ({ ...layer, id: `layer-${i}`, name: '' }));
  const wishes = { template: 'present', language: 'zh', landscape: true, project: '某市', date: '2026-11-25', layers } as const;
  const pdf = async (layouts: readonly SheetLayout[]) => (await sheetFiles('pdf', { layouts, faces, source: sheetSource({ layers, setAside: [], level: 'internal', language: 'zh', invented: true }), author: '', dpi: 300, keywords: [] })).files[0].bytes;
  const over = { ...layers[0], features: layers[0].features.slice(0, 200) };
  return [
    await written('the whole way: 20,000 units and 1,000 car parks on A0 as PDF', 10_000, () => pdf([sheetFromTemplate({ ...wishes, paper: 'A0' })])),
    await written('the whole way: an atlas of 200 A3 sheets as one PDF', 120_000, () => pdf(atlasSheets({ layout: sheetFromTemplate({ ...wishes, paper: 'A3' }), over, margin: 100 }))),
  ];
}
const NAMES = ['瀍河', '洛浦', '涧西', '老城', '龙门', '伊滨'];

export async function sheetRows(): Promise<Row[]> {
  const faces = await testFaces(), sheet = citySheet(20_000);
  const city = 'A0, 20,000 polygons of 100 corners and 2,000 names', atlas = Array.from({ length: 200 }, () => citySheet(300));
  const size = (bytes: Uint8Array) => `${(bytes.length / (1 << 20)).toFixed(1)} MB`;
  const written = async (job: string, target: number | null, write: () => Promise<Uint8Array>) => {
    const timing = await timedAsync(write, { rounds: 3 });
    return row('Sheets', job, timing, target, size(timing.result));
  };
  return [
    await written(`${city}, as PDF`, 10_000, () => writePdf(sheet, faces, OPTIONS)),
    await written(`${city}, as SVG`, null, () => writeSvg(sheet, faces, OPTIONS)),
    await written(`${city}, as PNG at 150 dpi`, null, () => writePng(sheet, faces, { dpi: 150 })),
    await written(`${city}, as PNG at 300 dpi`, null, () => writePng(sheet, faces, { dpi: 300 })),
    await written('200 sheets of 300 polygons, one PDF', 120_000, () => writePdf(atlas, faces, OPTIONS)),
    ...await wholeWay(faces, written),
  ];
}
