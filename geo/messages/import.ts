import type { MessageTable } from './types.ts';

/** Reading files of every format, tables and ledgers among them. */
export const importMessages = {
  'error.file.line': { zh: '第 {row} 行不是一个 GeoJSON 要素（“{near}”）；逐行 GeoJSON 每行应是一个完整的要素', en: 'Line {row} is no GeoJSON feature (“{near}”); newline-delimited GeoJSON has one whole feature a line' },
  'error.file.no-layers': { zh: '{file} 中没有可读取的图层', en: '{file} holds no layer that can be read' },
  'error.format.unknown': { zh: '“{file}”不是可读取的格式；可读取：{known}', en: '“{file}” is not of a format that can be read; these are: {known}' },
  'error.format.ending': { zh: '结尾“.{name}”不是可写出的格式；可写出：{known}', en: 'The ending “.{name}” is none that can be written; these are: {known}' },
  'error.format.no-writing': { zh: '不能写出 {format} 格式', en: 'Format {format} cannot be written' },
  'error.convert.exists': { zh: '每个图层写成一个文件，{n} 个文件已存在（如 {path}），未写出；请换一个文件夹，或用 --force 覆盖', en: 'Each layer becomes a file, and {n} of them exist already (for instance {path}), so nothing was written; name another folder, or overwrite them with --force' },
  'error.convert.same': { zh: '输出与输入是同一个文件 {path}；请换一个输出文件名', en: 'Output and input are the same file {path}; name another output' },
  'issue.plain.no-geometry': { zh: '{n} 行没有几何，未写出', en: '{n} rows have no geometry and were not written' },
  'error.encoding.unknown': { zh: '不认识编码“{given}”；可用：UTF-8、GBK、GB18030、Big5', en: 'There is no encoding “{given}”; use UTF-8, GBK, GB18030 or Big5' },
  'error.table.no-header': { zh: '在 {file} 中没有找到表头；表头应在前 30 行内，每列有名称', en: 'No header in {file}; it should stand within the first 30 rows and name every column' },
  'error.excel.vast': { zh: '{file} 的单元格范围过大（{what}），装不下；请在 Excel 中删除数据以外的行和列，再另存', en: 'The cells of {file} span too much ({what}) to be held; delete rows and columns beyond the data in Excel and save it again' },
  'error.excel.broken': { zh: '{file} 不是完好的 Excel 工作簿（{reason}）；请在 Excel 中打开并另存为 .xlsx', en: '{file} is not a sound Excel workbook ({reason}); open it in Excel and save it as .xlsx' },
  'issue.table.place': { zh: '{n} 行的坐标无法读取（首见第 {row} 行数据：{text}），已放入待处理', en: '{n} rows have a place that cannot be read (first: data row {row}: {text}) and were set aside' },
  'issue.table.junk': { zh: '{n} 行不是数据（标题、合计或落款），已略过（首见第 {row} 行：{text}）', en: '{n} rows are no data (titles, totals, signatures) and were passed over (first: row {row}: {text})' },
  'issue.crs.converted': { zh: '坐标已由 {name}（{code}）转换为经纬度', en: 'Coordinates were converted from {name} ({code}) to degrees' },
  'issue.join.unknown': { zh: '{n} 行在图层中没有对应要素（首见第 {row} 行：{key}），已搁置', en: '{n} rows name no feature of the layer (first: row {row}: {key}); set aside' },
  'issue.join.twice': { zh: '{n} 行与前面的行指向同一要素（首见第 {row} 行：{key}），已搁置', en: '{n} rows name a feature that an earlier row named (first: row {row}: {key}); set aside' },
  'issue.join.ambiguous': { zh: '{n} 行的名称在图层中不止一个（首见第 {row} 行：{key}），已搁置；请按编号关联', en: '{n} rows have a name that several features bear (first: row {row}: {key}); set aside. Join by id instead' },
} satisfies MessageTable;
