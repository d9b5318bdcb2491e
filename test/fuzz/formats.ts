import { layerOf, SHAPES } from '../support/layers.ts';
import { dxf } from '../../geo/io/formats/dxf/index.ts';
import { kml } from '../../geo/io/formats/kml/index.ts';
import { shapefile } from '../../geo/io/formats/shapefile/index.ts';
import type { FileFormat, RawLayer, SourceFile } from '../../geo/io/formats/types.ts';
import { unzip } from '../../geo/io/zip.ts';

/** A format to damage: sound files, and which words of the format are worth putting where others stood. A new format is a row. */
export interface FuzzTarget {
  format: FileFormat;
  /** Sets of files that are read together; one file of a set is damaged at a time. */
  sound(): Promise<readonly (readonly SourceFile[])[]>;
  words: readonly string[];
}

const rows = layerOf('shelter', '人防工程', [[SHAPES.holed, { id: 'a', name: '中山路', floorArea: 12.5, openForParking: true, sourceDate: '2024-06-01' }], [SHAPES.pair, { id: 'b', name: '人民广场', floorArea: null }]]);
const lines = layerOf('walking-network', '步道', [[SHAPES.line, { id: 'l', name: '一路' }]]);
const text = (content: string) => new TextEncoder().encode(content);
const PROTOTYPE = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];
const pairs = (...parts: (string | number)[]) => `${parts.join('\n')}\n`;
const BLOCKS = pairs(0, 'SECTION', 2, 'BLOCKS', 0, 'BLOCK', 2, 'b', 10, 0, 20, 0, 0, 'LINE', 8, '0', 10, 0, 20, 0, 11, 1, 21, 1, 0, 'INSERT', 2, 'c', 10, 1, 20, 1, 0, 'ENDBLK', 0, 'BLOCK', 2, 'c', 10, 0, 20, 0, 0, 'CIRCLE', 8, '0', 10, 0, 20, 0, 40, 3, 0, 'ENDBLK', 0, 'ENDSEC');
const ENTITIES = pairs(0, 'SECTION', 2, 'ENTITIES', 0, 'INSERT', 8, 'a', 66, 1, 2, 'b', 10, 5, 20, 5, 41, 2, 50, 30, 70, 3, 71, 2, 44, 5, 45, 5, 0, 'ATTRIB', 2, 'K', 1, '1', 0, 'SEQEND', 0, 'LWPOLYLINE', 8, 'a', 90, 3, 70, 1, 10, 0, 20, 0, 42, 0.5, 10, 9, 20, 0, 10, 9, 20, 9, 0, 'HATCH', 8, 'h', 91, 2, 92, 2, 72, 1, 73, 1, 93, 3, 10, 0, 20, 0, 42, 1, 10, 5, 20, 0, 42, 0, 10, 5, 20, 5, 42, 0, 92, 1, 93, 2, 72, 2, 10, 0, 20, 0, 40, 5, 50, 0, 51, 180, 73, 1, 72, 1, 10, -5, 20, 0, 11, 5, 21, 0, 97, 0, 0, 'SPLINE', 8, 's', 70, 8, 71, 2, 40, 0, 40, 0, 40, 0, 40, 1, 40, 1, 40, 1, 10, 0, 20, 0, 10, 1, 20, 2, 10, 2, 20, 0, 0, 'ELLIPSE', 8, 'e', 10, 0, 20, 0, 11, 5, 21, 0, 40, 0.5, 41, 0, 42, 3, 0, 'POLYLINE', 8, 'p', 70, 1, 0, 'VERTEX', 10, 0, 20, 0, 0, 'VERTEX', 10, 1, 20, 0, 0, 'VERTEX', 10, 1, 20, 1, 0, 'SEQEND', 0, 'MTEXT', 8, 't', 10, 1, 20, 1, 1, '{\\fSimSun;地下\\P库}', 0, 'ENDSEC', 0, 'EOF');
const PLACES = `<?xml version="1.0" encoding="UTF-8"?><kml><Document><Schema id="s"><SimpleField name="n" type="int"/></Schema><Style id="x"><LineStyle><color>ff0000ff</color></LineStyle></Style><Folder><name>人防</name><Placemark id="1"><name>一</name><styleUrl>#x</styleUrl><description><![CDATA[<b>地下</b>]]></description><ExtendedData><SchemaData><SimpleData name="n">3</SimpleData></SchemaData><Data name="k"><value>v</value></Data></ExtendedData><MultiGeometry><Point><coordinates>114,22,5</coordinates></Point><Polygon><outerBoundaryIs><LinearRing><coordinates>114,22 115,22 115,23 114,22</coordinates></LinearRing></outerBoundaryIs></Polygon></MultiGeometry><TimeSpan><begin>2020</begin></TimeSpan></Placemark><GroundOverlay><LatLonBox><north>1</north></LatLonBox></GroundOverlay><gx:Track xmlns:gx="g"><when>2020</when><gx:coord>1 2 3</gx:coord></gx:Track></Folder></Document></kml>`;

