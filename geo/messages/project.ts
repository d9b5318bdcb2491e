import type { MessageTable } from './types.ts';

/** Of GeoPackages and of project files: one clear sentence each, with a way out. */
export const projectMessages = {
  'error.project.empty': { zh: '文件是空的（0 字节），不是 GeoPackage；请重新复制或下载', en: 'The file is empty (0 bytes) and no GeoPackage; copy or download it again' },
  'error.project.not-sqlite': { zh: '文件不是 GeoPackage（开头不是 SQLite 数据库）；请选择 .gpkg 文件', en: 'The file is no GeoPackage (it does not begin as a SQLite database); choose a .gpkg file' },
  'error.project.truncated': { zh: '文件不完整：只有 {size} 字节，应有 {wanted} 字节；请重新复制或下载', en: 'The file is cut short: it has {size} bytes and should have {wanted}; copy or download it again' },
  'error.project.damaged': { zh: '文件已损坏，数据库无法读取（{what}）；请用备份，或在 QGIS 中把还能打开的图层另存', en: 'The file is damaged and the database cannot be read ({what}); take a backup, or save in QGIS the layers that still open' },
  'error.project.not-geopackage': { zh: '文件是 SQLite 数据库，但不是 GeoPackage（没有 gpkg_contents 表）；请在 QGIS 中另存为 GeoPackage', en: 'The file is a SQLite database but no GeoPackage (it has no table gpkg_contents); save it as GeoPackage in QGIS' },
  'error.project.in-use': { zh: '项目已在另一个标签页中打开；请关闭那个标签页后重试', en: 'The project is open in another tab; close that tab and try again' },
  'error.project.no-storage': { zh: '浏览器没有可用的本地文件系统（{reason}）；请用新版浏览器，通过 https 或 localhost 打开，不要用无痕窗口', en: 'The browser has no private file system to keep the project in ({reason}); use a recent browser, over https or localhost, not in a private window' },
  'issue.geopackage.heights': { zh: '{n} 行的坐标带有高程或量测值（{what}），只保留平面坐标（首见第 {row} 行）', en: '{n} rows have heights or measures ({what}); only the plane coordinates were kept (first: row {row})' },
  'issue.geopackage.curve': { zh: '{n} 行的几何是曲线（{what}，首见第 {row} 行），不能读取；请在 QGIS 中用“转换为直线段”处理后重试', en: '{n} rows hold curves ({what}, first: row {row}), which cannot be read; segmentize them in QGIS and try again' },
  'issue.geopackage.broken': { zh: '{n} 行的几何无法读取（首见第 {row} 行：{what}），已放入待处理', en: '{n} rows have a geometry that cannot be read (first: row {row}: {what}); set aside' },
  'issue.geopackage.column-name': { zh: '字段名“{field}”不能使用，未读取 {n} 行的这一列；请改名后重新导入', en: 'A column cannot be called {field}: it was left out in {n} rows; rename it and import again' },
  'issue.geopackage.bytes': { zh: '{n} 行的“{field}”是二进制内容，未读取（首见第 {row} 行）', en: '{n} rows have bytes in {field}, which were not read (first: row {row})' },
  'error.project.not-project': { zh: '文件是 GeoPackage，但不是本程序的项目（有 {n} 个图层：{layers}）；请新建项目，再把它作为图层导入', en: 'The file is a GeoPackage but no project of this program ({n} layers: {layers}); make a new project and import its layers' },
  'error.project.newer': { zh: '项目由更新的程序保存（格式 {version}，本程序只认识到 {known}）；请升级程序后再打开', en: 'The project was saved by a newer program (format {version}; this one knows {known}); update the program to open it' },
  'issue.project.layer-changed': { zh: '图层“{name}”被其他程序改过，已按导入时的规则重新检查（{n} 个要素）', en: 'Layer “{name}” was changed by another program; its {n} features were checked as on import' },
  'issue.project.layer-gone': { zh: '图层“{name}”的数据表 {table} 不在文件中，图层未打开', en: 'Layer “{name}” has no table {table} in the file any more; it was not opened' },
  'issue.project.layer-unreadable': { zh: '数据表 {table} 的图层登记无法读取，图层未打开；可把该表作为图层重新导入', en: 'The record of table {table} cannot be read; its layer was not opened. Import the table as a layer' },
  'issue.project.columns-gone': { zh: '图层“{name}”少了 {n} 个字段（{columns}），其值记为未知', en: 'Layer “{name}” lost {n} columns ({columns}); their values are unknown' },
  'issue.project.reprojected': { zh: '图层“{name}”的坐标系已被改为 {crs}，读入时转换回经纬度', en: 'Layer “{name}” was reprojected to {crs}; it was brought back to degrees on reading' },
  'issue.project.crs-unknown': { zh: '图层“{name}”的坐标系 {crs} 不认识，坐标未转换；请在 QGIS 中改回 EPSG:4490', en: 'Layer “{name}” is in CRS {crs}, which is not known; its coordinates were left as they are. Reproject it to EPSG:4490 in QGIS' },
  'issue.project.records-changed': { zh: '登记表 {table} 中有 {n} 行被其他程序改过，按现值读取', en: '{n} rows of {table} were changed by another program; they were read as they are now' },
  'issue.project.records-lost': { zh: '登记表 {table} 中有 {n} 行已损坏或被改过，未读取', en: '{n} rows of {table} are damaged or were changed; they were not read' },
  'issue.project.other-tables': { zh: '文件中另有 {n} 个不属于项目的图层（{tables}），未打开，仍保留在文件中；需要时请导入', en: 'The file holds {n} layers that are not of the project ({tables}); they stay in the file and can be imported' },
} satisfies MessageTable;
