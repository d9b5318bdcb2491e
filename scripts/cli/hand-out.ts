import { randomUUID } from 'node:crypto';
import { basename, dirname, extname } from 'node:path';
import { createProject, handOut, openDatabase, setMeta, UserError, writeProject } from '../../geo/index.ts';
import type { Call } from './commands.ts';
import { refuseToCover, writeFolder } from './files.ts';
import { now, openProject, saveProject } from './project-file.ts';
import { levelOf } from './project-layers.ts';
import type { Terminal } from './terminal.ts';

/** `undercroft hand-out`: a project of its own for one department, with what it may see and nothing else. */
export async function handOutCommand(call: Call, screen: Terminal): Promise<void> {
  const out = screen.resolve(call.text('out')!), department = call.text('department')!;
  if (extname(out).toLowerCase() !== '.gpkg') throw new UserError('cli.windows-format', { path: screen.show(out), known: '.gpkg' });
  const level = levelOf(call), chosen = call.all('layer');
  const open = await openProject(call.operands[0], screen), { project } = open;
  refuseToCover(dirname(out), [basename(out)], [open.path], screen);
  const known = [...project.layers.map(({ layer }) => layer.id), ...project.runs.flatMap((run) => Object.values(run.layers).map(({ id }) => id)), ...project.basemaps.map(({ id }) => id)];
  const missing = chosen.find((id) => !known.includes(id));
  if (missing !== undefined) throw new UserError('cli.sheet-atlas', { given: missing, known: known.join(', ') });
  const origin = project.origin ?? randomUUID();
  const part = handOut(project, { department, layers: chosen.length > 0 ? chosen : null, level, origin, saved: now() });
  const db = await openDatabase();
  createProject(db, part);
  writeProject(db, part);
  // By this the project knows its files when they come back.
  if (!project.origin) {
    setMeta(open.db, { origin });
    saveProject(open, screen);
  }
  writeFolder(dirname(out), { [basename(out)]: db.bytes() }, screen);
  screen.print(screen.say('cli.hand-out.wrote', { path: screen.show(out), department: screen.say(`department.${department}`), layers: part.layers.map(({ layer }) => layer.name).join(', ') || '-', opinions: part.opinions.length }));
}
