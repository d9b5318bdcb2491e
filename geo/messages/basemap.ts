import type { MessageTable } from './types.ts';

/** Raster basemaps on their way in. */
export const basemapMessages = {
  'error.basemap.world-file': { zh: '坐标文件“{file}”应为六行数字（像元大小、旋转、左上角坐标），现在读不出来；请从扫描或影像软件重新导出', en: 'The world file “{file}” should hold six lines of numbers (size of a pixel, rotation, upper left corner) and cannot be read; export it again from the program that made the picture' },
  'error.basemap.no-world-file': { zh: '图片“{file}”旁边没有坐标文件，不知道放在哪里；请把“{wanted}”（或同名 .wld）和图片一起拖入，或放进同一个 zip', en: 'Nothing says where the picture “{file}” lies; drop “{wanted}” (or a .wld of the same name) together with it, or put both into one zip' },
  'error.basemap.no-picture': { zh: '“{file}”里没有 PNG、JPEG 或 GeoTIFF 图片；请把图片和它的坐标文件放在一起拖入', en: 'There is no PNG, JPEG or GeoTIFF picture in “{file}”; drop the picture together with its world file' },
  'error.basemap.many-pictures': { zh: '压缩包里有 {n} 张图片；请每张图片和它的坐标文件单独一个 zip', en: 'The archive holds {n} pictures; put each with its world file into a zip of its own' },
  'error.basemap.tiff': { zh: '“{file}”这种 TIFF 不能作底图（{what}）。地面高程请在“项目 → 竖向分层与地面”中选择；影像请在 QGIS 中“导出 → 另存为”8 位渲染影像，或用 gdal_translate -ot Byte -co COMPRESS=DEFLATE -co INTERLEAVE=PIXEL 转换', en: 'This kind of TIFF cannot be a basemap: “{file}” ({what}). Elevations are chosen in Project → Strata and ground; export a picture from QGIS as a rendered image of 8 bits, or convert it by gdal_translate -ot Byte -co COMPRESS=DEFLATE -co INTERLEAVE=PIXEL' },
} satisfies MessageTable;
