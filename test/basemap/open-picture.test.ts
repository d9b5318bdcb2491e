import { describe, expect, it } from 'vitest';
import { BasemapPlace, crsByCode, groupFiles, holdsPicture, openPicture, readWorldFile, UserError, zip, type SourceFile } from '../../geo/index.ts';
import { pictureOf } from '../support/basemaps.ts';
import { gdal, hasGdal, NO_GDAL } from '../support/gdal.ts';
import { folderWith } from '../support/cli.ts';

const PICTURE = pictureOf(40, 30, (column, row) => [column * 6, row * 8, 90]);
const text = (name: string, content: string): SourceFile => ({ name, bytes: new TextEncoder().encode(content) });
const picture: SourceFile = { name: '总图.png', bytes: PICTURE };
/** 2 m a pixel, turned by 30°; the first pixel's middle at 500,000 / 3,320,000. */
const WORLD = '1.7320508076\n1\n1\n-1.7320508076\n500000\n3320000\n';
const PRJ = 'PROJCS["CGCS2000_3_Degree_GK_CM_114E",GEOGCS["GCS_China_Geodetic_Coordinate_System_2000",DATUM["D_China_2000",SPHEROID["CGCS2000",6378137.0,298.257222101]],PRIMEM["Greenwich",0.0],UNIT["Degree",0.0174532925199433]],PROJECTION["Gauss_Kruger"],PARAMETER["False_Easting",500000.0],PARAMETER["False_Northing",0.0],PARAMETER["Central_Meridian",114.0],PARAMETER["Scale_Factor",1.0],PARAMETER["Latitude_Of_Origin",0.0],UNIT["Meter",1.0]]';
const refusal = async (...files: SourceFile[]) => openPicture(files).then(() => 'taken', (error: unknown) => { if (error instanceof UserError) return error.code; throw error; });

describe('a picture and its world file', () => {
  it('are a place, to the upper left corner of the first pixel', () => {
    const ground = readWorldFile(WORLD, 'a.pgw');
    expect([ground.c, ground.f]).toEqual([500_000 - (1.7320508076 + 1) / 2, 3_320_000 - (1 - 1.7320508076) / 2]);
    expect(readWorldFile('﻿0,5\r\n0\r\n0\r\n-0,5\r\n1\r\n2\r\n', 'b.pgw')).toMatchObject({ a: 0.5, e: -0.5, c: 0.75, f: 2.25 });
  });
  it.each(['', '1\n0\n0\n-1\n5', 'a\nb\nc\nd\ne\nf', '0\n0\n0\n0\n1\n2', '1\n2\n2\n4\n0\n0', 'NaN\n0\n0\n-1\n0\n0', '1 0 0 -1 5 6 7'])('%j is none', (content) => {
    expect(() => readWorldFile(content, 'x.pgw')).toThrow(expect.objectContaining({ code: 'basemap.world-file', params: { file: 'x.pgw' } }) as Error);
  });
  it.skipIf(!hasGdal)(`lie where GDAL says that they lie${NO_GDAL}`, async () => {
    const folder = folderWith({ 'plan.pgw': WORLD, 'plan.prj': PRJ });
    try {
      (await import('node:fs')).writeFileSync(`${folder.path}/plan.png`, PICTURE);
      const { opened } = await openPicture([{ name: 'plan.png', bytes: PICTURE }, text('plan.pgw', WORLD), text('plan.prj', PRJ)]);
      const told = JSON.parse(gdal('gdalinfo', '-json', `${folder.path}/plan.png`)!) as { geoTransform: number[]; cornerCoordinates: { lowerRight: number[] } };
      const [c, a, b, f, d, e] = told.geoTransform;
      for (const [ours, theirs] of [[opened.ground.a, a], [opened.ground.b, b], [opened.ground.c, c], [opened.ground.d, d], [opened.ground.e, e], [opened.ground.f, f]]) expect(ours).toBeCloseTo(theirs, 6);
      const place = new BasemapPlace({ ...opened, crs: opened.crs! }), [x, y] = crsByCode('EPSG:4547').fromDegrees(...place.toDegrees(40, 30));
      expect([x, y].map((value, i) => Math.abs(value - told.cornerCoordinates.lowerRight[i]) < 0.001)).toEqual([true, true]);
    } finally {
      folder.remove();
    }
  });
});

