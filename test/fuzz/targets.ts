import { checkIntegrity, FORMAT_IDS, openDatabase, openSource, packReckoning, plainLayer, proposeLayer, putLayer, putRun, readLayer, readProject, unpackReckoning, UserError, validateLayer, writeCsv, writeGeoJson, writeLayers, type FormatId, type RawLayer, type SourceFile } from '../../geo/index.ts';
import { unzip, zip } from '../../geo/io/zip.ts';
import { projectWith, runOf, SHELTERS, stored, UNITS } from '../project/projects.ts';
import { layerOf, SHAPES } from '../support/layers.ts';
import { inWideNumbers } from '../support/wide-zip.ts';
import { damagedOne, pick, type FuzzTarget } from './fuzz.ts';
import { SOUND } from './files.ts';
import { harmDatabase } from './harm-database.ts';
import { MUTATIONS } from './mutate.ts';
import { BLOCKS, ENTITIES, PLACES } from './samples.ts';

const rows = layerOf('shelter', '人防工程', [[SHAPES.holed, { id: 'a', name: '中山路', floorArea: 12.5, openForParking: true, sourceDate: '2024-06-01' }], [SHAPES.pair, { id: 'b', name: '人民广场', floorArea: null }]]);
const lines = layerOf('walking-network', '步道', [[SHAPES.line, { id: 'l', name: '一路' }]]);
const file = (name: string, content: string): SourceFile => ({ name, bytes: new TextEncoder().encode(content) });
const written = async (format: FormatId, crs?: string) => (await writeLayers(format, [rows, lines], { crs })).files;
const inside = async (archive: Uint8Array) => (await unzip(archive)).map(({ path, bytes }) => ({ name: path, bytes }));
const PROTOTYPE = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
const JSON_WORDS = ['null', '{', '}', '[', ']', ',', '"', '1e999', '-1e308', 'NaN', '181', '{"type":"Feature"', '"GeometryCollection"', '"coordinates":[]', '\ud800', ...PROTOTYPE];
const KML_WORDS = ['<Folder>', '</Folder>', '<![CDATA[', ']]>', '<!DOCTYPE x>', '&amp;', '&x;', '<Placemark>', '<a xmlns="&"/>', '1e999', ',', ...PROTOTYPE];
const TABLE_WORDS = ['"', '""', ',', ';', '\t', '\r\n', '\n\n', '经度', '纬度', 'WKT', 'POLYGON((', 'POINT EMPTY', 'GEOMETRYCOLLECTION(', '=1+1', '1e999', '\xef\xbb\xbf', '\xff\xfe', ...PROTOTYPE];

/** The way of an import to its end: layers as they stand, then with fields, in degrees, checked, and out again. */
async function imported(files: readonly SourceFile[]): Promise<RawLayer[]> {
  const source = await openSource(files);
  for (const raw of source.layers) {
    const { crs: [guess], schemas: [{ schema }] } = proposeLayer(source, raw);
    const crs = guess?.code.startsWith('LOCAL') ? 'EPSG:4490' : guess?.code ?? null;
    plainLayer(raw, crs, { swapped: guess?.swapped, keepPlaceless: true });
    const { layer, issues, counts } = readLayer(raw, { schema, crs, swapped: guess?.swapped });
    if (counts.read !== counts.kept + counts.setAside) throw new Error('counts do not add up');
    writeGeoJson(layer);
    writeCsv(layer);
    raw.issues = [...issues, ...validateLayer(layer)];
  }
  return source.layers;
}
/** Words and members of the JSON exchanged, so that most of it still parses. `split` where each line is a text of its own. */
const jsonWithin = (split: string): FuzzTarget['within'] => ([{ name, bytes }], _, random) => {
  const texts = new TextDecoder().decode(bytes).split(split).filter((text) => text.trim() !== '');
  const at = Math.floor(random() * texts.length);
  return Promise.resolve([file(name, texts.map((text, i) => (i === at ? MUTATIONS[pick(random, ['structure', 'tokens'])](text, random) : text)).join(split))]);
};
const wholeZip = (name: string): FuzzTarget['within'] => async ([archive], words, random) => [{ name, bytes: await zip(damagedOne(await inside(archive.bytes), words, random)) }];

