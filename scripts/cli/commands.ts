import type { Words } from '../../geo/index.ts';
import { analyses } from './analyses.ts';
import { conflicts } from './conflicts.ts';
import { convert } from './convert.ts';
import { dossier } from './dossier.ts';
import { fromOsmCommand } from './from-osm.ts';
import { handOutCommand } from './hand-out.ts';
import { help } from './help.ts';
import { merge } from './merge.ts';
import { minutes } from './minutes.ts';
import { project } from './project.ts';
import { run } from './run.ts';
import { section } from './section.ts';
import { sheet } from './sheet.ts';
import type { Terminal } from './terminal.ts';
import { validate } from './validate.ts';
import { windows } from './windows.ts';

/** One option. The parser, the help and docs/command-line.md all read this table. */
export interface OptionDef {
  name: string;
  /** What stands after it; null for a switch. */
  value: string | null;
  /** `key=value`, kept as a pair. */
  pair?: boolean;
  /** Nothing after the `=` has a meaning too: `date=` is no date. */
  emptyValue?: boolean;
  many?: boolean;
  required?: boolean;
  words: Words;
}
export interface CommandDef {
  name: string;
  operands: readonly { name: string; required: boolean; many?: boolean }[];
  options: readonly OptionDef[];
  words: Words;
  example: string;
  run(call: Call, terminal: Terminal): Promise<void> | void;
}
/** A command line as it was understood. */
export interface Call {
  command: CommandDef;
  operands: string[];
  text(option: string): string | null;
  /** All that was given of an option that may stand several times. */
  all(option: string): string[];
  has(option: string): boolean;
  pairs(option: string): [key: string, value: string][];
}

/** Taken by every command. */
export const COMMON_OPTIONS: readonly OptionDef[] = [
  { name: 'lang', value: 'zh|en', words: { zh: '输出语言（默认 zh，也可用环境变量 UNDERCROFT_LANG）', en: 'language of the output (default zh; also the variable UNDERCROFT_LANG)' } },
  { name: 'help', value: null, words: { zh: '显示用法', en: 'show how it is used' } },
  { name: 'version', value: null, words: { zh: '显示版本号', en: 'show the version' } },
];
const STRICT: OptionDef = { name: 'strict', value: null, words: { zh: '有要素被搁置或数据有错误时停止（退出码 2），不写任何文件', en: 'stop (exit 2) without writing anything when features were set aside or data are in error' } };
const PARAM: OptionDef = { name: 'param', value: 'key=value', pair: true, emptyValue: true, many: true, words: { zh: '参数，可多次给出；未给出的用默认值', en: 'a parameter, as often as needed; the others keep their defaults' } };
const READING: readonly OptionDef[] = [
  { name: 'crs', value: '[input=]code', many: true, words: { zh: '文件的坐标系，如 EPSG:4547；北坐标在前时写成 EPSG:4547,yx；只对一个输入时写 shelter=EPSG:4547', en: 'CRS of the files, as in EPSG:4547; EPSG:4547,yx where north comes first; shelter=EPSG:4547 for one input' } },
  { name: 'encoding', value: '[input=]label', many: true, words: { zh: '文件的文字编码，如 gbk；只对一个输入时写 shelter=gbk', en: 'encoding of the files, as in gbk; shelter=gbk for one input' } },
];
const LEVEL: OptionDef = { name: 'level', value: 'public|internal|secret', words: { zh: '密级，高于它的内容不写出（默认 internal）', en: 'secrecy; what is above it is left out (default internal)' } };
const LEVEL_OF_FEATURES: OptionDef = { name: 'level', value: 'public|internal|secret', words: { zh: '密级，高于它的要素不写出（默认 internal）', en: 'secrecy; features above it are left out (default internal)' } };
const OUT: OptionDef = { name: 'out', value: 'folder', required: true, words: { zh: '结果文件夹；全部算完才写入，其中其他名称的文件不受影响', en: 'folder for the results; written only when all is computed, files of other names are left alone' } };

