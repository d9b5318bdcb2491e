import { spawnSync } from 'node:child_process';

/** What a program of the GIS world printed; null where it is not installed. */
export function gdal(program: 'ogrinfo' | 'ogr2ogr' | 'gdalinfo' | 'gdaltransform', ...args: string[]): string | null {
  const { error, status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error) return null;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
  return stdout + stderr;
}
export const hasGdal = gdal('ogrinfo', '--version') !== null;
/** Said where a test is left out. */
export const NO_GDAL = hasGdal ? '' : ' (left out: ogrinfo and ogr2ogr are not installed)';
