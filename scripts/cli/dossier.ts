import { basename, dirname, extname } from 'node:path';
import { depthContextOf, DOSSIER_PAPERS, dossierSheets, heldBesides, layersIn, runKeywords, sheetFiles, sheetSource, sitesOfPortfolio, sitesOfScenario, unpackReckoning, UserError, withinLevel, type DossierSource, type FeatureId, type Inputs, type Project, type SecrecyLevel, type StoredRun } from '../../geo/index.ts';
import { nodeFaces } from '../sheet-fonts.ts';
import type { Call } from './commands.ts';
import { refuseToCover, writeFolder } from './files.ts';
import { openProject, today } from './project-file.ts';
import { dateOf, levelOf } from './project-layers.ts';
import type { Terminal } from './terminal.ts';

/** `undercroft dossier`: why this site, a page for each, as PDF: the same bytes as in the browser. */
export async function dossier(call: Call, screen: Terminal): Promise<void> {
  const out = screen.resolve(call.text('out')!);
  if (extname(out).toLowerCase() !== '.pdf') throw new UserError('cli.windows-format', { path: screen.show(out), known: '.pdf' });
  const level = levelOf(call), given = call.text('paper') ?? 'A4', paper = DOSSIER_PAPERS.find((known) => known === given);
  if (!paper) throw new UserError('cli.sheet-choice', { option: '--paper', given, known: DOSSIER_PAPERS.join(', ') });
  const { project, path } = await openProject(call.operands[0], screen);
  refuseToCover(dirname(out), [basename(out)], [path], screen);
  const run = project.runs.find(({ analysis, scenario }) => analysis === 'candidate-sites' && scenario === null);
  if (!run) throw new UserError('cli.conflicts-none', { path: screen.show(path) });
  const asked = dateOf(call);
  // The day that the run reckoned from, so that its figures and the dossier's fit together.
  const date = asked ?? (String(run.params['date'] ?? '') || today());
  const layers = layersIn(project, null), source = sheetSource({ layers, setAside: heldBesides(project), level, language: screen.language, invented: project.invented, depths: depthContextOf(project) });
  const layouts = await dossierSheets(sourceOf(project, run, screen), { sites: sitesAsked(call, project, run, level), level, language: screen.language, date, paper });
  if (source.withheld > 0) screen.print(screen.say('cli.sheet.above', { n: source.withheld }));
  const { files, leftOut } = await sheetFiles('pdf', {
    layouts, source, dpi: 300, faces: await nodeFaces(), author: '', keywords: runKeywords([run]), project: null,
    onPage: (done, of) => screen.progress(done < of ? screen.say('cli.sheet.page', { done: Math.floor(done), of }) : ''),
  });
  writeFolder(dirname(out), { [basename(out)]: files[0].bytes }, screen);
  for (const { code, layer, text } of leftOut.slice(0, 20)) screen.print(screen.say(code, { layer, text }));
  screen.print(screen.say('cli.sheet.wrote', { path: screen.show(out), n: layouts.length }));
}

function sourceOf(project: Project, run: StoredRun, screen: Terminal): DossierSource {
  const stored = new Map(project.layers.map(({ layer }) => [layer.id, layer]));
  const inputs: Inputs = Object.fromEntries(Object.entries(run.inputs).flatMap(([name, { layerId }]) => { const layer = layerId === null ? undefined : stored.get(layerId); return layer ? [[name, layer]] : []; }));
  const explain = unpackReckoning(run.reckoning)['candidate-sites'] ?? {};
  return {
    project: project.name[screen.language], layers: layersIn(project, null), inputs, opinions: project.opinions, depths: depthContextOf(project),
    run: { id: run.id, scenario: null, params: run.params, indicators: run.indicators, sites: run.layers['candidate-sites'], keyword: runKeywords([run])[0], factorsOf: async (site) => explain[site] ?? [] },
  };
}

/** Those that are named, those of a scenario and of the portfolio, and the first so many of the ranking, each once. */
function sitesAsked(call: Call, project: Project, run: StoredRun, level: SecrecyLevel): FeatureId[] {
  const named = call.all('site'), first = call.text('first'), scenario = call.text('scenario');
  if (named.length === 0 && first === null && scenario === null && !call.has('portfolio')) throw new UserError('cli.dossier-which');
  const count = first === null ? 0 : Number(first);
  if (first !== null && !(Number.isInteger(count) && count > 0)) throw new UserError('cli.sheet-number', { option: '--first', given: first });
  const known = withinLevel(run.layers['candidate-sites'], level).layer.features, ids = new Set(known.map(({ id }) => id));
  const ranked = [...known].sort((a, b) => Number(a.properties['rank']) - Number(b.properties['rank']));
  // Of lists that nobody wrote down here, what is above the level stays away as everywhere.
  const listed = [...(scenario === null ? [] : ofScenario(project, scenario)), ...(call.has('portfolio') ? ofPortfolio(project) : [])].filter((id) => ids.has(id));
  const sites = [...new Set([...named, ...listed, ...ranked.slice(0, count).map(({ id }) => id)])];
  if (sites.length === 0) throw new UserError('cli.dossier-none');
  return sites;
}
function ofScenario({ scenarios, measures }: Project, given: string): FeatureId[] {
  const scenario = scenarios.find(({ id, name }) => id === given || name === given);
  if (!scenario) throw new UserError('cli.dossier-scenario', { given, known: scenarios.map(({ name }) => name).join(', ') || '-' });
  return sitesOfScenario(scenario, measures);
}
function ofPortfolio({ runs }: Project): FeatureId[] {
  const layer = runs.filter(({ scenario }) => scenario === null).flatMap((run) => Object.values(run.layers)).find(({ schema }) => schema === 'portfolio-site');
  if (!layer) throw new UserError('cli.dossier-portfolio');
  return sitesOfPortfolio(layer);
}
