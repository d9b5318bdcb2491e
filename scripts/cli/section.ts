import { basename, dirname, extname } from 'node:path';
import { acrossRoad, alongRoad, depthContextOf, layersIn, planeForLayers, runKeywords, sectionDxf, sectionModelOf, sectionSheet, SHEET_ENDINGS, sheetFiles, sheetSource, heldBesides, throughSite, UserError, type Layer, type PlanFeature, type Project, type SchemaId, type SectionLine, type SectionWishes } from '../../geo/index.ts';
import { nodeFaces } from '../sheet-fonts.ts';
import type { Call } from './commands.ts';
import { refuseToCover, writeFolder } from './files.ts';
import { openProject, today } from './project-file.ts';
import { levelOf } from './project-layers.ts';
import type { Terminal } from './terminal.ts';

const ENDINGS = [...SHEET_ENDINGS, 'dxf'] as const;
const SCALE = 500;

/** `undercroft section`: a section along a line, as a sheet or as a drawing for CAD. */
export async function section(call: Call, screen: Terminal): Promise<void> {
  const out = screen.resolve(call.text('out')!), ending = ENDINGS.find((known) => `.${known}` === extname(out).toLowerCase());
  if (!ending) throw new UserError('cli.sheet-format', { path: screen.show(out), known: ENDINGS.map((known) => `.${known}`).join(', ') });
  const level = levelOf(call), date = call.text('date') ?? today(), { language } = screen;
  if (!/^\d{4}-\d\d-\d\d$/.test(date)) throw new UserError('cli.sheet-date', { given: date });
  const { project, path } = await openProject(call.operands[0], screen);
  refuseToCover(dirname(out), [basename(out)], [path], screen);
  const scenario = scenarioAsked(call, project), layers = layersIn(project, scenario);
  const source = sheetSource({ layers, setAside: heldBesides(project), level, language, invented: project.invented, depths: depthContextOf(project) });
  if (source.withheld > 0) screen.print(screen.say('cli.sheet.above', { n: source.withheld }));
  const wishes = wishesOf(call, source.layers.map(({ layer }) => layer), screen), element = { id: 'section', kind: 'section-line' as const, box: { x: 0, y: 0, width: 1, height: 1 }, from: 0, depth: null, layers: null, ...wishes };
  const model = sectionModelOf(element, source), sheet = sectionSheet(wishes, model, { language, project: project.name[language], date });
  if (ending === 'dxf') writeFolder(dirname(out), { [basename(out)]: sectionDxf(model, language) }, screen);
  else {
    const { files, leftOut } = await sheetFiles(ending, { layouts: [sheet], source, dpi: 300, faces: await nodeFaces(), author: '', keywords: runKeywords(project.runs), project: null });
    writeFolder(dirname(out), { [basename(out)]: files[0].bytes }, screen);
    for (const { code, layer, text } of leftOut.slice(0, 20)) screen.print(screen.say(code, { layer, text }));
  }
  screen.print(screen.say('cli.section.wrote', { path: screen.show(out), length: model.length.toFixed(1), n: model.features.length }));
}

function scenarioAsked(call: Call, { scenarios }: Project): string | null {
  const given = call.text('scenario'), found = scenarios.find(({ id, name }) => id === given || name === given);
  if (given !== null && !found) throw new UserError('cli.dossier-scenario', { given, known: scenarios.map(({ name }) => name).join(', ') || '-' });
  return found?.id ?? null;
}

/** The layers are the scenario's own already. */
function wishesOf(call: Call, layers: readonly Layer[], screen: Terminal): SectionWishes {
  const plane = planeForLayers(layers.filter(({ features }) => features.length > 0)), scale = positive(call, 'scale', SCALE), given = ['line', 'site', 'road'].filter((option) => call.text(option) !== null);
  if (given.length !== 1) throw new UserError('cli.section-which');
  const rest = { crs: plane.code, scale, vertical: positive(call, 'vertical', scale), offset: call.text('offset') === null ? null : positive(call, 'offset', 0), focus: null, trial: null };
  const line = call.text('line'), site = call.text('site'), road = call.text('road');
  if (line !== null) return { ...rest, title: screen.say('section.sheetName'), line: lineFrom(line) };
  if (site !== null) {
    const feature = named(layers, 'candidate-site', site, screen), own = feature.properties['source'] === 'road-project' ? featuresOf(layers, 'road-project').find(({ id }) => id === feature.properties['sourceId']) : undefined;
    return { ...rest, title: titleOf(feature), line: throughSite(feature, call.has('across') ? 'across' : 'along', plane, own ?? null), focus: feature.id };
  }
  const feature = named(layers, 'road-project', road!, screen), chainage = call.text('chainage');
  return { ...rest, title: titleOf(feature), line: chainage === null ? alongRoad(feature, plane) : acrossRoad(feature, Number(chainage), plane) };
}
const titleOf = ({ id, properties }: PlanFeature): string => String(properties['name'] ?? id);
const featuresOf = (layers: readonly Layer[], schema: SchemaId): PlanFeature[] => layers.filter((layer) => layer.schema === schema).flatMap(({ features }) => features);
function named(layers: readonly Layer[], schema: 'candidate-site' | 'road-project', given: string, screen: Terminal): PlanFeature {
  const known = featuresOf(layers, schema), found = known.find(({ id }) => id === given) ?? known.find((feature) => titleOf(feature) === given);
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
