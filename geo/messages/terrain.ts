import type { MessageTable } from './types.ts';

/** Terrain rasters and strata: what is refused, and the way out. */
export const terrainMessages = {
  'error.terrain.format': { zh: '不是地形栅格；请选择 GeoTIFF（.tif）或 ESRI ASCII 网格（.asc）', en: 'This is no terrain raster; choose a GeoTIFF (.tif) or an ESRI ASCII grid (.asc)' },
  'error.terrain.header': { zh: '地形文件的头部不完整或无效（{what}）；请用 GIS 软件重新导出', en: 'The head of the terrain file is incomplete or cannot be ({what}); export it anew from a GIS program' },
  'error.terrain.heights': { zh: '地形文件应有 {wanted} 个高程，只读到 {read} 个；文件可能被截断，请重新导出', en: 'The terrain file should have {wanted} heights, {read} could be read; it may be cut short, export it anew' },
  'error.terrain.too-large': { zh: '地形有 {columns} × {rows} 个像元，超过 {most} 个；请裁剪到规划范围，或把像元放大到 {factor} 倍', en: 'The terrain has {columns} × {rows} cells, more than {most}; cut it to the planning area, or make its cells {factor} times as wide' },
  'error.terrain.tiff-damaged': { zh: 'GeoTIFF 已损坏或被截断；请重新导出', en: 'The GeoTIFF is damaged or cut short; export it anew' },
  'error.terrain.tiff-unread': { zh: '不支持这种 GeoTIFF（{what}）；请另存为单波段、正北朝上、LZW 或 Deflate 压缩的 GeoTIFF', en: 'This kind of GeoTIFF is not read ({what}); save it as one band, north up, packed by LZW or Deflate' },
  'error.terrain.no-place': { zh: 'GeoTIFF 没有坐标；请选择带地理参考的文件', en: 'The GeoTIFF does not say where it lies; choose one with a georeference' },
  'error.terrain.no-crs': { zh: '地形文件没有说明坐标系；请选择坐标系', en: 'The terrain does not say its CRS; choose one' },
  'error.terrain.empty': { zh: '地形中没有有效的高程；请检查文件和无数据值', en: 'No height of the terrain is usable; check the file and its value for no data' },
  'error.terrain.damaged': { zh: '项目中的地形已损坏；请重新导入', en: 'The terrain in the project is damaged; import it again' },
  'error.strata.none': { zh: '至少需要一层', en: 'There has to be one stratum at least' },
  'error.strata.code': { zh: '第 {row} 层的代码为空或重复；请填写不同的代码', en: 'Stratum {row} has no code of its own; enter one that no other has' },
  'error.strata.start': { zh: '第一层应从 0 米（地面）开始', en: 'The first stratum begins at 0 m, the ground' },
  'error.strata.order': { zh: '第 {row} 层的下界应大于上界 {from} 米', en: 'Stratum {row} has to end below {from} m, where it begins' },
  'error.strata.gap': { zh: '第 {row} 层应从上一层的下界 {from} 米开始', en: 'Stratum {row} has to begin at {from} m, where the one above ends' },
  'error.strata.end': { zh: '最后一层不设下界；请清空其下界', en: 'The last stratum has no end; clear it' },
  'error.strata.open': { zh: '第 {row} 层缺少下界，只有最后一层可以不设', en: 'Stratum {row} needs an end; only the last has none' },
  'error.ground.level': { zh: '地面标高应为 -500 至 9000 之间的数（米，1985 国家高程基准）', en: 'The level of the ground is a number from -500 to 9000 (m, 1985 national datum)' },
  'error.ground.source': { zh: '请填写地面标高的来源', en: 'Say where the level of the ground comes from' },
} satisfies MessageTable;
