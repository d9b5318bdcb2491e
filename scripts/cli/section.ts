import { basename, dirname, extname } from 'node:path';
import { depthContextOf, layersIn, lineOfSource, planeForLayers, runKeywords, sectionDxf, sectionModelOf, sectionSheet, SHEET_ENDINGS, sheetFiles, sheetSource, heldBesides, UserError, type Layer, type PlanFeature, type SectionLine, type SectionSource, type SectionWishes } from '../../geo/index.ts';
import { nodeFaces } from '../sheet-fonts.ts';
import type { Call } from './commands.ts';
import { refuseToCover, writeFolder } from './files.ts';
import { openProject, today } from './project-file.ts';
import { dateOf, levelOf } from './project-layers.ts';
import { scenarioNamed } from './project-run.ts';
import type { Terminal } from './terminal.ts';

const ENDINGS = SHEET_ENDINGS;

/** `undercroft section`: a section along a line, as a sheet or as a drawing for CAD. */
export async function section(call: Call, screen: Terminal): Promise<void> {
  const out = screen.resolve(call.text('out')!), ending = ENDINGS.find((known) => `.${known}` === extname(out).toLowerCase());
  if (!ending) throw new UserError('cli.sheet-format', { path: screen.show(out), known: ENDINGS.map((known) => `.${known}`).join(', ') });
  const level = levelOf(call), date = dateOf(call) ?? today(), { language } = screen;
  const open = await openProject(call.operands[0], screen), { project, path } = open;
  refuseToCover(dirname(out), [basename(out)], [path], screen);
  const asked = call.text('scenario'), layers = layersIn(project, asked === null ? null : scenarioNamed(open, asked)?.id ?? null);
  const source = sheetSource({ layers, setAside: heldBesides(project), level, language, invented: project.invented, depths: depthContextOf(project) });
  if (source.withheld > 0) screen.print(screen.say('cli.sheet.above', { n: source.withheld }));
  const wishes = wishesOf(call, source.layers.map(({ layer }) => layer), screen), element = { id: 'section', kind: 'section-line' as const, box: { x: 0, y: 0, width: 1, height: 1 }, from: 0, depth: null, layers: null, ...wishes, scale: 1, vertical: 1 };
  const model = sectionModelOf(element, source), sheet = sectionSheet(wishes, model, { language, project: project.name[language], date });
  if (ending === 'dxf') writeFolder(dirname(out), { [basename(out)]: sectionDxf(model, language) }, screen);
  else {
    const { files, leftOut } = await sheetFiles(ending, { layouts: [sheet], source, dpi: 300, faces: await nodeFaces(), author: '', keywords: runKeywords(project.runs), project: null });
    writeFolder(dirname(out), { [basename(out)]: files[0].bytes }, screen);
    for (const { code, layer, text } of leftOut.slice(0, 20)) screen.print(screen.say(code, { layer, text }));
  }
  screen.print(screen.say('cli.section.wrote', { path: screen.show(out), length: model.length.toFixed(1), n: model.features.length }));
}

/** The layers are the scenario's own already. */
function wishesOf(call: Call, layers: readonly Layer[], screen: Terminal): SectionWishes {
  const plane = planeForLayers(layers.filter(({ features }) => features.length > 0)), scale = call.text('scale') === null ? null : positive(call, 'scale', 0), given = ['line', 'site', 'road'].filter((option) => call.text(option) !== null);
  if (given.length !== 1) throw new UserError('cli.section-which');
  const source = sourceAsked(call, layers, screen), laid = lineOfSource(source, layers, plane);
  // A slider stops at the end of the road; a number that is typed is refused.
  if (laid.across && source.kind === 'across' && laid.across.chainage !== source.chainage) throw new UserError('section.chainage', { chainage: String(source.chainage), length: laid.across.length.toFixed(1) });
  return {
    crs: plane.code, scale, vertical: call.text('vertical') === null ? scale : positive(call, 'vertical', 0), offset: call.text('offset') === null ? null : positive(call, 'offset', 0), trial: null,
    title: laid.name ?? screen.say('section.sheetName'), line: laid.line, focus: source.kind === 'site' ? source.site : null,
  };
}
function sourceAsked(call: Call, layers: readonly Layer[], screen: Terminal): SectionSource {
  const line = call.text('line'), site = call.text('site'), chainage = call.text('chainage');
  if (line !== null) return { kind: 'line', line: lineFrom(line) };
  if (site !== null) return { kind: 'site', site: named(layers, 'candidate-site', site, screen).id, direction: call.has('across') ? 'across' : 'along' };
  const road = named(layers, 'road-project', call.text('road')!, screen).id;
  return chainage === null ? { kind: 'along', road } : { kind: 'across', road, chainage: Number(chainage) };
}
function named(layers: readonly Layer[], schema: 'candidate-site' | 'road-project', given: string, screen: Terminal): PlanFeature {
  const known = layers.filter((layer) => layer.schema === schema).flatMap(({ features }) => features), found = known.find(({ id }) => id === given) ?? known.find(({ properties }) => properties['name'] === given);
  if (!found) throw new UserError('cli.section-none', { given, what: screen.say(schema === 'candidate-site' ? 'cli.section.site' : 'cli.section.road'), known: known.slice(0, 8).map(({ id }) => id).join(', ') || '-' });
  return found;
}
function lineFrom(text: string): SectionLine {
  const places = text.trim().split(/[\s;]+/).map((pair) => pair.split(',').map(Number));
  if (places.length < 2 || !places.every((pair) => pair.length === 2 && pair.every(Number.isFinite) && Math.abs(pair[0]) <= 180 && Math.abs(pair[1]) <= 85)) throw new UserError('cli.section-line', { given: text });
  return places.map(([lon, lat]) => [lon, lat]);
}
function positive(call: Call, option: string, fallback: number): number {
  const text = call.text(option), value = text === null ? fallback : Number(text);
  if (!Number.isFinite(value) || value < 0 || (option !== 'offset' && value === 0)) throw new UserError('cli.sheet-number', { option: `--${option}`, given: text ?? '' });
  return value;
}
