import type { MessageTable } from './types.ts';

/** What can go wrong when sheets are written and read as files. */
export const sheetFileMessages = {
  'sheet-file.layers': { zh: '图层', en: 'Layers' },
  'sheet-file.map': { zh: '地图 {n}', en: 'Map {n}' },
  'error.layout.image-damaged': { zh: '图片损坏或不完整，不能放入图纸；请用看图软件打开后另存为 PNG 或 JPEG', en: 'The image is damaged or cut off and cannot go on a sheet; open it in an image program and save it again as PNG or JPEG' },
  'error.layout.image-large': { zh: '图片有 {width} × {height} 像素，超过 {most} 百万像素；请缩小或裁剪后再放入', en: 'The image has {width} × {height} pixels, more than {most} million; make it smaller or crop it first' },
  'error.layout.image-interlaced': { zh: '图片是隔行扫描的 PNG，不能放入图纸；请另存为不隔行的 PNG', en: 'The image is an interlaced PNG, which cannot go on a sheet; save it without interlacing' },
  'error.layout.image-jpeg': { zh: '这种 JPEG（四色印刷或少见的编码）不能画进 PNG 或 TIFF 图纸；请用看图软件另存为 PNG 或普通的彩色 JPEG', en: 'A JPEG of this kind (four inks, or a rare coding) cannot be drawn into a sheet as PNG or TIFF; save it in an image program as PNG or as an ordinary colour JPEG' },
  'error.layout.raster-dpi': { zh: '分辨率 {dpi} dpi 超出范围；请在 {least}–{most} dpi 之间选择', en: 'A resolution of {dpi} dpi cannot be drawn; choose one from {least} to {most} dpi' },
  'error.layout.raster-large': { zh: '图纸有 {width} × {height} 像素，超过 {most} 百万像素；请改用 {fitting} dpi 以下，或输出 PDF', en: 'The sheet would have {width} × {height} pixels, more than {most} million; use {fitting} dpi or less, or write it as PDF' },
  'error.layout.raster-file-large': { zh: '图像文件超过 2 GB，无法保存；请降低分辨率，或输出 PDF', en: 'The image file would have more than 2 GB; use a lower resolution, or write the sheet as PDF' },
  'error.layout.pdf-no-project': { zh: '这个 PDF 没有附带项目；请打开 .gpkg 项目文件，或在出图时勾选“附带项目”', en: 'This PDF carries no project; open the project’s .gpkg file, or tick “attach the project” when the sheet is made' },
  'error.layout.pdf-damaged': { zh: 'PDF 损坏或不完整，其中的项目无法读出；请重新复制，或打开 .gpkg 项目文件', en: 'The PDF is damaged or cut off, so that its project cannot be read; copy it again, or open the project’s .gpkg file' },
  'error.layout.pdf-locked': { zh: 'PDF 已加密，其中的项目无法读出；请先用原密码另存为不加密的 PDF', en: 'The PDF is encrypted, so that its project cannot be read; save it without a password first' },
  'error.layout.pdf-large': { zh: 'PDF 或其中的项目有 {size} MB，超过可读取的 {most} MB；请直接打开 .gpkg 项目文件', en: 'The PDF or the project in it has {size} MB, more than the {most} MB that can be read; open the project’s .gpkg file instead' },
} satisfies MessageTable;