async function openedProject([{ bytes }]: readonly SourceFile[]): Promise<RawLayer[]> {
  const db = await openDatabase(bytes);
  try {
    const { project: { layers, runs }, issues } = readProject(db);
    checkIntegrity(db);
    for (const { reckoning } of runs) unpackReckoning(reckoning);
    return layers.map(({ layer, issues: known }) => ({ name: layer.name, columns: [], features: layer.features, crs: null, encoding: null, issues: [...issues, ...known, ...validateLayer(layer)] }));
  } finally {
    db.close();
  }
}
async function soundProject(): Promise<SourceFile[]> {
  const db = await projectWith(stored(SHELTERS, { issues: [{ code: 'id.missing', severity: 'info', features: ['S1'], params: { n: 1, row: 1 } }] }), stored({ ...UNITS, features: UNITS.features.slice(0, 4) }));
  putRun(db, { ...runOf({ 'demand-units': UNITS }), reckoning: packReckoning({ 'demand-units': { u1: [{ key: 'tierDemand', value: 3, unit: 'stall' }] } }) });
  putLayer(db, stored(rows));
  const bytes = db.bytes();
  db.close();
  return [{ name: 'plan.gpkg', bytes }];
}

type Row = Pick<FuzzTarget, 'sound' | 'words' | 'within'>;
/** Every format has its row; the type says which one is missing. */
const BY_FORMAT: Readonly<Record<FormatId, Row>> = {
  geojson: { sound: async () => [...SOUND.map(([schema, text]) => [file(`${schema}.geojson`, text)]), await written('geojson')], words: JSON_WORDS, within: jsonWithin('\0') },
  'geojson-lines': { sound: async () => (await written('geojson-lines')).map((one) => [one]), words: ['\u001e', '\n', ...JSON_WORDS], within: jsonWithin('\n') },
  shapefile: {
    async sound() {
      const [archive] = await written('shapefile'), parts = await inside(archive.bytes);
      return [parts.filter(({ name }) => name.startsWith('人防')), parts.filter(({ name }) => name.startsWith('步道')), [archive]];
    },
    words: ['\0\0\0\0', '\x7f\xff\xff\xff', '\xff\xff\xff\x7f', 'PROJCS[', '*', ...PROTOTYPE],
  },
  geopackage: { sound: async () => [await written('geopackage'), await written('geopackage', 'EPSG:4547')], words: ['GP', '\0\x01\0\0\0', 'SELECT', '1e999', '\x7f\xff\xff\xff', ...PROTOTYPE], within: harmDatabase },
  dxf: { sound: async () => [[file('a.dxf', BLOCKS + ENTITIES)], await written('dxf', 'EPSG:4547')], words: ['0', '-1', '1e308', 'NaN', '999999999', '70', '91', '93', 'INSERT', 'b', 'HATCH', 'SPLINE', 'ENDBLK', ...PROTOTYPE] },
  kml: { sound: async () => [[file('a.kml', PLACES)], await written('kml')], words: KML_WORDS },
  kmz: { sound: async () => [await written('kmz')], words: KML_WORDS, within: wholeZip('a.kmz') },
  csv: { sound: async () => [[file('泊位.csv', '编号,名称,经度,纬度,泊位数\nA1,"中山路, 地下",114.06,22.54,120\nA2,"人民\n广场",114.07,22.55,\n合计,,,,120\n')], [file('w.csv', 'id;wkt\n1;"POLYGON((114 22,114.1 22,114.1 22.1,114 22))"\n2;"MULTIPOINT((114 22),(115 22))"\n')], await written('csv').then(([one]) => [one])], words: TABLE_WORDS },
  excel: { sound: async () => [await written('excel')], words: ['<row>', '</row>', '<c r="ZZZ99999" t="s">', '<v>', '</v>', '&lt;', '<!DOCTYPE x>', 't="s"', 't="inlineStr"', 'r="A1048577"', '1e999', '-1', ...PROTOTYPE], within: wholeZip('a.xlsx') },
};

export const FUZZ_TARGETS: readonly FuzzTarget[] = [
  ...FORMAT_IDS.map((id): FuzzTarget => ({ id, read: imported, ...BY_FORMAT[id] })),
  { id: 'project', sound: async () => [await soundProject()], words: ['undercroft_layers', 'shelter', '[]', '{}', 'null', '1e999', '../', ...PROTOTYPE], read: openedProject, within: harmDatabase },
  {
    id: 'zip', sound: async () => [[{ name: 'a.zip', bytes: await zip([file('shp/人防.shp', 'x'.repeat(400)), file('b.txt', 'b'), file('c.kml', PLACES)]) }], [{ name: 'b.zip', bytes: inWideNumbers(await zip([file('人防.shp', 'x'.repeat(400))])) }]],
    words: ['PK\x01\x02', 'PK\x03\x04', 'PK\x05\x06', '../', '\xff\xff\xff\xff', '\xff\xff', '\0\0', '\x08\0', 'up'], read: async ([{ bytes }]) => { await unzip(bytes); return []; },
  },
];
/** The target by its id. @throws where there is none */
export function targetOf(id: string): FuzzTarget {
  const found = FUZZ_TARGETS.find((target) => target.id === id);
  if (!found) throw new UserError('format.unknown', { file: id, known: FUZZ_TARGETS.map((target) => target.id).join(' ') });
  return found;
}
