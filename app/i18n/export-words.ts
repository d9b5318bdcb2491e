import type { MessageTable } from '../../geo/index.ts';

export const exportWords = {
  'project.open': { zh: '打开项目文件（.gpkg）…', en: 'Open a project file (.gpkg) …' },
  'project.save': { zh: '保存项目文件（GeoPackage）', en: 'Save as a project file (GeoPackage)' },
  'project.saving': { zh: '正在写入项目文件', en: 'Writing the project file' },
  'project.opening': { zh: '正在打开项目文件', en: 'Opening the project file' },
  'project.saved': { zh: '项目已保存：{layers} 个图层，{runs} 次分析；QGIS 可直接打开', en: 'Project saved: {layers} layers, {runs} runs; QGIS opens it as it is' },
  'export.title': { zh: '导出图层：{name}', en: 'Export layer: {name}' },
  'export.as': { zh: '导出为其他格式…', en: 'Export as …' },
  'export.write': { zh: '导出', en: 'Export' },
  'export.level': { zh: '密级（不含更高密级的要素）', en: 'Secrecy (nothing above it is written)' },
  'export.done': { zh: '已导出：{files}', en: 'Written: {files}' },
  'export.leftOut': { zh: '{n} 个要素高于所选密级，没有写入', en: '{n} features are above this level and were not written' },
  'export.hint.geojson': { zh: '经纬度（CGCS2000），UTF-8；字段用程序内的英文名，与命令行一致。', en: 'Degrees (CGCS2000), UTF-8; fields under the program’s names, as on the command line.' },
  'export.hint.geojson-lines': { zh: '每行一个要素，适合大文件逐行处理。', en: 'One feature a line, for large files that are worked through line by line.' },
  'export.hint.shapefile': { zh: '一个 .zip，含 .prj 和 .cpg；字段名最多 10 个字节，缩短的名称附对照表。', en: 'One .zip with .prj and .cpg; field names are cut to 10 bytes, with a table of old and new names.' },
  'export.hint.geopackage': { zh: 'QGIS 可直接打开，字段名和中文不受限制。', en: 'Opens in QGIS as it is; names and Chinese are kept whole.' },
  'export.hint.dxf': { zh: '闭合多段线和文字，每类图层一个 CAD 图层；较旧的 CAD 请选 GBK。', en: 'Closed polylines and text, one CAD layer a schema; choose GBK for older CAD.' },
  'export.hint.kml': { zh: 'WGS 84 经纬度，可在地图软件中查看。', en: 'WGS 84 degrees, for map viewers.' },
  'export.hint.kmz': { zh: 'KML 的压缩包（doc.kml），便于发送到手机地图软件。', en: 'KML packed as one archive (doc.kml), to be sent to map viewers on a phone.' },
  'export.hint.csv': { zh: '表格，不含几何；以等号等开头的文字已处理，不会被当作公式。', en: 'A table without geometry; text that begins like a formula is disarmed.' },
  'export.hint.excel': { zh: '工作簿，不含几何；文字一律按文字写入，没有公式。', en: 'A workbook without geometry; text is written as text, there are no formulas.' },
} satisfies MessageTable;
