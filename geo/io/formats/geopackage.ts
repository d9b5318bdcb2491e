import { crsOf, reprojectorTo, type Crs } from '../../crs/index.ts';
import { extentOf, UserError, type Layer, type PlanFeature } from '../../model/index.ts';
import { schemaOf } from '../../schema/index.ts';
import { columnsOf, createFeatureTable, createGeoPackage, eachRow, ensureSpatialRef, FID, freeName, GEOMETRY, geometryTypeOf, insertSql, isGeoPackage, isKeepable, KINDS, propertiesOf, RowNotes, tablesOf, toBlob, type TableInfo } from '../geopackage/index.ts';
import { guarded, isSqlite, openDatabase, transaction } from '../sqlite/index.ts';
import { messageOf } from '../words.ts';
import type { Database, SqlValue } from '../database.ts';
import type { RawFeature } from '../read-features.ts';
import { fileName } from './file-names.ts';
import type { FileFormat, FormatReadOptions, FormatWriteOptions, RawLayer, SourceFile, Written } from './types.ts';

/** OGC GeoPackage: of QGIS, ArcGIS, GDAL, and of this program's projects, whose layers are ordinary tables. */
export const geopackage: FileFormat = {
  id: 'geopackage',
  extensions: ['gpkg'],
  mime: 'application/geopackage+sqlite3',
  largest: 512 * 1024 * 1024,
  sniff: ({ bytes }) => isSqlite(bytes),
  read,
  write,
};

async function read([file]: readonly SourceFile[], { progress }: FormatReadOptions): Promise<RawLayer[]> {
  const db = await openDatabase(file.bytes);
  try {
    return guarded(() => {
      if (!isGeoPackage(db)) throw new UserError('project.not-geopackage');
      const tables = tablesOf(db, ['features', 'attributes']).filter(({ table }) => !OF_PROGRAMS.test(table));
      return tables.map((info, i) => {
        progress?.('step.read', i / tables.length);
        return readTable(db, info);
      });
    });
  } finally {
    db.close();
  }
}

/** Tables that programs keep beside the layers: this one's records, styles and projects of QGIS. */
const OF_PROGRAMS = /^(?:undercroft_|layer_styles$|qgis_projects$)/i;

function readTable(db: Database, info: TableInfo): RawLayer {
  const notes = new RowNotes();
  const features: RawFeature[] = [];
  eachRow(db, info, notes, ({ fid, geometry, broken, cells }) => {
    const properties = propertiesOf(cells, info.columns, features.length + 1, notes);
    features.push({ ...(fid === null ? {} : { id: fid }), geometry, properties, ...(broken === undefined ? {} : { broken }) });
  });
  const crs = info.crs === null ? null : { code: info.crs, swapped: false, confidence: 1, reason: 'stated' as const };
  return { name: info.table, columns: info.columns.filter(isKeepable).map(({ name }) => name), features, crs, encoding: null, issues: notes.issues() };
}

/** One table a layer; in degrees of CGCS2000 unless a planning CRS is asked for. */
async function write(layers: readonly Layer[], { crs = 'EPSG:4490', language = 'zh' }: FormatWriteOptions): Promise<Written> {
  const target = crsOf(crs);
  const srs = target.kind === 'local' ? UNKNOWN_PLANE : Number(target.code.slice('EPSG:'.length));
  const db = await openDatabase();
  try {
    transaction(db, () => {
      createGeoPackage(db);
      ensureSpatialRef(db, srs);
      const taken = new Set(db.all('SELECT name FROM sqlite_master').map(({ name }) => String(name).toLowerCase()));
      for (const layer of layers) writeTable(db, { ...layer, features: inCrs(layer.features, target) }, srs, freeName(tableName(layer), taken), language);
    });
    return { files: [{ name: `${layers.length === 1 ? fileName(layers[0].name || layers[0].id, layers[0].schema) : 'layers'}.gpkg`, bytes: db.bytes() }], issues: [] };
  } finally {
    db.close();
  }
}

/** The standard's own word for a plane that it knows nothing of. */
const UNKNOWN_PLANE = -1;

/** Some beginnings are SQLite's and the standard's own. */
const tableName = ({ id, schema, name }: Layer): string => (name || id || schema).replace(/^(?=(?:sqlite|gpkg|rtree|undercroft)_)/i, 'layer_');

/** Nothing here depends on when it is written, so neither do the bytes. */
const UNDATED = '1970-01-01T00:00:00.000Z';

function writeTable(db: Database, layer: Layer, srs: number, table: string, language: 'zh' | 'en'): void {
  const { features } = layer;
  const schema = schemaOf(layer.schema);
  const columns = columnsOf(schema, features);
  const titles = Object.fromEntries(columns.map(({ property }) => [property, messageOf(layer.schema, property, language)]).filter(([property, title]) => property !== title));
  createFeatureTable(db, { table, identifier: layer.name || table, description: '', srs, geometryType: geometryTypeOf(features.map(({ geometry }) => geometry), schema.geometry), extent: extentOf(features), changed: UNDATED, columns, titles });
  db.runMany(insertSql(table, [FID, GEOMETRY, ...columns.map(({ column }) => column)]), rows());

  function* rows(): Iterable<SqlValue[]> {
    for (let i = 0; i < features.length; i++) {
      const { geometry, properties } = features[i];
      yield [i + 1, geometry ? toBlob(geometry, srs) : null, ...columns.map(({ property, kind }) => KINDS[kind].encode(properties[property] ?? null))];
    }
  }
}

function inCrs(features: PlanFeature[], crs: Crs): PlanFeature[] {
  if (crs.kind === 'geographic') return features;
  const { geometry: moved } = reprojectorTo(crs);
  return features.map((feature) => (feature.geometry ? { ...feature, geometry: moved(feature.geometry) } : feature));
}
