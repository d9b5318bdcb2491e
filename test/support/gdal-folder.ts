import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import type { FeatureCollection } from 'geojson';
import { gdal } from './gdal.ts';

/** A folder for GDAL to read and write in; `remove` it afterwards. */
export function gdalFolder() {
  const path = mkdtempSync(join(tmpdir(), 'undercroft-gdal-'));
  const at = (name: string) => join(path, name);
  return {
    at,
    put(files: readonly { name: string; bytes: Uint8Array }[]): void {
      for (const { name, bytes } of files) { mkdirSync(dirname(at(name)), { recursive: true }); writeFileSync(at(name), bytes); }
    },
    take: (...names: string[]) => names.map((name) => ({ name, bytes: new Uint8Array(readFileSync(at(name))) })),
    summary: (name: string) => gdal('ogrinfo', '-al', '-so', at(name))!,
    /** Makes `target` of `source`. */
    make: (format: string, target: string, source: string, ...args: string[]) => gdal('ogr2ogr', '-f', format, ...args, at(target), at(source)),
    /** A source as GDAL understands it, without changing the CRS. */
    read(source: string, ...args: string[]): FeatureCollection {
      rmSync(at('gdal-out.json'), { force: true });
      gdal('ogr2ogr', '-f', 'GeoJSON', '-lco', 'COORDINATE_PRECISION=12', '-lco', 'RFC7946=NO', at('gdal-out.json'), at(source), ...args);
      return JSON.parse(readFileSync(at('gdal-out.json'), 'utf8')) as FeatureCollection;
    },
    remove: () => rmSync(path, { recursive: true, force: true }),
  };
}
