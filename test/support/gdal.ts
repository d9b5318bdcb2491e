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

export const hasGdaltransform = gdal('gdaltransform', '--version') !== null;
export const NO_GDALTRANSFORM = hasGdaltransform ? '' : ' (left out: gdaltransform of gdal-bin is not installed)';
/** Places through GDAL's own program, east before north on both sides. */
export function transformed(from: string, to: string, places: readonly (readonly [number, number])[]): [number, number][] {
  const { stdout, status, stderr } = spawnSync('gdaltransform', ['-s_srs', from, '-t_srs', to, '-output_xy'], { input: places.map(([x, y]) => `${x} ${y}`).join('\n'), encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim().split('\n').map((line) => line.trim().split(/\s+/).map(Number) as [number, number]);
}
