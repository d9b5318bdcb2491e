import type { Issue } from '../../geo/index.ts';
import type { Terminal } from './terminal.ts';

export const sentenceOf = (one: Issue, { say }: Terminal): string => say(`issue.${one.code}`, one.params);

/** An issue as a line: how grave, what, in which rows and where. */
export function issueLine(one: Issue, screen: Terminal): string {
  return `${screen.say(`cli.severity.${one.severity}`)}  ${sentenceOf(one, screen)}${where(one)}`;
}
function where({ rows, place }: Issue): string {
  const shown = (rows ?? []).slice(0, 8).join(', ') + ((rows?.length ?? 0) > 8 ? ' …' : '');
  return `${shown === '' ? '' : ` [${shown}]`}${place ? ` @ ${place.map((value) => value.toFixed(6)).join(', ')}` : ''}`;
}
