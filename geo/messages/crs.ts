import type { MessageTable } from './types.ts';

/** Coordinate systems: their names in a picker, their kinds, why one is proposed. */
export const crsMessages = {
  'crs.name.cgcs2000': { zh: 'CGCS2000 经纬度', en: 'CGCS2000 degrees' },
  'crs.name.wgs84': { zh: 'WGS 84 经纬度', en: 'WGS 84 degrees' },
  'crs.name.three-meridian': { zh: 'CGCS2000 3 度带，中央经线 {meridian}°（不带带号）', en: 'CGCS2000 3-degree, central meridian {meridian}°E (no zone number)' },
  'crs.name.three-zone': { zh: 'CGCS2000 3 度带第 {zone} 带，中央经线 {meridian}°（带号）', en: 'CGCS2000 3-degree zone {zone}, central meridian {meridian}°E (zone number before the easting)' },
  'crs.name.six-meridian': { zh: 'CGCS2000 6 度带，中央经线 {meridian}°（不带带号）', en: 'CGCS2000 6-degree, central meridian {meridian}°E (no zone number)' },
  'crs.name.six-zone': { zh: 'CGCS2000 6 度带第 {zone} 带，中央经线 {meridian}°（带号）', en: 'CGCS2000 6-degree zone {zone}, central meridian {meridian}°E (zone number before the easting)' },
  'crs.name.utm-north': { zh: 'WGS 84 UTM 第 {zone} 带（北半球）', en: 'WGS 84 UTM zone {zone} north' },
  'crs.name.utm-south': { zh: 'WGS 84 UTM 第 {zone} 带（南半球）', en: 'WGS 84 UTM zone {zone} south' },
  'crs.name.web-mercator': { zh: 'Web 墨卡托（网络地图）', en: 'Web mercator (web maps)' },
  'crs.name.gcj02': { zh: 'GCJ-02（高德、腾讯地图，有偏移）', en: 'GCJ-02 (Amap, Tencent; shifted)' },
  'crs.name.bd09': { zh: 'BD-09（百度地图，有偏移）', en: 'BD-09 (Baidu; shifted)' },
  'crs.name.local': { zh: '地方独立坐标系（需控制点或转换参数）', en: 'Local grid (needs control points or parameters)' },
  'crs.kind.geographic': { zh: '经纬度', en: 'Longitude and latitude' },
  'crs.kind.projected': { zh: '投影坐标（米）', en: 'Projected (metres)' },
  'crs.kind.offset': { zh: '有偏移的网络地图坐标（仅可导入）', en: 'Shifted coordinates of web maps (import only)' },
  'crs.kind.local': { zh: '地方独立坐标系', en: 'Local grid' },
  'crs.swapped': { zh: '北坐标在前（X 为北、Y 为东）', en: 'North before east (X is north, Y is east)' },
  'crs.reason.stated': { zh: '文件中已注明', en: 'the file says so' },
  'crs.reason.named': { zh: '文件名提到这种地图，请确认', en: 'the name of the file speaks of such a map; please confirm' },
  'crs.reason.prefix': { zh: '东坐标前有带号', en: 'the zone number stands before the easting' },
  'crs.reason.range': { zh: '数值范围相符', en: 'the range of the numbers fits' },
  'crs.reason.near': { zh: '落在本项目所在位置', en: 'it leads to the place of this project' },
  'crs.reason.assumed': { zh: '仅凭数值不能确定，请确认', en: 'the numbers alone cannot tell; please confirm' },
  'issue.crs.approximate': { zh: '{n} 个要素由 {crs} 换算而来；该坐标系的偏移未公开，位置为近似值，不能作为测绘成果使用', en: '{n} features come from {crs}, whose shift is not published; their places are approximate and no survey result' },
} satisfies MessageTable;
