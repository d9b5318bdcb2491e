import { spawnSync } from 'node:child_process';
import { CRS_CHOICES } from '../../geo/crs/index.ts';
import { numbers } from '../support/numbers.ts';

/** PROJ's own program (Debian: proj-bin), an oracle where it is installed. */
export const hasProj = spawnSync('cs2cs', ['EPSG:4490', 'EPSG:4547'], { input: '22 114\n', encoding: 'utf8' }).status === 0;

/** Degrees to easting, northing by PROJ. Codes go in their official order of axes: latitude first, and northing first out of Chinese zones. */
export function projForward(code: string, places: readonly (readonly [lon: number, lat: number])[]): [number, number][] {
  const isChinese = /^EPSG:4[45]/.test(code);
  const { stdout, status, stderr } = spawnSync('cs2cs', ['-f', '%.7f', isChinese ? 'EPSG:4490' : 'EPSG:4326', code], { input: places.map(([lon, lat]) => `${lat} ${lon}`).join('\n'), encoding: 'utf8' });
  if (status !== 0) throw new Error(stderr);
  return stdout.trim().split('\n').map((line) => {
    const [first, second] = line.trim().split(/\s+/).map(Number);
    return isChinese ? [second, first] : [first, second];
  });
}

export const PROJECTED = CRS_CHOICES.filter(({ kind }) => kind === 'projected');

/** Places of a zone and up to a degree beside it; anywhere in China for web mercator. */
export function placesOf({ id, params }: (typeof CRS_CHOICES)[number], n: number, seed: number): [number, number][] {
  const random = numbers(seed);
  const half = id.startsWith('three') ? 2.5 : 4;
  const [south, north] = id === 'utm-south' ? [-79, 0] : id === 'utm-north' ? [0, 83] : [3, 54];
  const [west, east] = 'meridian' in params ? [params['meridian'] - half, params['meridian'] + half] : [74, 135];
  // Nine decimals: what the program reads is then exactly what we reckon with.
  const short = (value: number) => Math.round(value * 1e9) / 1e9;
  return Array.from({ length: n }, () => [short(west + (east - west) * random()), short(south + (north - south) * random())]);
}
