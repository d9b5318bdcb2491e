import type { Geometry } from 'geojson';
import { reprojectorTo } from '../../../crs/index.ts';
import { UserError, type Layer, type PlanFeature } from '../../../model/index.ts';
import { schemaOf, type GeometryKind } from '../../../schema/index.ts';
import { kindOf } from '../../check-geometry.ts';
import { encodingOfLabel } from '../../encoding.ts';
import { messageOf } from '../../words.ts';
import { columnsOfLayer } from '../../write.ts';
import { zip } from '../../zip.ts';
import { esriWkt } from '../esri-wkt.ts';
import { crsForWriting } from '../file-crs.ts';
import { fileName, uniqueName } from '../file-names.ts';
import { Tally } from '../tally.ts';
import type { FormatWriteOptions, Written, WrittenFile } from '../types.ts';
import { dbfField } from './dbf-fields.ts';
import { shortNames } from './field-names.ts';
import { fieldsTable } from './fields-table.ts';
import { encoderFor, type Encoder } from './letters.ts';
import { shapeType, writeShp } from './write-shp.ts';
import { writeDbf } from './write-dbf.ts';

const KINDS: readonly GeometryKind[] = ['point', 'line', 'polygon'];
const DEFAULT_CRS = 'EPSG:4490';

/** One set of files a layer and kind of geometry, all in one archive. @throws UserError `crs.*`, `format.encoding` */
export async function writeShapefile(layers: readonly Layer[], options: FormatWriteOptions): Promise<Written> {
  const encoder = encoderOf(options.encoding);
  const crs = crsForWriting(options.crs ?? DEFAULT_CRS);
  const prj = crs.kind === 'local' ? null : esriWkt(crs.code);
  const toCrs = reprojectorTo(crs).geometry;
  const used = new Set<string>();
  const files: WrittenFile[] = [];
  const logs = layers.map((layer) => {
    const log = new Tally(layer.id);
    const kinds = kindsOf(layer, log);
    if (kinds.size === 0) log.add('write.empty', 'warning', null, { name: layer.name || layer.id });
    for (const [kind, features] of kinds) {
      const base = fileName(layer.name || layer.id, layer.schema);
      const name = uniqueName(kinds.size > 1 ? `${base}_${kind}` : base, used);
      files.push(...fileSet({ ...layer, features }, name, kind, { encoder, prj, toCrs, language: options.language ?? 'zh', log }));
    }
    return log;
  });
  return { files: [{ name: `${archiveName(layers)}.zip`, bytes: await zip(files) }], issues: logs.flatMap((log) => log.issues()) };
}

function encoderOf(label: string | undefined): Encoder {
  const encoding = label === undefined ? 'utf-8' : encodingOfLabel(label);
  if (encoding !== 'utf-8' && encoding !== 'gb18030') throw new UserError('format.encoding', { given: String(label), known: 'UTF-8, GBK' });
  return encoderFor(encoding);
}
const archiveName = (layers: readonly Layer[]) => (layers.length === 1 ? fileName(layers[0].name || layers[0].id, layers[0].schema) : 'layers');

/** Features by kind; collections of several kinds fit no shapefile. */
function kindsOf(layer: Layer, log: Tally): Map<GeometryKind, PlanFeature[]> {
  const byKind = new Map<GeometryKind, PlanFeature[]>();
  for (const kind of KINDS) {
    const features = layer.features.filter(({ geometry }) => kindOf(geometry) === kind);
    if (features.length > 0) byKind.set(kind, features);
  }
  layer.features.forEach(({ geometry }, i) => { if (kindOf(geometry) === null) log.add('write.geometry-left-out', 'error', i + 1); });
  return byKind;
}

interface SetOptions {
  encoder: Encoder;
  /** None for a local grid, whose parameters are nobody's but its owner's. */
  prj: string | null;
  toCrs(geometry: Geometry): Geometry;
  language: 'zh' | 'en';
  log: Tally;
}
function fileSet(layer: Layer, name: string, kind: GeometryKind, { encoder, prj, toCrs, language, log }: SetOptions): WrittenFile[] {
  const geometries = layer.features.map(({ geometry }) => toCrs(geometry));
  const { shp, shx } = writeShp(geometries, shapeType(kind, geometries));
  const columns = columnsOfLayer(layer);
  const names = columns.map((column) => messageOf(layer.schema, column, language));
  const short = shortNames(names, encoder);
  const changed = short.flatMap((one, i) => (one === names[i] ? [] : [{ short: one, name: names[i] }]));
  for (const row of changed) log.add('shapefile.name-cut', 'info', null, { name: row.name, short: row.short, file: `${name}.fields.csv` });
  const defs = new Map(schemaOf(layer.schema).fields.map((field) => [field.name, field]));
  const fields = columns.map((column) => dbfField(column, defs.get(column), layer.features, (text) => encoder.encode(text, Infinity).bytes.length));
  const text = new TextEncoder();
  return [
    { name: `${name}.shp`, bytes: shp }, { name: `${name}.shx`, bytes: shx }, { name: `${name}.dbf`, bytes: writeDbf(layer.features, fields, short, encoder, log) },
    ...(prj === null ? [] : [{ name: `${name}.prj`, bytes: text.encode(prj) }]), { name: `${name}.cpg`, bytes: text.encode(encoder.label) },
    ...(changed.length > 0 ? [{ name: `${name}.fields.csv`, bytes: fieldsTable(changed) }] : []),
  ];
}
