import type { MessageTable } from './types.ts';

/** Raster basemaps on their way in. */
export const basemapMessages = {
  'error.basemap.world-file': { zh: '坐标文件“{file}”应为六行数字（像元大小、旋转、左上角坐标），现在读不出来；请从扫描或影像软件重新导出', en: 'The world file “{file}” should hold six lines of numbers (size of a pixel, rotation, upper left corner) and cannot be read; export it again from the program that made the picture' },
  'error.basemap.no-world-file': { zh: '图片“{file}”旁边没有坐标文件，不知道放在哪里；请把“{wanted}”（或同名 .wld）和图片一起拖入，或放进同一个 zip', en: 'Nothing says where the picture “{file}” lies; drop “{wanted}” (or a .wld of the same name) together with it, or put both into one zip' },
  'error.basemap.no-picture': { zh: '“{file}”里没有 PNG 或 JPEG 图片；请把图片和它的坐标文件放在一起拖入', en: 'There is no PNG or JPEG picture in “{file}”; drop the picture together with its world file' },
  'error.basemap.many-pictures': { zh: '压缩包里有 {n} 张图片；请每张图片和它的坐标文件单独一个 zip', en: 'The archive holds {n} pictures; put each with its world file into a zip of its own' },
  'error.basemap.tiff': { zh: '“{file}”是 TIFF，不能作底图。地面高程请在“项目 → 竖向分层与地面”中选择；影像请在 QGIS 中“导出 → 另存为”PNG 并勾选坐标文件，或用 gdal_translate -of PNG -co WORLDFILE=YES 转换', en: '“{file}” is a TIFF, which cannot be a basemap. Elevations are chosen in Project → Strata and ground; for a picture, export it from QGIS as PNG with a world file, or convert it by gdal_translate -of PNG -co WORLDFILE=YES' },
} satisfies MessageTable;
