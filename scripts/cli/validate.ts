import { schemaOf, type Issue } from '../../geo/index.ts';
import type { Call } from './commands.ts';
import { readLayer, refuseFaults } from './read-layers.ts';
import type { Terminal } from './terminal.ts';

/** `undercroft validate`: what is wrong with a file, and where. Finding something is an answer, not a failure, unless `--strict`. */
export function validate(call: Call, screen: Terminal): void {
  const { print, say } = screen;
  const schema = schemaOf(call.text('schema')!);
  const read = readLayer(schema.id, schema.id, call.operands[0], screen);
  if (call.has('strict')) refuseFaults([read], read.issues, screen);
  const { issues, counts, record } = read;
  if (call.has('json')) return print(JSON.stringify({ ...record, schema: schema.id, counts, issues: issues.map((one) => ({ ...one, message: sentence(one, screen) })) }, null, 2));
  print(say('cli.read', { input: record.file, ...counts }));
  for (const one of issues) print(`${say(`cli.severity.${one.severity}`)}  ${sentence(one, screen)}${where(one)}`);
  if (issues.length === 0) print(say('cli.no-issues'));
}

const sentence = (one: Issue, { say }: Terminal): string => say(`issue.${one.code}`, one.params);
function where({ rows, place }: Issue): string {
  const shown = (rows ?? []).slice(0, 8).join(', ') + ((rows?.length ?? 0) > 8 ? ' …' : '');
  return `${shown === '' ? '' : ` [${shown}]`}${place ? ` @ ${place.map((value) => value.toFixed(6)).join(', ')}` : ''}`;
}