describe('what is opened', () => {
  it('says its CRS by its .prj, by what GDAL writes beside, or by where it seems to lie', async () => {
    expect((await openPicture([picture, text('总图.pgw', WORLD), text('总图.prj', PRJ)])).opened).toMatchObject({ crs: 'EPSG:4547', type: 'image/png', width: 40, height: 30, size: PICTURE.length, guesses: [{ reason: 'stated' }] });
    const aux = `<PAMDataset>\n  <SRS dataAxisToSRSAxisMapping="1,2">${PRJ.replaceAll('"', '&quot;')}</SRS>\n</PAMDataset>`;
    expect((await openPicture([picture, text('总图.pgw', WORLD), text('总图.png.aux.xml', aux)])).opened.crs).toBe('EPSG:4547');
    const { opened } = await openPicture([picture, text('总图.wld', WORLD)], [113.9, 29.9, 114.1, 30.1]);
    expect(opened.crs).toBeNull();
    expect(opened.guesses[0].code).toBe('EPSG:4547');
    expect(opened.guesses.some(({ swapped }) => swapped)).toBe(false);
  });
  it('may come in one archive, in a folder of it', async () => {
    const bytes = await zip([{ name: '扫描/总图.png', bytes: PICTURE }, { name: '扫描/总图.pgw', bytes: new TextEncoder().encode(WORLD) }, { name: '扫描/总图.prj', bytes: new TextEncoder().encode(PRJ) }]);
    expect((await openPicture([{ name: '扫描.zip', bytes }])).opened).toMatchObject({ fileName: '总图.png', crs: 'EPSG:4547' });
    expect(await refusal({ name: 'two.zip', bytes: await zip([{ name: 'a.png', bytes: PICTURE }, { name: 'b.png', bytes: PICTURE }]) })).toBe('basemap.many-pictures');
  });
  it('is refused with the reason where it cannot be a basemap', async () => {
    const world = text('总图.pgw', WORLD), header = (width: number, height: number) => { const bytes = PICTURE.slice(); new DataView(bytes.buffer).setUint32(16, width); new DataView(bytes.buffer).setUint32(20, height); return { name: 'x.png', bytes }; };
    expect(await refusal(picture)).toBe('basemap.no-world-file');
    expect(await refusal(text('总图.pgw', WORLD))).toBe('basemap.no-picture');
    expect(await refusal({ name: 'a.tif', bytes: Uint8Array.of(0x49, 0x49, 42, 0) }, world)).toBe('terrain.tiff-damaged');
    expect(await refusal({ name: 'big.tif', bytes: Uint8Array.of(0x49, 0x49, 43, 0, 8, 0, 0, 0) }, world)).toBe('basemap.tiff');
    expect(await refusal(header(9000, 9000), world)).toBe('layout.image-large');
    expect(await refusal({ name: 'a.png', bytes: PICTURE.slice(0, PICTURE.length - 40) }, world)).toBe('layout.image-damaged');
    expect(await refusal(text('a.jpg', 'no picture'), world)).toBe('layout.image-damaged');
    expect(await refusal({ name: 'a.png', bytes: new Uint8Array(101 * 1024 * 1024) }, world)).toBe('file.too-large');
    expect(await refusal(picture, world, text('总图.prj', PRJ.replace('D_China_2000', 'D_Beijing_1954').replace('6378137.0,298.257222101', '6378245.0,298.3')))).toBe('crs.datum');
  });
});

it('files dropped together: a picture with what lies beside it, apart from shapefiles and tables', () => {
  const names = ['总图.prj', '总图.pgw', '总图.PNG', 'a.shp', 'a.prj', 'a.dbf', 'b.csv', 'photo.jpg', 'photo.jpg.aux.xml', 'photo.jgw'];
  expect(groupFiles(names.map((name) => ({ name }))).map((group) => group.map(({ name }) => name))).toEqual([['总图.PNG', '总图.prj', '总图.pgw'], ['a.shp', 'a.prj', 'a.dbf'], ['b.csv'], ['photo.jpg', 'photo.jpg.aux.xml', 'photo.jgw']]);
  expect([holdsPicture(['x/a.png', 'x/a.pgw']), holdsPicture(['a.png', 'a.shp', 'a.dbf']), holdsPicture(['a.shp'])]).toEqual([true, false, false]);
});
