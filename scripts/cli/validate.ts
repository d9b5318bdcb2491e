import { schemaOf } from '../../geo/index.ts';
import type { Call } from './commands.ts';
import { issueLine, sentenceOf } from './issue-lines.ts';
import { readLayer, refuseFaults } from './read-layers.ts';
import type { Terminal } from './terminal.ts';

/** `undercroft validate`: what is wrong with a file, and where. Finding something is an answer, not a failure, unless `--strict`. */
export function validate(call: Call, screen: Terminal): void {
  const { print, say } = screen;
  const schema = schemaOf(call.text('schema')!);
  const read = readLayer(schema.id, schema.id, call.operands[0], screen);
  if (call.has('strict')) refuseFaults([read], read.issues, screen);
  const { issues, counts, record } = read;
  if (call.has('json')) return print(JSON.stringify({ ...record, schema: schema.id, counts, issues: issues.map((one) => ({ ...one, message: sentenceOf(one, screen) })) }, null, 2));
  print(say('cli.read', { input: record.file, ...counts }));
  for (const one of issues) print(issueLine(one, screen));
  if (issues.length === 0) print(say('cli.no-issues'));
}
