import { describe, expect, it } from 'vitest';
import { BasemapPlace, crsByCode, decodeImage, Pyramid, warp, type Basemap } from '../../../geo/index.ts';
import { basemapOf, pictureOf } from '../../support/basemaps.ts';

const TILE = 512;
/** A tile of web mercator over the middle of a basemap, its sides `metres` long; where its pixels lie in the picture, exactly. */
function tileOver(basemap: Basemap, metres: number) {
  const place = new BasemapPlace(basemap), mercator = crsByCode('EPSG:3857'), [x, y] = mercator.fromDegrees(...place.toDegrees(basemap.width / 2, basemap.height / 2));
  return (column: number, row: number) => place.fromDegrees(...mercator.toDegrees(x + (column / TILE - 0.5) * metres, y - (row / TILE - 0.5) * metres));
}
/** How strongly a colour grows for a pixel of the picture: a colour between two pixels tells the place to a fortieth of one. */
const STEEP = 8;
const ramp = (size: number, turned: boolean) => pictureOf(size, size, (column, row) => { const value = STEEP * (turned ? row : column); return [value, value, value]; });
const pyramid = (bytes: Uint8Array) => new Pyramid(() => decodeImage(bytes, 'image/png'));

describe('a picture bent into the map lies where every single pixel reckoned exactly would', () => {
  // 30 pixels of 8 steps each; the tile shows some of it enlarged, so that a pixel of the tile is a fraction of one of the picture.
  const SIZE = 31;
  it.each([
    ['a 3-degree zone', 'EPSG:4547', { a: 200, b: 0, c: 500_000, d: 0, e: -200, f: 3_320_000 }],
    ['the zone beside, 300 km from its meridian, turned by 30°', 'EPSG:4548', { a: 173.2, b: 100, c: 210_000, d: 100, e: -173.2, f: 4_420_000 }],
    ['degrees', 'EPSG:4490', { a: 0.002, b: 0, c: 114, d: 0, e: -0.002, f: 45 }],
    ['the shifted degrees of a web map', 'GCJ-02', { a: 0.0005, b: 0, c: 114, d: 0, e: -0.0005, f: 30 }],
  ])('%s', (_, crs, ground) => {
    for (const turned of [false, true]) {
      const bytes = ramp(SIZE, turned), basemap = basemapOf(bytes, { crs, ground });
      const metres = 0.5 * SIZE * (ground.a < 1 ? ground.a * 111_000 : 200), from = tileOver(basemap, metres);
      const { rgb, alpha } = warp(pyramid(bytes), { width: TILE, height: TILE, from });
      expect(alpha).toBeNull();
      let worst = 0;
      for (let row = 0; row < TILE; row += 7) for (let column = 0; column < TILE; column += 5) {
        const exact = from(column + 0.5, row + 0.5)[turned ? 1 : 0] - 0.5, found = rgb[3 * (row * TILE + column)] / STEEP;
        worst = Math.max(worst, Math.abs(found - exact));
      }
      // In pixels of the picture: half a step of the colour is what its rounding takes.
      expect(worst).toBeLessThan(0.5 / STEEP + 0.01);
    }
  });

  it('also where the picture covers half a province and a pixel of it a hundred metres', () => {
    const bytes = pictureOf(900, 900, (column, row) => [Math.floor(column / 4), Math.floor(row / 4), 0]), basemap = basemapOf(bytes, { crs: 'EPSG:4547', ground: { a: 300, b: 0, c: 500_000, d: 0, e: -300, f: 4_900_000 } });
    const from = tileOver(basemap, 180_000), { rgb } = warp(pyramid(bytes), { width: TILE, height: TILE, from });
    for (let row = 3; row < TILE; row += 50) for (let column = 3; column < TILE; column += 50) {
      const [u, v] = from(column + 0.5, row + 0.5), at = 3 * (row * TILE + column);
      expect(Math.abs(4 * rgb[at] + 1.5 - (u - 0.5))).toBeLessThan(4.5);
      expect(Math.abs(4 * rgb[at + 1] + 1.5 - (v - 0.5))).toBeLessThan(4.5);
    }
  });
});

describe('a picture drawn smaller', () => {
  it('is the mean of what lies under each pixel, whatever the share', () => {
    const bytes = pictureOf(400, 400, (column, row) => ((column + row) % 2 === 0 ? [255, 255, 255] : [0, 0, 0]));
    for (const share of [1.9, 2, 3.3, 7.7, 16]) {
      const size = Math.floor(300 / share), { rgb } = warp(pyramid(bytes), { width: size, height: size, from: (x, y) => [50 + x * share, 50 + y * share] });
      const values = [...rgb];
      // A chessboard of single pixels is grey from afar, with no moiré of black and white.
      expect(Math.abs(values.reduce((sum, value) => sum + value, 0) / values.length - 127.5)).toBeLessThan(3);
      if (share >= 2) expect(Math.max(...values) - Math.min(...values)).toBeLessThan(70);
    }
  });
  it('keeps its place: a bar stands where it stood', () => {
    const bytes = pictureOf(640, 64, (column) => (column >= 300 && column < 340 ? [0, 0, 0] : [255, 255, 255]));
    for (const share of [1.5, 2, 5, 11]) {
      const width = Math.floor(640 / share), { rgb } = warp(pyramid(bytes), { width, height: 4, from: (x, y) => [x * share, y * share] });
      let ink = 0, moment = 0;
      for (let x = 0; x < width; x++) { ink += 255 - rgb[3 * x]; moment += (255 - rgb[3 * x]) * (x + 0.5) * share; }
      expect(moment / ink).toBeCloseTo(320, 0);
    }
  });
});

it('beyond the picture nothing is seen, unless it is to go on', () => {
  const bytes = pictureOf(10, 10, () => [200, 100, 50]), wishes = { width: 30, height: 30, from: (x: number, y: number): [number, number] => [x - 10, y - 10] };
  const open = warp(pyramid(bytes), wishes), goesOn = warp(pyramid(bytes), { ...wishes, goesOn: true });
  expect([...open.alpha!].filter((value) => value === 255)).toHaveLength(100);
  expect([...open.alpha!].filter((value) => value === 0)).toHaveLength(800);
  expect(goesOn.alpha).toBeNull();
  expect([...goesOn.rgb.subarray(0, 3)]).toEqual([200, 100, 50]);
});
