import { messageOf, schemaOf, type SchemaId } from '../../geo/index.ts';
import type { Call } from './commands.ts';
import { issueLine, sentenceOf } from './issue-lines.ts';
import { readLayer, refuseFaults, type FileRead } from './read-layers.ts';
import type { Terminal } from './terminal.ts';

/** `undercroft validate`: how a file is understood, what is wrong with it, and where. Finding something is an answer, not a failure, unless `--strict`. */
export async function validate(call: Call, screen: Terminal): Promise<void> {
  const { print, say } = screen;
  const schema = schemaOf(call.text('schema')!);
  const read = await readLayer(schema.id, schema.id, call.operands[0], call, screen);
  if (call.has('strict')) refuseFaults([read], read.issues, screen);
  const { issues, counts, record, understood: { format, crs, encoding, match } } = read;
  if (call.has('json')) return print(JSON.stringify({ ...record, schema: schema.id, format, crs, encoding, columns: match, counts, issues: issues.map((one) => ({ ...one, message: sentenceOf(one, screen) })) }, null, 2));
  understanding(read, schema.id, screen);
  print(say('cli.read', { input: record.file, ...counts }));
  for (const one of issues) print(issueLine(one, screen));
  if (issues.length === 0) print(say('cli.no-issues'));
}

/** Format, CRS and letters, which column is which field, and the columns that are none. */
function understanding({ record, understood: { format, crs, encoding, match } }: FileRead, schema: SchemaId, { print, say, language }: Terminal): void {
  print(say('cli.source', {
    file: record.file, format, crs: crs === null ? say('cli.source.placeless') : say(crs.swapped ? 'cli.source.swapped' : 'cli.source.crs', { code: crs.code }), encoding: encoding === null ? '' : say('cli.source.encoding', { label: encoding }),
  }));
  for (const { column, field, confidence } of match) if (field !== null) print(say('cli.match', { column, field, label: messageOf(schema, field, language), percent: Math.round(100 * confidence) }));
  const others = match.filter(({ field }) => field === null).map(({ column }) => column);
  if (others.length > 0) print(say('cli.unmatched', { columns: others.join(language === 'zh' ? '、' : ', ') }));
}
