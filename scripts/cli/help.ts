import { ANALYSES, SCHEMA_IDS, SCHEMAS, unknown } from '../../geo/index.ts';
import { COMMANDS, COMMON_OPTIONS, type Call, type CommandDef, type OptionDef } from './commands.ts';
import type { Terminal } from './terminal.ts';

/** `undercroft help [command]`, made from the table of commands. */
export function help(call: Call, screen: Terminal): void {
  const [name] = call.operands;
  if (name === undefined) return overview(screen);
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) throw unknown('cli.command', name, COMMANDS.map((one) => one.name));
  const { language, print, say } = screen;
  print(`${say('cli.usage')}: ${usage(command)}\n\n  ${command.words[language]}\n\n${say('cli.options')}`);
  for (const option of [...command.options, ...COMMON_OPTIONS]) print(optionLine(option, screen));
  if (command.name === 'run') print(`\n${Object.values(ANALYSES).map((analysis) => `  ${analysis.id.padEnd(18)} ${Object.entries(analysis.inputs).map(([input, { required }]) => (required ? input : `[${input}]`)).join(' ')}`).join('\n')}`);
  if (command.name === 'validate') print(`\n  ${SCHEMA_IDS.filter((id) => SCHEMAS[id].input).join(', ')}`);
  print(`\n${say('cli.example')}: ${command.example}`);
}

export function overview({ language, print, say }: Terminal): void {
  print(`${say('cli.title')}\n\n${say('cli.commands')}`);
  for (const command of COMMANDS) print(`  ${command.name.padEnd(9)} ${command.words[language]}`);
  print(`\n${say('cli.options')}`);
  for (const option of COMMON_OPTIONS) print(`  ${written(option).padEnd(24)} ${option.words[language]}`);
  print(`\n${say('cli.codes')}`);
}

export const written = (option: OptionDef): string => `--${option.name}${option.value === null ? '' : ` <${option.value}>`}`;

export function usage({ name, operands, options }: CommandDef): string {
  const operandWords = operands.map((operand) => (operand.required ? `<${operand.name}>` : `[${operand.name}]`) + (operand.many ? ' …' : ''));
  const optionWords = options.map((option) => (option.required ? written(option) : `[${written(option)}]`) + (option.many ? ' …' : ''));
  return ['undercroft', name, ...operandWords, ...optionWords].join(' ');
}

function optionLine(option: OptionDef, { language, say }: Terminal): string {
  const marks = [option.required ? say('cli.required') : '', option.many ? say('cli.many') : ''].filter((mark) => mark !== '');
  return `  ${written(option).padEnd(24)} ${option.words[language]}${marks.length > 0 ? ` (${marks.join(', ')})` : ''}`;
}
