import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { SourceFile } from '../../geo/index.ts';
import { row, type Row } from './measure.ts';

/** Fetched for the measurement and thrown away: its licence (MPL) is none of those that the program may contain. */
const MAPSHAPER = 'mapshaper@0.7.70';

/** Another program at the same work, from a file to a file. `prepare` is given the folder in which `in.geojson` will lie; null where the program is not to be had. */
function beside(group: string, job: string, { bytes }: SourceFile, ours: number, prepare: (folder: string) => (() => void) | null): Row {
  const folder = mkdtempSync(join(tmpdir(), 'undercroft-'));
  try {
    const run = prepare(folder);
    if (!run) return { group, job, median: null, worst: null, unit: 'ms', target: null, note: 'not measured: it is not to be had here' };
    writeFileSync(join(folder, 'in.geojson'), bytes);
    const started = performance.now();
    run();
    const took = performance.now() - started;
    return row(group, job, { median: took, worst: took }, null, `ours / ${job.split(' ').at(-1)}: ${(ours / took).toFixed(1)} ×`);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

export function gdalRow(group: string, file: SourceFile, ours: number): Row {
  return beside(group, 'to a GeoPackage, without checks, with ogr2ogr', file, ours, (folder) => (spawnSync('ogr2ogr', ['--version']).status !== 0 ? null : () => {
    execFileSync('ogr2ogr', ['-f', 'GPKG', join(folder, 'out.gpkg'), join(folder, 'in.geojson')], { env: { ...process.env, OGR_GEOJSON_MAX_OBJ_SIZE: '0' } });
  }));
}
export function mapshaperRow(group: string, file: SourceFile, ours: number): Row {
  return beside(group, 'to GeoJSON, without checks, with mapshaper', file, ours, (folder) => {
    const fetched = spawnSync('npm', ['install', '--prefix', folder, '--no-save', '--ignore-scripts', MAPSHAPER], { stdio: 'ignore' });
    return fetched.status !== 0 ? null : () => {
      execFileSync(process.execPath, [join(folder, 'node_modules/mapshaper/bin/mapshaper'), '-i', join(folder, 'in.geojson'), '-o', join(folder, 'out.geojson')], { stdio: 'ignore' });
    };
  });
}
