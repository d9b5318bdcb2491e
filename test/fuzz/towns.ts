import { readGeoJson, SCHEMAS, type Analysis, type FieldDef, type Inputs, type ParamDef, type Params, type SchemaId } from '../../geo/index.ts';
import { planeByCode } from '../../geo/crs/index.ts';
import { textOf, type Row } from '../io/reading.ts';

const plane = planeByCode('4547');
type Random = () => number;
const pick = <T>(random: Random, rows: readonly T[]): T => rows[Math.floor(random() * rows.length)];
const whole = (random: Random, most: number) => Math.floor(random() * most);

/** On a grid of 20 m, so that distances tie, edges touch and things lie on each other. */
const place = (random: Random): [number, number] => [whole(random, 25) * 20, whole(random, 25) * 20];
const degrees = ([x, y]: [number, number]) => plane.inverse(499_000 + x, 2_463_000 + y);
const rectangle = ([x, y]: [number, number], w: number, h: number) => [[x, y], [x + w, y], [x + w, y + h], [x, y + h], [x, y]].map(([a, b]) => degrees([a, b]));

const GEOMETRIES: Readonly<Record<'point' | 'line' | 'polygon', readonly ((random: Random) => unknown)[]>> = {
  point: [(random) => ({ type: 'Point', coordinates: degrees(place(random)) }), (random) => ({ type: 'MultiPoint', coordinates: [degrees(place(random)), degrees(place(random))] })],
  line: [
    (random) => ({ type: 'LineString', coordinates: [degrees(place(random)), degrees(place(random)), degrees(place(random))] }),
    (random) => ({ type: 'MultiLineString', coordinates: [[degrees(place(random)), degrees(place(random))], [degrees(place(random)), degrees(place(random))]] }),
  ],
  polygon: [
    (random) => ({ type: 'Polygon', coordinates: [rectangle(place(random), 20 + whole(random, 6) * 20, 20 + whole(random, 6) * 20)] }),
    (random) => ({ type: 'MultiPolygon', coordinates: [[rectangle(place(random), 60, 40)], [rectangle(place(random), 80, 80)]] }),
    (random) => ({ type: 'Polygon', coordinates: [[place(random), place(random), place(random), place(random)].map(degrees)] }),
    (random) => { const corner = place(random); return { type: 'Polygon', coordinates: [rectangle(corner, 120, 100), rectangle([corner[0] + 20, corner[1] + 20], 40, 40).reverse()] }; },
    (random) => ({ type: 'GeometryCollection', geometries: [{ type: 'Polygon', coordinates: [rectangle(place(random), 60, 60)] }, { type: 'Polygon', coordinates: [rectangle(place(random), 60, 60)] }] }),
  ],
};

const ODD: readonly unknown[] = [null, '', '无', -1, 'x', true, [], {}, '1e3', 1e12, 1e308, 0, '3万平方米'];
function value(field: FieldDef, random: Random): unknown {
  if (random() < 0.25) return null;
  if (random() < 0.12) return pick(random, ODD);
  if (field.choices) return pick(random, field.choices);
  switch (field.type) {
    case 'boolean': return random() < 0.7;
    case 'date': return `20${20 + whole(random, 15)}-0${1 + whole(random, 9)}-1${whole(random, 9)}`;
    case 'points': return random() < 0.8 ? null : [degrees(place(random)), degrees(place(random))];
    case 'text': return pick(random, ['R2', 'A33', 'B1', 'G1', 'S42', 'A51', '停车', '甲', '=1']);
    default: return whole(random, 2) ? whole(random, Math.min(field.max ?? 120, 120)) : random() * Math.min(field.max ?? 300, 300);
  }
}

/** A layer as it would come from a file: attributes that are missing, odd or mistyped, ids that repeat. */
function someLayer(schema: SchemaId, most: number, random: Random) {
  const { fields, geometry } = SCHEMAS[schema];
  const rows = Array.from({ length: whole(random, most + 1) }, (): Row => [
    pick(random, GEOMETRIES[pick(random, geometry)])(random),
    Object.fromEntries(fields.filter(({ name }) => name !== 'id' && random() < 0.8).map((field) => [field.name, value(field, random)])), `${pick(random, ['a', 'b', 'B', '10', '9'])}${whole(random, 9)}`,
  ]);
  return readGeoJson(textOf(...rows), { schema, layerId: schema, name: schema }).layer;
}

export function someInputs(analysis: Analysis, random: Random): Inputs {
  return Object.fromEntries(Object.entries(analysis.inputs).filter(([, { required }]) => required || random() < 0.6).map(([name, { schema }]) => [name, someLayer(schema, name === 'demand-units' ? 10 : 5, random)]));
}

/** Sites are named after they are found; a name out of the blue is mostly refused. */
const NONE = Array.from({ length: 12 }, () => '');
const TEXTS: Readonly<Record<string, readonly string[]>> = {
  // About half of what is picked is what people write or leave as it is.
  crs: ['auto', 'auto', 'auto', 'auto', 'EPSG:4547', '4526', 'EPSG:32650', 'EPSG:3857', '', 'x'], ahp: ['', '2,3,1,2,1/2,1/3', '9,1/9,9,9,1,1', '1,1,1,1,1', '1e308,1,1,1,1,1', '1/0,1,1,1,1,1'],
  distanceBands: ['0.4:1,0.7:0.68,1:0.22', '0.5:1,1:0.5', '0.3:1,0.6:1,1:0.1', '1:1', '0.5:0', '', '1:1,0.5:1', '0.4:1e308,1:1e308', '1:Infinity', 'Infinity:1', '0.1:-1', '1'],
  landUses: ['', 'G1,S4', 'R'], zoneUses: ['', '停车', '甲'],
  budgets: ['', '', '0', '2000', '900;900', '500,1000,4000', '300；300', '900,900', '1,2,3,4', '一百'], must: [...NONE, 'x'], mustNot: [...NONE, 'x'], exclusive: [...NONE, 'a', 'a+b'], fitSites: [...NONE, 'x'],
};
/** Mostly within the range, now and then on its ends, seldom outside or of another type. */
export function someParams(table: readonly ParamDef[], random: Random, wild: number): Params {
  return Object.fromEntries(table.filter(() => random() < 0.35).map((row) => [row.key, random() < wild ? pick(random, [NaN, Infinity, -1, 1e9, 'abc', '', true, null, '2026-02-30', '0x10']) : tame(row, random)]));
}
function tame({ key, type, min = 0, max = 1, choices }: ParamDef, random: Random): Params[string] {
  if (key === 'samples') return 100;
  if (key === 'frontierSteps') return 2;
  if (type === 'text') return pick(random, TEXTS[key]);
  if (type === 'date') return pick(random, ['2026-11-24', '2030-01-31', '']);
  if (choices) return pick(random, choices);
  const inside = pick(random, [min, max, min + random() * (max - min), min + random() * random() * (max - min) / 10]);
  return type === 'integer' ? Math.round(inside) : inside;
}