export const FUZZ_TARGETS: readonly FuzzTarget[] = [
  {
    format: shapefile,
    async sound() {
      const { files } = await shapefile.write!([rows, lines], {});
      const inside = (await unzip(files[0].bytes)).map(({ path, bytes }) => ({ name: path, bytes }));
      return [inside.filter(({ name }) => name.startsWith('人防')), inside.filter(({ name }) => name.startsWith('步道')), files];
    },
    words: ['\0\0\0\0', '\x7f\xff\xff\xff', '\xff\xff\xff\x7f', 'PROJCS[', '*', ...PROTOTYPE],
  },
  {
    format: dxf,
    sound: async () => [[{ name: 'a.dxf', bytes: text(BLOCKS + ENTITIES) }], (await dxf.write!([rows, lines], { crs: 'EPSG:4547' })).files],
    words: ['0', '-1', '1e308', 'NaN', '999999999', '70', '91', '93', 'INSERT', 'b', 'HATCH', 'SPLINE', 'ENDBLK', ...PROTOTYPE],
  },
  {
    format: kml,
    sound: async () => [[{ name: 'a.kml', bytes: text(PLACES) }], (await kml.write!([rows, lines], {})).files],
    words: ['<Folder>', '</Folder>', '<![CDATA[', ']]>', '<!DOCTYPE x>', '&amp;', '&x;', '<Placemark>', '<a xmlns="&"/>', '1e999', ',', ...PROTOTYPE],
  },
];

const pick = <T>(random: () => number, list: readonly T[]): T => list[Math.floor(random() * list.length)];
const raw = (word: string) => Uint8Array.from(word, (letter) => letter.charCodeAt(0) & 0xff);

/** Some bytes lost, doubled, turned over, overwritten by a word of the format or of another place of the file. */
export function damaged(bytes: Uint8Array, words: readonly string[], random: () => number): Uint8Array {
  let data = Buffer.from(bytes);
  for (let n = 1 + Math.floor(random() * 5); n > 0 && data.length > 0; n--) {
    const at = Math.floor(random() * data.length), length = 1 + Math.floor(random() * 20), word = raw(pick(random, words));
    const [before, after] = [data.subarray(0, at), data.subarray(at)];
    data = pick(random, [
      () => Buffer.concat([before, after.subarray(length)]), () => Buffer.concat([before, after.subarray(0, length), after]), () => before,
      () => { const copy = Buffer.from(data); copy[at] = Math.floor(random() * 256); return copy; }, () => { const copy = Buffer.from(data); copy[at] ^= 1 << Math.floor(random() * 8); return copy; },
      () => Buffer.concat([before, word, after]), () => Buffer.concat([before, word, after.subarray(word.length)]),
      () => { const from = Math.floor(random() * data.length); return Buffer.concat([before, data.subarray(from, from + length), after]); },
      // Headers are where counts and lengths stand.
      () => { const copy = Buffer.from(data); copy[Math.floor(random() * Math.min(140, data.length))] = Math.floor(random() * 256); return copy; },
    ])();
  }
  return new Uint8Array(data);
}

export interface FuzzReport {
  read: number;
  refused: number;
  /** Milliseconds of the slowest mutant. */
  slowest: number;
}
/** Longest that one damaged file may take, in milliseconds. */
export const SLOWEST = 5000;

/**
 * Damages and reads: each mutant either reads or throws a UserError. What else happens throws, with the seed by which it comes again.
 */
export async function fuzz(target: FuzzTarget, count: number, seed: number, makeRandom: (seed: number) => () => number, check: (layers: RawLayer[]) => void = () => {}): Promise<FuzzReport> {
  const sound = await target.sound();
  const report: FuzzReport = { read: 0, refused: 0, slowest: 0 };
  const before = Object.getOwnPropertyNames(Object.prototype).length;
  for (let i = 0; i < count; i++) {
    const random = makeRandom(seed + i), files = [...pick(random, sound)];
    const victim = Math.floor(random() * files.length);
    files[victim] = { ...files[victim], bytes: damaged(files[victim].bytes, target.words, random) };
    const started = performance.now();
    try {
      check(await target.format.read!(files, {}));
      report.read++;
    } catch (error) {
      if ((error as Error).name !== 'UserError') throw new Error(`${target.format.id}, seed ${seed + i}, ${files[victim].name}: ${String((error as Error).stack)}`, { cause: error });
      report.refused++;
    }
    const took = performance.now() - started;
    report.slowest = Math.max(report.slowest, took);
    if (took > SLOWEST) throw new Error(`${target.format.id}, seed ${seed + i}: took ${Math.round(took)} ms`);
    if (Object.getOwnPropertyNames(Object.prototype).length !== before) throw new Error(`${target.format.id}, seed ${seed + i}: changed what objects are`);
  }
  return report;
}
