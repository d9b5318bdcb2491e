import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { decodeImage, encodePng, Pyramid, type Basemap, type DrawnBasemap } from '../../geo/index.ts';

/** A picture whose pixels are what `colour` says of their column and row. */
export function pictureOf(width: number, height: number, colour: (column: number, row: number) => readonly [number, number, number]): Uint8Array {
  const rgb = new Uint8Array(3 * width * height);
  for (let row = 0, at = 0; row < height; row++) for (let column = 0; column < width; column++, at += 3) rgb.set(colour(column, row), at);
  return encodePng({ width, height, rgb, alpha: null });
}
/** A basemap of a picture, 1 m a pixel around 114° E, 30° N where nothing else is said. */
export function basemapOf(bytes: Uint8Array, rest: Partial<Basemap> = {}): Basemap {
  const { width, height } = decodeImage(bytes, 'image/png');
  return {
    id: 'basemap-1', name: '1986 年总图扫描', fileName: 'plan.png', source: '市档案馆', type: 'image/png', width, height, ground: { a: 1, b: 0, c: 500_000 - width / 2, d: 0, e: -1, f: 3_320_000 + height / 2 },
    crs: 'EPSG:4547', secrecy: 'internal', sha256: bytesToHex(sha256(bytes)), size: bytes.length, ...rest,
  };
}
export const drawn = (bytes: Uint8Array, rest: Partial<Basemap> = {}): DrawnBasemap => ({ basemap: basemapOf(bytes, rest), picture: new Pyramid(() => decodeImage(bytes, 'image/png')) });
