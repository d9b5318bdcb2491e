import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openSource, proposeLayer, provideDatabases, readLayer, writeLayers, type SourceFile } from '../../geo/index.ts';
import { nodeDatabases } from '../../scripts/database.ts';
import { row, timedAsync, type Row } from './measure.ts';

const POLYGONS = 200_000;

/** So many building outlines of nine vertices as GeoJSON: about 100 MB. */
function buildings(): Uint8Array {
  const parts: string[] = [];
  for (let i = 0; i < POLYGONS; i++) {
    const x = 113 + (i % 500) * 0.001, y = 22 + Math.floor(i / 500) * 0.001;
    const ring = [[0, 0], [4, 0], [8, 0], [8, 3], [8, 6], [4, 6], [0, 6], [0, 3], [0, 0]].map(([dx, dy]) => `[${(x + dx * 1e-4).toFixed(12)},${(y + dy * 1e-4).toFixed(12)}]`);
    parts.push(`{"type":"Feature","properties":{"编号":"B${i}","名称":"${i} 号楼","户数":${i % 90},"建筑面积":${1000 + i % 5000},"用地性质":"R2","备注":"由脚本生成，仅用于计时"},"geometry":{"type":"Polygon","coordinates":[[${ring.join(',')}]]}}`);
  }
  return new TextEncoder().encode(`{"type":"FeatureCollection","features":[\n${parts.join(',\n')}\n]}`);
}

/** A large delivery: opened, proposed, read into features with all checks, and written as a GeoPackage, with GDAL beside it where there is one. */
export async function importRows(): Promise<Row[]> {
  provideDatabases(nodeDatabases);
  const group = `${POLYGONS.toLocaleString('en')} polygons in one GeoJSON`;
  const files: SourceFile[] = [{ name: 'buildings.geojson', bytes: buildings() }];
  const megabytes = Math.round(files[0].bytes.length / 1048576);
  const opening = await timedAsync(async () => { const source = await openSource(files); return { source, proposal: proposeLayer(source, source.layers[0]) }; }, { rounds: 3, warm: 1 });
  const { source } = opening.result;
  const reading = await timedAsync(() => Promise.resolve(readLayer(source.layers[0], { schema: 'demand-unit', crs: 'EPSG:4490' })), { rounds: 3, warm: 1 });
  const { layer, counts } = reading.result;
  const writing = await timedAsync(() => writeLayers('geopackage', [{ ...layer, name: 'buildings' }]), { rounds: 2, warm: 0 });
  return [
    row(group, 'opened and proposed', opening, null, `${megabytes} MB`),
    row(group, 'read into features, all checks', reading, null, `${counts.read} = ${counts.kept - counts.fixed} + ${counts.fixed} mended + ${counts.setAside} set aside`),
    row(group, 'written as a GeoPackage', writing),
    ...gdalRow(group, files[0], opening.median + reading.median + writing.median),
  ];
}

function gdalRow(group: string, { bytes }: SourceFile, ours: number): Row[] {
  if (spawnSync('ogr2ogr', ['--version']).status !== 0) return [];
  const folder = mkdtempSync(join(tmpdir(), 'undercroft-'));
  try {
    writeFileSync(join(folder, 'in.geojson'), bytes);
    const started = performance.now();
    execFileSync('ogr2ogr', ['-f', 'GPKG', join(folder, 'out.gpkg'), join(folder, 'in.geojson')], { env: { ...process.env, OGR_GEOJSON_MAX_OBJ_SIZE: '0' } });
    const took = performance.now() - started;
    return [row(group, 'the same with ogr2ogr, without checks', { median: took, worst: took }, null, `ours / ogr2ogr: ${(ours / took).toFixed(1)} ×`)];
  } finally {
    rmSync(folder, { recursive: true });
  }
}
