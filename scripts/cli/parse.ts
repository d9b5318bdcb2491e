import { unknown, UserError } from '../../geo/index.ts';
import { COMMANDS, COMMON_OPTIONS, type Call, type CommandDef, type OptionDef } from './commands.ts';

/** Reads a command line by the table. @throws UserError `cli.*` for what is not in it, with the nearest thing that is. */
export function parse(args: readonly string[]): Call {
  const [name, ...rest] = args;
  const command = COMMANDS.find((one) => one.name === name);
  if (!command) throw unknown('cli.command', name ?? '', COMMANDS.map((one) => one.name));
  const { operands, values } = readWords(command, rest);
  const call = callOf(command, operands, values);
  if (!call.has('help') && !call.has('version')) checkComplete(call);
  return call;
}

type Values = Map<string, string[]>;

function readWords(command: CommandDef, words: readonly string[]): { operands: string[]; values: Values } {
  const operands: string[] = [];
  const values: Values = new Map();
  for (let i = 0; i < words.length; i++) {
    const word = words[i] === '-h' ? '--help' : words[i];
    if (word === '--') return { operands: [...operands, ...words.slice(i + 1)], values };
    if (!word.startsWith('-') || word === '-') { operands.push(word); continue; }
    const at = word.indexOf('=');
    const option = optionOf(command, at < 0 ? word : word.slice(0, at));
    if (option.value === null) {
      if (at >= 0) throw new UserError('cli.switch', { option: option.name });
      values.set(option.name, ['']);
      continue;
    }
    const value = at < 0 ? words[++i] : word.slice(at + 1);
    if (value === undefined || (at < 0 && value.startsWith('--'))) throw new UserError('cli.value', { option: option.name, value: option.value });
    if (value.trim() === '') throw new UserError('cli.value', { option: option.name, value: option.value });
    add(values, option, value);
  }
  return { operands, values };
}

function optionOf(command: CommandDef, word: string): OptionDef {
  const known = [...command.options, ...COMMON_OPTIONS];
  const option = known.find((one) => `--${one.name}` === word);
  if (!option) throw unknown('cli.option', word.replace(/^-+/, ''), known.map((one) => one.name), { command: command.name, given: word });
  return option;
}

function add(values: Values, option: OptionDef, value: string): void {
  const isPair = (option.emptyValue ? /^[^=]+=/s : /^[^=]+=.*\S/s).test(value);
  if (option.pair && !isPair) throw new UserError('cli.pair', { option: option.name, value: option.value ?? '', given: value });
  const before = values.get(option.name) ?? [];
  if (before.length > 0 && !option.many) throw new UserError('cli.twice', { what: `--${option.name}` });
  const key = value.slice(0, value.indexOf('='));
  if (option.pair && before.some((one) => one.startsWith(`${key}=`))) throw new UserError('cli.twice', { what: `--${option.name} ${key}` });
  values.set(option.name, [...before, value]);
}

function callOf(command: CommandDef, operands: string[], values: Values): Call {
  return {
    command,
    operands,
    text: (option) => values.get(option)?.[0] ?? null,
    all: (option) => values.get(option) ?? [],
    has: (option) => values.has(option),
    pairs: (option) => (values.get(option) ?? []).map((value) => [value.slice(0, value.indexOf('=')), value.slice(value.indexOf('=') + 1)]),
  };
}

function checkComplete({ command, operands, has }: Call): void {
  const missing = command.operands.find((operand, i) => operand.required && (operands[i] ?? '').trim() === '');
  if (missing) throw new UserError('cli.missing', { command: command.name, what: `<${missing.name}>` });
  if (operands.length > command.operands.length && !command.operands.at(-1)?.many) throw new UserError('cli.surplus', { command: command.name, given: operands[command.operands.length] });
  const option = command.options.find((one) => one.required && !has(one.name));
  if (option) throw new UserError('cli.missing', { command: command.name, what: `--${option.name} <${option.value}>` });
}
