import { openSource, proposeLayer, provideDatabases, readLayer, writeLayers, type SourceFile } from '../../geo/index.ts';
import { nodeDatabases } from '../../scripts/database.ts';
import { buildings, POLYGONS } from './buildings.ts';
import { gdalRow, mapshaperRow } from './others.ts';
import { row, timedAsync, type Row } from './measure.ts';

/** A large delivery: opened, proposed, read into features with all checks, and written as a GeoPackage and as GeoJSON, with GDAL and mapshaper beside it where they are to be had. */
export async function importRows(): Promise<Row[]> {
  provideDatabases(nodeDatabases);
  const group = `${POLYGONS.toLocaleString('en')} polygons in one GeoJSON`;
  const files: SourceFile[] = [{ name: 'buildings.geojson', bytes: buildings() }];
  const megabytes = Math.round(files[0].bytes.length / 1048576);
  const opening = await timedAsync(async () => { const source = await openSource(files); return { source, proposal: proposeLayer(source, source.layers[0]) }; }, { rounds: 3, warm: 1 });
  const { source } = opening.result;
  const reading = await timedAsync(() => Promise.resolve(readLayer(source.layers[0], { schema: 'demand-unit', crs: 'EPSG:4490' })), { rounds: 3, warm: 1 });
  const { layer, counts } = reading.result;
  const writing = (format: 'geopackage' | 'geojson') => timedAsync(() => writeLayers(format, [{ ...layer, name: 'buildings' }]), { rounds: 2, warm: 0 });
  const geopackage = await writing('geopackage'), geojson = await writing('geojson');
  const read = opening.median + reading.median;
  return [
    row(group, 'opened and proposed', opening, null, `${megabytes} MB`),
    row(group, 'read into features, all checks', reading, null, `${counts.read} = ${counts.kept - counts.fixed} + ${counts.fixed} mended + ${counts.setAside} set aside`),
    row(group, 'written as a GeoPackage', geopackage),
    row(group, 'written as GeoJSON', geojson),
    gdalRow(group, files[0], read + geopackage.median),
    mapshaperRow(group, files[0], read + geojson.median),
  ];
}
