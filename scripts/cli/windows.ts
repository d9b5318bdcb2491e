import { basename, dirname, extname } from 'node:path';
import { fillParams, isoDate, UserError, WINDOW_ENDINGS, WINDOW_PARAMS, windowFile, windowsOf, type Layer, type RoadDates, type WhatIf } from '../../geo/index.ts';
import type { Call } from './commands.ts';
import { refuseToCover, writeFolder } from './files.ts';
import { openProject } from './project-file.ts';
import { featuresOf, levelOf } from './project-layers.ts';
import type { Terminal } from './terminal.ts';

/** `undercroft windows`: until when each road project and site of a project can still be spoken for, as a calendar or a table. */
export async function windows(call: Call, screen: Terminal): Promise<void> {
  const params = fillParams({ params: WINDOW_PARAMS }, Object.fromEntries(call.pairs('param')));
  const date = dateOf('--date', call.text('date')!);
  const out = screen.resolve(call.text('out')!);
  const ending = WINDOW_ENDINGS.find((known) => `.${known}` === extname(out).toLowerCase());
  if (!ending) throw new UserError('cli.windows-format', { path: screen.show(out), known: WINDOW_ENDINGS.map((known) => `.${known}`).join(', ') });
  const { project, path } = await openProject(call.operands[0], screen);
  refuseToCover(dirname(out), [basename(out)], [path], screen);
  const level = levelOf(call);
  const roads = featuresOf(project, 'road-project', level), sites = featuresOf(project, 'candidate-site', level);
  if (roads.features.length === 0 && sites.features.length === 0) throw new UserError('cli.windows-none', { path: screen.show(path) });
  const rows = windowsOf(roads, sites, params, date, triedDates(call, roads));
  writeFolder(dirname(out), { [basename(out)]: await windowFile(ending, rows, { name: project.name[screen.language], date, language: screen.language }) }, screen);
  const count = (phase: string) => rows.filter((row) => row.phase === phase).length;
  screen.print(screen.say('cli.windows.counts', { date, open: count('window'), missed: count('missed'), locked: count('locked'), unknown: count('unknown') }));
  for (const { name, deadline, daysLeft, phase } of rows.slice(0, SHOWN)) if (phase === 'window') screen.print(screen.say('cli.windows.row', { name, deadline: deadline!, days: daysLeft! }));
  screen.print(screen.say('cli.wrote', { path: screen.show(out), n: screen.say('cli.windows.rows', { n: rows.length }) }));
}
/** The most urgent are said at once. */
const SHOWN = 10;

function dateOf(option: string, given: string): string {
  if (isoDate(given) !== given) throw new UserError('cli.windows-date', { option, given });
  return given;
}

const DATES = ['designFreeze', 'worksStart', 'worksEnd'] as const;
/** `r1.worksStart=2027-03-01`; ids may hold dots, names of dates do not. */
function triedDates(call: Call, roads: Layer): WhatIf {
  const tried: Record<string, RoadDates> = {};
  for (const [key, value] of call.pairs('what-if')) {
    const id = key.slice(0, Math.max(0, key.lastIndexOf('.'))), field = DATES.find((known) => known === key.slice(key.lastIndexOf('.') + 1));
    if (!field || !roads.features.some((road) => road.id === id)) throw new UserError('cli.windows-what-if', { given: key, fields: DATES.join(', '), known: roads.features.slice(0, 20).map((road) => road.id).join(', ') || '-' });
    (tried[id] ??= {})[field] = dateOf('--what-if', value);
  }
  return tried;
}
