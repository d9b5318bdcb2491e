import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { ANALYSES, OSM_PARAMS, say, type ParamTable } from '../../geo/index.ts';
import { ROOT } from '../bootstrap.mjs';
import { COMMANDS, COMMON_OPTIONS, type OptionDef } from './commands.ts';
import { usage, written } from './help.ts';

/** docs/command-line.md, made from the tables that the parser and the engine read: `npm run docs`. */
export function markdown(): string {
  const commands = COMMANDS.map(({ name, words, example, options, ...rest }) => [
    `## ${name}`, words.zh, words.en, `\`\`\`\n${usage({ name, words, example, options, ...rest })}\n\`\`\``,
    options.length > 0 ? optionTable(options) : '', `\`\`\`\n${example}\n\`\`\``,
  ].filter((part) => part !== '').join('\n\n'));
  const analyses = Object.values(ANALYSES).map(({ id, inputs, params }) => [
    `## ${id}`, `Inputs: ${Object.entries(inputs).map(([input, { required }]) => `\`${input}\`${required ? '' : ' (optional)'}`).join(', ')}`, paramTable(params),
  ].join('\n\n'));
  return [
    '# 命令行 Command line', 'Made by `npm run docs` from the tables in scripts/cli/commands.ts and data/parameters; change those.',
    'In a checkout the command is `npm run -s undercroft -- …`, from any folder with `--prefix`; an installed copy is `undercroft …`. Exit codes: 0 done; 2 something for you to put right, said in one line; 1 a bug.',
    ...commands, '## 通用选项 Options of every command', optionTable(COMMON_OPTIONS),
    '# 分析 Analyses', ...analyses, '# from-osm 的参数 Parameters of from-osm', paramTable(OSM_PARAMS),
  ].join('\n\n') + '\n';
}

function optionTable(options: readonly OptionDef[]): string {
  const rows = options.map((option) => `| \`${written(option)}\` | ${option.words.zh} | ${option.words.en} | ${[option.required ? 'required' : '', option.many ? 'repeatable' : ''].filter((mark) => mark !== '').join(', ')} |`);
  return ['| option | | | |', '|---|---|---|---|', ...rows].map(escaped).join('\n');
}
function paramTable(params: ParamTable): string {
  const name = (key: string) => (say(`param.${key}`, 'zh') === `param.${key}` ? '' : say(`param.${key}`, 'zh'));
  const rows = params.map((row) => `| \`${row.key}\` | ${name(row.key)} | ${row.default === null ? '' : String(row.default)} | ${row.unit} | ${row.choices ? row.choices.join(', ') : row.min === undefined ? '' : `${row.min} – ${row.max ?? ''}`} | ${row.source}${row.toBeConfirmed ? ' (to be confirmed)' : ''} |`);
  return ['| parameter | | default | unit | range | source |', '|---|---|---|---|---|---|', ...rows].map(escaped).join('\n');
}
/** A bar inside code would end the cell. */
const escaped = (line: string): string => line.replace(/`([^`]*)`/g, (code) => code.replaceAll('|', '\\|'));

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  mkdirSync(join(ROOT, 'docs'), { recursive: true });
  writeFileSync(join(ROOT, 'docs/command-line.md'), markdown());
}