export const COMMANDS: readonly CommandDef[] = [
  {
    name: 'analyses', operands: [], options: [], run: analyses, example: 'undercroft analyses --lang en',
    words: { zh: '以 JSON 列出全部分析及其输入、参数、单位、默认值和依据', en: 'lists the analyses as JSON, with inputs, parameters, units, defaults and citations' },
  },
  {
    name: 'run', operands: [{ name: 'analysis', required: true }], run,
    options: [{ name: 'layer', value: 'input=file', pair: true, many: true, words: { zh: '输入图层，可为任一可读取的格式，如 demand-units=小区.zip；文件含多个图层时写 小区.gpkg#图层名；也可写图层类型；有 --project 时也可写项目中的图层编号', en: 'an input layer in any format that is read, as in demand-units=units.zip; units.gpkg#layer where a file holds several; the schema is taken for the name too, and with --project the id of one of its layers' } }, ...READING,
      { name: 'project', value: 'file.gpkg', words: { zh: '输入取自此项目，分析记录写回此项目', en: 'takes its inputs from this project and writes the run back into it' } },
      { name: 'scenario', value: 'name', words: { zh: '在项目的此方案（名称或编号）下运行：现状加其勾选的措施；默认现状', en: 'runs in this scenario of the project, by name or id: the baseline with the measures that it ticks (default: the baseline)' } }, PARAM, { ...OUT, required: false }, STRICT],
    example: 'undercroft run parking-shortage --layer demand-units=units.geojson --layer parking-facilities=parking.geojson --param catchmentRadius=300 --out result',
    words: { zh: '运行一项分析，写出结果图层、indicators.json、issues.json、explain.json 和 run.json', en: 'runs an analysis and writes its result layers, indicators.json, issues.json, explain.json and run.json' },
  },
  {
    name: 'project', operands: [{ name: 'new|add|info|check', required: true }, { name: 'file.gpkg', required: true }], run: project,
    options: [
      { name: 'name', value: 'text', words: { zh: '新项目的名称（默认取文件名）', en: 'name of a new project (default: that of the file)' } },
      { name: 'layer', value: 'schema=file', pair: true, many: true, words: { zh: '要添加的图层，可为任一可读取的格式，如 shelter=人防.zip；文件含多个图层时写 人防.gpkg#图层名', en: 'a layer to add in any format that is read, as in shelter=shelters.zip; shelters.gpkg#layer where a file holds several' } }, ...READING,
      { name: 'replace', value: null, words: { zh: '替换同类型的图层', en: 'replaces the layer of that schema' } },
      { name: 'json', value: null, words: { zh: '以 JSON 输出', en: 'print JSON' } }, STRICT,
    ],
    example: 'undercroft project add plan.gpkg --layer shelter=shelters.geojson',
    words: { zh: '项目文件（GeoPackage，见 docs/project-format.md）：新建、添加图层、查看、检查；写入时整体替换文件', en: 'the project file (a GeoPackage, see docs/project-format.md): new, add layers, info, check; a file is replaced as a whole' },
  },
  {
    name: 'validate', operands: [{ name: 'file', required: true }], run: validate,
    options: [{ name: 'schema', value: 'id', required: true, words: { zh: '图层类型，如 shelter', en: 'the schema of the layer, as in shelter' } }, ...READING, { name: 'json', value: null, words: { zh: '以 JSON 输出', en: 'print JSON' } }, STRICT],
    example: 'undercroft validate shelters.geojson --schema shelter', words: { zh: '检查一个文件（任一可读取的格式）：列与字段的对应、几何、编号、取值', en: 'checks a file in any format that is read: which column is which field, geometry, ids, values' },
  },
  {
    name: 'convert', operands: [{ name: 'in', required: true }, { name: 'out', required: true }], run: convert,
    options: [
      { name: 'set-crs', value: 'code', words: { zh: '输入文件的坐标系，如 EPSG:4547；北坐标在前时写成 EPSG:4547,yx', en: 'CRS of the input, as in EPSG:4547; EPSG:4547,yx where north comes first' } },
      { name: 'crs', value: 'code', words: { zh: '输出的坐标系（默认由格式决定）', en: 'CRS of the output (the format has a default)' } },
      { name: 'encoding', value: 'label', words: { zh: '输入文件的文字编码，如 gbk', en: 'encoding of the input, as in gbk' } },
      { name: 'out-encoding', value: 'label', words: { zh: 'Shapefile 输出的文字编码：utf-8（默认）或 gbk', en: 'encoding of a written shapefile: utf-8 (default) or gbk' } },
      { name: 'schema', value: 'id', words: { zh: '按此图层类型匹配字段并检查；不给出时各列保持原样', en: 'match fields of this schema and check; without it columns stay as they are' } },
      { name: 'force', value: null, words: { zh: '一图层一文件时，覆盖已有的同名文件', en: 'where each layer becomes a file, overwrite those that are there' } },
    ],
    example: 'undercroft convert 停车设施.zip parking.gpkg --crs EPSG:4547', words: { zh: '转换文件格式与坐标系（GeoJSON、Shapefile、GeoPackage、DXF、KML/KMZ、CSV、Excel）', en: 'converts between formats and CRSs (GeoJSON, Shapefile, GeoPackage, DXF, KML/KMZ, CSV, Excel)' },
  },
  {
    name: 'sheet', operands: [{ name: 'project.gpkg', required: true }], run: sheet,
    options: [
      { name: 'layout', value: 'name', words: { zh: '项目中的图纸', en: 'a sheet of the project' } },
      { name: 'template', value: 'id', words: { zh: '由模板新建：present、shortage、suitability、strata、civil-defence、parking、near-term、sites', en: 'make one from a template: present, shortage, suitability, strata, civil-defence, parking, near-term, sites' } },
      { name: 'paper', value: 'A4…A0', words: { zh: '图幅（默认 A3）', en: 'paper (default A3)' } },
      { name: 'portrait', value: null, words: { zh: '竖放（默认横放）', en: 'upright (default landscape)' } },
      { name: 'date', value: 'yyyy-mm-dd', words: { zh: '图签日期（默认今天）', en: 'date in the title block (default today)' } },
      { name: 'author', value: 'text', words: { zh: '作者，写入文件信息', en: 'author, for the file’s metadata' } },
      { name: 'scale', value: 'n', words: { zh: '模板的比例尺分母（默认取容得下的最大比例尺）', en: 'scale denominator for a template (default: the largest of the series that fits)' } },
      { name: 'split', value: null, words: { zh: 'PDF 图集一张一个文件', en: 'an atlas as one PDF a sheet' } },
      { name: 'atlas', value: 'layer', words: { zh: '图集：该图层的每个要素一张；grid 为按比例尺分幅', en: 'an atlas: one sheet for each feature of this layer; grid cuts the ground into sheets at the scale' } },
      { name: 'margin', value: 'm', words: { zh: '图集中要素四周的余地（米，默认 60）', en: 'ground around the features of an atlas (m, default 60)' } },
      { name: 'level', value: 'public|internal|secret', words: { zh: '密级，高于它的要素不绘（默认 internal）', en: 'secrecy; features above it are not drawn (default internal)' } },
      { name: 'dpi', value: '96…600', words: { zh: 'PNG 和 TIFF 的分辨率（默认 300）', en: 'resolution of PNG and TIFF (default 300)' } },
      { name: 'attach-project', value: null, words: { zh: '把项目附在 PDF 里，以后可由图纸打开', en: 'attach the project, so that the sheet opens again' } },
      { name: 'out', value: 'file', required: true, words: { zh: '输出文件：.pdf、.svg、.png 或 .tif（附坐标文件），或 .dxf（各图框的内容，规划坐标系，单位米）；除 PDF 外图集一张一个文件', en: 'file to write: .pdf, .svg, .png or .tif (with a world file), or .dxf (what its frames show, in metres of the planning CRS); but for PDF an atlas is a file a sheet' } },
    ],
    example: 'undercroft sheet plan.gpkg --template civil-defence --paper A3 --out 人防.pdf',
    words: { zh: '按真实比例绘制规划图纸（矢量 PDF，文字可检索，带地理参照和可开关的图层）', en: 'draws a plan sheet at true scale (vector PDF with text that can be searched, georeference and layers)' },
  },
  {
    name: 'windows', operands: [{ name: 'project.gpkg', required: true }], run: windows,
    options: [
      { name: 'date', value: 'yyyy-mm-dd', required: true, words: { zh: '计算日期，剩余天数由此算起', en: 'the day to reckon from' } },
      { name: 'what-if', value: 'road.worksStart=date', pair: true, many: true, words: { zh: '假设日期：道路编号.designFreeze、worksStart 或 worksEnd，如 r1.worksStart=2027-03-01；不改变项目', en: 'a date to try: id of a road project with designFreeze, worksStart or worksEnd, as in r1.worksStart=2027-03-01; the project stays as it is' } },
      LEVEL_OF_FEATURES, PARAM,
      { name: 'out', value: 'file', required: true, words: { zh: '输出文件：.ics（日历）、.xlsx 或 .csv', en: 'file to write: .ics (calendar), .xlsx or .csv' } },
    ],
    example: 'undercroft windows plan.gpkg --date 2026-11-24 --out 介入期限.ics',
    words: { zh: '列出各道路改造项目和候选选址的地下工程介入截止日期、剩余天数、已错过的和禁挖期', en: 'lists until when underground works can take part in each road project and site: days left, missed windows, excavation locks' },
  },
  {
    name: 'conflicts', operands: [{ name: 'project.gpkg', required: true }], run: conflicts,
    options: [
      LEVEL_OF_FEATURES, PARAM,
      { name: 'out', value: 'file', required: true, words: { zh: '输出文件：.xlsx（每个部门一张表）或 .json', en: 'file to write: .xlsx (a sheet a department) or .json' } },
    ],
    example: 'undercroft conflicts plan.gpkg --out 部门议题.xlsx',
    words: { zh: '列出各候选选址与约束要素、既有工程、道路项目和规划分区在平面和竖向上的冲突，按主管部门分页', en: 'lists what the candidate sites have to do with constraints, existing works, road projects and plan zones in plan and in depth, a page a department' },
  },
  {
    name: 'dossier', operands: [{ name: 'project.gpkg', required: true }], run: dossier,
    options: [
      { name: 'site', value: 'id', many: true, words: { zh: '选址编号，可多次给出，一处一页', en: 'id of a site, as often as needed: a page each' } },
      { name: 'first', value: 'n', words: { zh: '排名最前的若干处', en: 'the first so many of the ranking' } },
      { name: 'scenario', value: 'name', words: { zh: '某方案所建的选址', en: 'the sites that a scenario builds' } },
      { name: 'portfolio', value: null, words: { zh: '选址组合中要建的选址', en: 'the sites of the portfolio that are to be built' } },
      { name: 'paper', value: 'A4|A3', words: { zh: '图幅：A4 竖放（默认）或 A3 横放', en: 'paper: A4 upright (default) or A3 lying' } },
      { name: 'date', value: 'yyyy-mm-dd', words: { zh: '剩余天数由此日算起（默认用选址分析的计算日期，再则今天）', en: 'the day to reckon days left from (default that of the run, else today)' } },
      LEVEL,
      { name: 'out', value: 'file', required: true, words: { zh: '输出文件：.pdf', en: 'file to write: .pdf' } },
    ],
    example: 'undercroft dossier plan.gpkg --first 10 --out 选址论证.pdf',
    words: { zh: '写出候选选址的论证页：基本情况、地图、竖向剖面、四项效益、缓解作用、协调事项、介入期限、排名与稳健性', en: 'writes why this site, a page for each: facts, map, section through the depths, four benefits, relief, conflicts, window, rank and how robust it is' },
  },
  {
    name: 'section', operands: [{ name: 'project.gpkg', required: true }], run: section,
    options: [
      { name: 'line', value: '"lon,lat lon,lat"', words: { zh: '剖面线，经纬度（度），两点以上', en: 'the line, longitude and latitude in degrees, two places or more' } },
      { name: 'site', value: 'id', words: { zh: '穿过此候选选址', en: 'through this candidate site' } },
      { name: 'across', value: null, words: { zh: '与 --site 同用：横剖（默认沿长边纵剖）', en: 'with --site: across it (default: along its long side)' } },
      { name: 'road', value: 'id', words: { zh: '沿此道路项目（编号或名称）的中心线', en: 'along the centre line of this road project, by id or name' } },
      { name: 'chainage', value: 'm', words: { zh: '与 --road 同用：在此桩号处横剖', en: 'with --road: across it at this chainage' } },
      { name: 'scale', value: 'n', words: { zh: '横向比例 1:n（默认取图幅容得下的最大比例尺）', en: 'scale along the line, 1:n (default: the largest of the series that the paper takes)' } },
      { name: 'vertical', value: 'n', words: { zh: '竖向比例 1:n（默认与给定的横向相同，未给定则取容得下的最大者）', en: 'scale of depths, 1:n (default: that along the line where it is given, else the largest that fits)' } },
      { name: 'offset', value: 'm', words: { zh: '把两侧此距离内的点和平行管线投影到剖面（默认 10）', en: 'points and parallel lines this near are carried over to the section (default 10)' } },
      { name: 'scenario', value: 'name', words: { zh: '方案（默认现状）', en: 'a scenario (default: the baseline)' } },
      { name: 'date', value: 'yyyy-mm-dd', words: { zh: '图签上的日期（默认今天）', en: 'date in the title block (default today)' } },
      LEVEL,
      { name: 'out', value: 'file', required: true, words: { zh: '输出文件：.pdf、.svg、.png、.tif，或 .dxf（1:1，单位米）', en: 'file to write: .pdf, .svg, .png, .tif, or .dxf (one to one, in metres)' } },
    ],
    example: 'undercroft section plan.gpkg --road 紫荆路改造 --chainage 420 --scale 200 --out 紫荆路横剖面.pdf',
    words: { zh: '沿一条线绘制地下剖面：地面、竖向分层、道路红线、管线、隧道、既有工程、规划分区和选址，按真实比例', en: 'draws a section along a line, to scale: ground, strata, red lines, pipes, tunnels, works, plan zones and sites' },
  },
  {
    name: 'minutes', operands: [{ name: 'project.gpkg', required: true }], run: minutes,
    options: [
      { name: 'meeting', value: 'title|id', words: { zh: '会议（项目中只有一次会议时可不写）', en: 'the meeting (not needed where the project has one only)' } },
      { name: 'date', value: 'yyyy-mm-dd', words: { zh: '任务是否逾期由此日判断（默认今天）', en: 'the day against which actions are overdue (default today)' } },
      { name: 'template', value: 'file', words: { zh: '纪要模板（.minutes.json；默认用会议自己的，再则用通用的）', en: 'template of the minutes (.minutes.json; default that of the meeting, else the common one)' } },
      LEVEL,
      { name: 'out', value: 'file', required: true, words: { zh: '输出文件：.docx（Word 文档）或 .pdf', en: 'file to write: .docx (a Word document) or .pdf' } },
    ],
    example: 'undercroft minutes plan.gpkg --meeting 第一次会商 --out 纪要.docx',
    words: { zh: '写出会商纪要：议题和地图、部门意见、议定事项、任务、方案指标对比、计算依据', en: 'writes the minutes of a meeting: agenda with maps, positions of departments, decisions, actions, scenarios compared, what was computed' },
  },
  {
    name: 'hand-out', operands: [{ name: 'project.gpkg', required: true }], run: handOutCommand,
    options: [
      { name: 'department', value: 'code', required: true, words: { zh: '部门，如 metro、housing、planning', en: 'the department, as in metro, housing, planning' } },
      { name: 'layer', value: 'id', many: true, words: { zh: '分发的图层或结果（默认按部门的可见图层表）', en: 'a layer or result that goes (default: the table of what departments may see)' } },
      { name: 'level', value: 'public|internal|secret', words: { zh: '密级，高于它的要素不分发（默认 internal）', en: 'secrecy; features above it do not go (default internal)' } },
      { name: 'out', value: 'file.gpkg', required: true, words: { zh: '输出的项目文件', en: 'the project file to write' } },
    ],
    example: 'undercroft hand-out plan.gpkg --department metro --out 地铁公司.gpkg',
    words: { zh: '为一个部门生成项目文件：只含它可见的图层、与它有关的约束和选址、意见、措施和会议；交回后用 merge 并入', en: 'makes a project file for one department: the layers it may see, its constraints and the sites, opinions, measures and meetings, nothing else; merge takes it back' },
  },
  {
    name: 'merge', operands: [{ name: 'project.gpkg', required: true }, { name: 'handed-back.gpkg', required: true, many: true }], options: [], run: merge,
    example: 'undercroft merge plan.gpkg 地铁公司.gpkg 水务局.gpkg', words: { zh: '并入部门交回文件中的意见和任务完成情况；两边都改过的并列显示，不覆盖任何内容', en: 'takes in what departments wrote in their files, and actions that are done; what was changed on both sides stands side by side, nothing is overwritten' },
  },
  {
    name: 'from-osm', operands: [{ name: 'folder|file', required: true, many: true }], run: fromOsmCommand,
    options: [OUT, PARAM],
    example: 'undercroft from-osm monaco-osm --param sourceDate=2019-06-01 --out monaco', words: { zh: '把 OpenStreetMap 的 GeoJSON 变成需求单元、停车设施、步行网络等图层；所有假定写入 report.json', en: 'turns GeoJSON of OpenStreetMap into demand units, parking facilities, walking network and more; every assumption goes into report.json' },
  },
  { name: 'help', operands: [{ name: 'command', required: false }], options: [], run: help, example: 'undercroft help run', words: { zh: '显示用法', en: 'shows how it is used' } },
];
