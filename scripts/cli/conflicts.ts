import { basename, dirname, extname } from 'node:path';
import { agendasOf, analysisOf, CONFLICT_PARAMS, conflictFiles, conflictsOf, depthContextOf, fillParams, saidOfConflicts, UserError } from '../../geo/index.ts';
import type { Call } from './commands.ts';
import { refuseToCover, writeFolder } from './files.ts';
import { openProject } from './project-file.ts';
import { featuresOf, levelOf } from './project-layers.ts';
import type { Terminal } from './terminal.ts';

const ENDINGS = ['json', 'xlsx'] as const;

/** `undercroft conflicts`: what each department has to say on the candidate sites of a project, a page a department. */
export async function conflicts(call: Call, screen: Terminal): Promise<void> {
  const params = fillParams({ params: CONFLICT_PARAMS }, Object.fromEntries(call.pairs('param')));
  const out = screen.resolve(call.text('out')!);
  const ending = ENDINGS.find((known) => `.${known}` === extname(out).toLowerCase());
  if (!ending) throw new UserError('cli.windows-format', { path: screen.show(out), known: ENDINGS.map((known) => `.${known}`).join(', ') });
  const level = levelOf(call);
  const { project, path } = await openProject(call.operands[0], screen);
  refuseToCover(dirname(out), [basename(out)], [path], screen);
  const sites = featuresOf(project, 'candidate-site', level);
  if (sites.features.length === 0) throw new UserError('cli.conflicts-none', { path: screen.show(path) });
  // The layers that the sites were found from, so that the planning CRS is the same.
  const inputs = Object.fromEntries(Object.entries(analysisOf('candidate-sites').inputs).map(([name, { schema }]) => [name, featuresOf(project, schema, level)] as const).filter(([, layer]) => layer.features.length > 0));
  const found = await conflictsOf({ ...inputs, 'candidate-sites': sites }, params, depthContextOf(project)), agendas = agendasOf(found), saidOf = saidOfConflicts(found, project.opinions);
  if (agendas.length === 0) return screen.print(screen.say('cli.conflicts.clear', { n: sites.features.length }));
  writeFolder(dirname(out), { [basename(out)]: await conflictFiles(ending, agendas, screen.language, saidOf) }, screen);
  for (const { department, counts, sites: own } of agendas) screen.print(screen.say('cli.conflicts.row', { department: screen.say(`department.${department}`), sites: own.length, ...counts }));
  screen.print(screen.say('cli.conflicts.said', { n: found.filter((conflict) => saidOf(conflict).state !== 'open').length, all: found.length }));
  screen.print(screen.say('cli.wrote', { path: screen.show(out), n: screen.say('cli.conflicts.departments', { n: agendas.length }) }));
}
