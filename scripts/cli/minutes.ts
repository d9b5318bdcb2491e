import { basename, dirname, extname } from 'node:path';
import { MINUTES_ENDINGS, minutesFile, minutesSource, minutesTemplateFromText, templateFor, UserError, type Meeting } from '../../geo/index.ts';
import { nodeFaces } from '../sheet-fonts.ts';
import type { Call } from './commands.ts';
import { readText, refuseToCover, writeFolder } from './files.ts';
import { openProject, today } from './project-file.ts';
import { dateOf, levelOf } from './project-layers.ts';
import type { Terminal } from './terminal.ts';

/** `undercroft minutes`: the minutes of a meeting of a project, the same bytes as in the browser. */
export async function minutes(call: Call, screen: Terminal): Promise<void> {
  const out = screen.resolve(call.text('out')!);
  const ending = MINUTES_ENDINGS.find((known) => `.${known}` === extname(out).toLowerCase());
  if (!ending) throw new UserError('cli.windows-format', { path: screen.show(out), known: MINUTES_ENDINGS.map((known) => `.${known}`).join(', ') });
  const level = levelOf(call), day = dateOf(call) ?? today();
  const file = call.text('template');
  const given = file === null ? null : minutesTemplateFromText(readText(screen.resolve(file), screen));
  const { project, path } = await openProject(call.operands[0], screen);
  refuseToCover(dirname(out), [basename(out)], [path], screen);
  const meeting = meetingNamed(project.meetings, call.text('meeting'));
  const bytes = await minutesFile(ending, minutesSource(project), { meeting, template: given ?? templateFor(meeting, project.meetings), language: screen.language, level, today: day }, await nodeFaces());
  writeFolder(dirname(out), { [basename(out)]: bytes }, screen);
  screen.print(screen.say('cli.minutes.wrote', { path: screen.show(out), meeting: meeting.title }));
}

/** By id or title; the one that there is where none is named. */
function meetingNamed(meetings: readonly Meeting[], given: string | null): Meeting {
  const known = meetings.map(({ title }) => title).join(', ') || '-';
  if (given === null && meetings.length !== 1) throw new UserError('cli.minutes-which', { known });
  const found = given === null ? meetings[0] : meetings.find(({ id }) => id === given) ?? meetings.find(({ title }) => title === given);
  if (!found) throw new UserError('cli.minutes-none', { given: given ?? '', known });
  return found;
}
