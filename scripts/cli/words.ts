import { say, type Language, type MessageTable } from '../../geo/index.ts';

/** The command line's own words; the engine's are in geo/messages. */
const WORDS: MessageTable = {
  'error.cli.command': { zh: '没有命令“{given}”；是否指 {nearest}？用法见 undercroft help', en: 'There is no command “{given}”; did you mean {nearest}? See undercroft help' },
  'error.cli.option': { zh: '{command} 没有选项 {given}；是否指 --{nearest}？', en: '{command} has no option {given}; did you mean --{nearest}?' },
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
  'error.cli.encoding': { zh: '{path} 不是 UTF-8 编码（可能是 GBK）；请另存为 UTF-8', en: '{path} is not UTF-8 (it may be GBK); save it as UTF-8' },
  'error.cli.input-twice': { zh: '输入 {input} 给出了两次（{given}）', en: 'Input {input} is given twice ({given})' },
  'error.cli.strict': { zh: '--strict：{set} 个要素被搁置，{errors} 项错误，首项：{first}', en: '--strict: {set} features set aside, {errors} errors, first: {first}' },
  'error.cli.in-file': { zh: '{path}：{sentence}', en: '{path}: {sentence}' },
  'cli.bug': { zh: '这是程序的错误，不是您的数据的问题。请把下面的内容和所用的命令一并报告给维护者。', en: 'This is a bug of the program, not of your data. Please report the lines below with the command that you gave.' },
  'cli.wrote': { zh: '写入 {path}（{n}）', en: 'wrote {path} ({n})' },
  'cli.features': { zh: '{n} 个要素', en: '{n} features' },
  'cli.read': { zh: '{input}：读入 {read}，采用 {kept}（其中修复 {fixed}），搁置 {setAside}', en: '{input}: read {read}, kept {kept} (of them mended {fixed}), set aside {setAside}' },
  'cli.issues': { zh: '{n} 项数据问题，见 issues.json', en: '{n} issues about the data, see issues.json' },
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

/** The sentence for a key: the command line's, else the engine's, else the key. */
export function words(key: string, language: Language, params: Record<string, string | number> = {}): string {
  const own = WORDS[key]?.[language];
  return own === undefined ? say(key, language, params) : own.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}
