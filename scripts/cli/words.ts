import { say, type Language, type MessageTable } from '../../geo/index.ts';

/** The command line's own words; the engine's are in geo/messages. */
const WORDS: MessageTable = {
  'error.cli.command': { zh: '没有命令“{given}”；是否指 {nearest}？用法见 undercroft help', en: 'There is no command “{given}”; did you mean {nearest}? See undercroft help' },
  'error.cli.option': { zh: '{command} 没有选项 {given}；是否指 --{nearest}？', en: '{command} has no option {given}; did you mean --{nearest}?' },
  'error.cli.command.listed': { zh: '没有命令“{given}”；可用：{known}', en: 'There is no command “{given}”; use one of: {known}' },
  'error.cli.option.listed': { zh: '{command} 没有选项 {given}；可用：{known}', en: '{command} has no option {given}; use one of: {known}' },
  'error.cli.switch': { zh: '--{option} 不带值', en: '--{option} takes no value' },
  'error.cli.value': { zh: '--{option} 后面应有 <{value}>', en: '--{option} needs <{value}> after it' },
  'error.cli.pair': { zh: '--{option} 应写成 {value}，给出的是“{given}”', en: '--{option} is written {value}; given: “{given}”' },
  'error.cli.twice': { zh: '{what} 给出了两次', en: '{what} is given twice' },
  'error.cli.missing': { zh: '{command} 缺少 {what}；用法见 undercroft help {command}', en: '{command} needs {what}; see undercroft help {command}' },
  'error.cli.surplus': { zh: '{command} 不认识多出的“{given}”', en: '{command} does not know what “{given}” is for' },
  'error.cli.lang': { zh: '--lang 只能是 zh 或 en，给出的是“{given}”', en: '--lang is zh or en; given: “{given}”' },
  'error.cli.folder': { zh: '{path} 是文件夹，需要文件', en: '{path} is a folder; a file is needed' },
  'error.cli.unreadable': { zh: '无法读取 {path}（{reason}）', en: '{path} cannot be read ({reason})' },
  'error.cli.unwritable': { zh: '无法写入 {path}（{reason}）', en: '{path} cannot be written ({reason})' },
  'error.cli.covers-input': { zh: '结果会覆盖输入文件 {path}；请用 --out 指定另一个文件夹（给出的是 {folder}）', en: 'The results would overwrite the input {path}; choose another folder with --out (given: {folder})' },
  'error.cli.out-is-input': { zh: '{folder} 既是输入文件夹又是结果文件夹，下次会把结果当作数据读入；请用 --out 指定另一个文件夹', en: '{folder} is both read and written, so that the next call would read its own results; choose another folder with --out' },
  'error.cli.folder-in-place': { zh: '{path} 是文件夹，结果文件无法写在这里；请移走它或换一个 --out', en: '{path} is a folder where a result has to be written; move it away or choose another --out' },
  'error.cli.utf16': { zh: '{path} 是 UTF-16 编码；请另存为 UTF-8', en: '{path} is UTF-16; save it as UTF-8' },
  'error.cli.binary': { zh: '{path} 是二进制文件，不是文本；请导出为 GeoJSON（UTF-8）后再试', en: '{path} is a binary file, not text; export it as GeoJSON (UTF-8) and try again' },
  'error.cli.unusable': { zh: '{path}：{n} 行全部不能使用，首项：{first}', en: '{path}: none of its {n} rows can be used; first: {first}' },
  'error.cli.output': { zh: '无法写到标准输出（{reason}）', en: 'The output cannot be written ({reason})' },
  'error.cli.osm-left-out': { zh: '{n} 个要素全部不能使用，首项：{first}', en: 'None of the {n} features can be used; first: {first}' },
  'error.cli.encoding': { zh: '{path} 不是 UTF-8 编码（可能是 GBK）；请另存为 UTF-8', en: '{path} is not UTF-8 (it may be GBK); save it as UTF-8' },
  'error.cli.input-twice': { zh: '输入 {input} 给出了两次（{given}）', en: 'Input {input} is given twice ({given})' },
  'error.cli.strict': { zh: '--strict：{set} 个要素被搁置，{errors} 项错误，首项：{first}', en: '--strict: {set} features set aside, {errors} errors, first: {first}' },
  'error.cli.project-busy': { zh: '{path} 正被其他程序打开（旁边有未写完的 {beside}）；请先在 QGIS 中关闭它', en: '{path} is open in another program (beside it lies {beside}); close it in QGIS first' },
  'error.cli.project-changed': { zh: '{path} 在此期间被其他程序改过，未写入；请重新运行', en: '{path} was changed by another program meanwhile and was not written; run the command again' },
  'error.cli.project-exists': { zh: '{path} 已存在；请换一个文件名，或用 project add 添加图层', en: '{path} is there already; choose another name, or add layers with project add' },
  'error.cli.project-action': { zh: 'project 没有“{given}”；可用：{known}', en: 'project knows no “{given}”; use one of: {known}' },
  'error.cli.project-layer': { zh: '项目已有图层 {id}（{name}）；加 --replace 替换它，或先另存为别的类型', en: 'The project has a layer {id} ({name}) already; replace it with --replace' },
  'error.cli.project-ambiguous': { zh: '输入 {input} 在项目中有 {n} 个可用图层：{layers}；请用 --layer {input}=图层编号 指定', en: 'Input {input} could be {n} layers of the project: {layers}; name one with --layer {input}=<layer id>' },
  'error.cli.ask-crs': { zh: '“{layer}”的坐标系不能确定，请用 --{option} 指定（可能是：{guesses}；北坐标在前时写成 EPSG:4547,yx）', en: 'The CRS of “{layer}” is not certain; name it with --{option} (maybe {guesses}; where north comes first write EPSG:4547,yx)' },
  'error.cli.ask-encoding': { zh: '{file} 的文字编码不能确定，请用 --encoding 指定（可能是 {guess}）', en: 'The encoding of {file} is not certain; name it with --encoding (maybe {guess})' },
  'error.cli.ask-layer': { zh: '{file} 有多个图层：{known}；请在文件名后写明取哪一个，如 {example}', en: '{file} holds several layers: {known}; say which one is meant behind its name, as in {example}' },
  'error.cli.no-layer': { zh: '{file} 没有图层“{given}”；其中有：{known}', en: '{file} has no layer “{given}”; there are: {known}' },
  'error.cli.no-places': { zh: '{file} 没有坐标列或 WKT，不能成为图层；请补充经度、纬度两列，或在界面中按编号连接到已有图层', en: '{file} has no columns of coordinates or WKT and makes no layer; add longitude and latitude, or join it by id to a layer in the browser' },
  'error.cli.in-file': { zh: '{path}：{sentence}', en: '{path}: {sentence}' },
  'cli.bug': { zh: '这是程序的错误，不是您的数据的问题。请把下面的内容和所用的命令一并报告给维护者。', en: 'This is a bug of the program, not of your data. Please report the lines below with the command that you gave.' },
  'cli.wrote': { zh: '写入 {path}（{n}）', en: 'wrote {path} ({n})' },
  'cli.features': { zh: '{n} 个要素', en: '{n} features' },
  'cli.read': { zh: '{input}：读入 {read}，采用 {kept}（其中修复 {fixed}），搁置 {setAside}', en: '{input}: read {read}, kept {kept} (of them mended {fixed}), set aside {setAside}' },
  'cli.source': { zh: '{file}：{format} 格式，{crs}{encoding}', en: '{file}: format {format}, {crs}{encoding}' },
  'cli.source.crs': { zh: '坐标系 {code}', en: 'CRS {code}' },
  'cli.source.swapped': { zh: '坐标系 {code}（北坐标在前）', en: 'CRS {code} (north first)' },
  'cli.source.placeless': { zh: '没有坐标', en: 'no places' },
  'cli.source.encoding': { zh: '，文字编码 {label}', en: ', encoding {label}' },
  'cli.match': { zh: '  列 {column} → {field}（{label}，把握 {percent}%）', en: '  column {column} → {field} ({label}, {percent}% sure)' },
  'cli.unmatched': { zh: '  没有对应字段、按原名保留的列：{columns}', en: '  columns that match no field and are kept under their own names: {columns}' },
  'cli.project.saved': { zh: '项目已写入 {path}', en: 'project written to {path}' },
  'cli.project.head': { zh: '{name}（格式 {version}，{invented}，最后保存 {saved}，{by}）', en: '{name} (format {version}, {invented}, last saved {saved}, {by})' },
  'cli.project.invented': { zh: '虚构数据', en: 'invented data' },
  'cli.project.real': { zh: '实际数据', en: 'real data' },
  'cli.project.layer': { zh: '图层 {id}  {name}  {n}，搁置 {setAside}，问题 {issues}  来自 {file}', en: 'layer {id}  {name}  {n}, set aside {setAside}, issues {issues}  from {file}' },
  'cli.project.run': { zh: '分析 {id}  {analysis}  {state}', en: 'run {id}  {analysis}  {state}' },
  'cli.project.fresh': { zh: '与输入一致', en: 'up to date' },
  'cli.project.stale': { zh: '已过期，输入有变：{inputs}', en: 'out of date, inputs changed: {inputs}' },
  'cli.project.sound': { zh: '文件完好', en: 'the file is sound' },
  'cli.project.result': { zh: '结果 {name}  {n}', en: 'result {name}  {n}' },
  'cli.issues': { zh: '{n} 项数据问题，见 issues.json', en: '{n} issues about the data, see issues.json' },
  'cli.issues-in-project': { zh: '{n} 项数据问题，随分析记录存入项目', en: '{n} issues about the data, kept with the run in the project' },
  'cli.no-issues': { zh: '没有发现问题', en: 'no issue found' },
  'cli.severity.error': { zh: '错误', en: 'error' },
  'cli.severity.warning': { zh: '警告', en: 'warning' },
  'cli.severity.info': { zh: '说明', en: 'note' },
  'cli.usage': { zh: '用法', en: 'usage' },
  'cli.commands': { zh: '命令', en: 'commands' },
  'cli.options': { zh: '选项', en: 'options' },
  'cli.required': { zh: '必需', en: 'required' },
  'cli.many': { zh: '可多次', en: 'repeatable' },
  'cli.example': { zh: '例', en: 'example' },
  'cli.codes': { zh: '退出码：0 完成；2 需要您改正（一行说明）；1 程序错误', en: 'exit codes: 0 done; 2 something for you to put right (one line); 1 a bug' },
  'cli.title': { zh: 'undercroft：地下空间规划工作台的命令行', en: 'undercroft: the command line of Undercroft, a GIS for planning what is under a city' },
};

/** Control and direction characters of a file would steer the terminal; they are written as JSON writes them. */
export function harmless(text: string, but?: RegExp): string {
  return text.replace(/[\p{Cc}\u200e\u200f\u2028-\u202e\u2066-\u2069]/gu, (sign) => (but?.test(sign) ? sign : `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`));
}

/** The sentence for a key: the command line's, else the engine's, else the key. */
export function words(key: string, language: Language, params: Record<string, string | number> = {}): string {
  const own = WORDS[key]?.[language];
  const safe = Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? harmless(value) : value]));
  return own === undefined ? say(key, language, safe) : own.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(safe, name) ? String(safe[name]) : whole));
}
