import { conflictsOf, NATURES, windowsOf, type Conflict, type Window } from '../coordination/index.ts';
import { DEFAULT_DEPTHS } from '../depth/index.ts';
import { withinLevel } from '../io/index.ts';
import { conflictOpinions } from '../meeting/index.ts';
import { byId, UserError, type DepthContext, type Inputs, type Layer, type PlanFeature } from '../model/index.ts';
import { BENEFITS, rankSites, weightsOfRun, type Ranking, type RankedSite } from '../ranking/index.ts';
import { indicatorTableOf, nameOf, numberIn } from '../sites/index.ts';
import { neighboursOf } from './neighbours.ts';
import { codesIn, factRows, groundRows, reliefRows, robustnessRows, windowRows } from './rows.ts';
import type { Dossier, DossierBenefit, DossierSource, DossierWishes } from './types.ts';

/**
 * The dossiers of some sites of a run: facts, ground, relief, benefits, robustness, conflicts with what the departments said, depths of what
 * stands beside them, window. Every figure is the run's own; conflicts and windows are reckoned with its parameters, from the layers as they
 * are now. Nothing above the level takes part.
 * @throws UserError `dossier.no-site` for a site that the run has not got, or not at this level
 */
export async function dossiersOf({ inputs, run, opinions, depths = DEFAULT_DEPTHS }: Pick<DossierSource, 'inputs' | 'run' | 'opinions' | 'depths'>, { sites: wanted, level, date }: Pick<DossierWishes, 'sites' | 'level' | 'date'>): Promise<Dossier[]> {
  const known = new Map(withinLevel(run.sites, level).layer.features.map((site) => [site.id, site]));
  const sites = wanted.map((id) => known.get(id) ?? refuse(id, [...known.values()]));
  const seen = Object.fromEntries(Object.entries(inputs).flatMap(([name, layer]) => (layer ? [[name, withinLevel(layer, level).layer]] : [])));
  const own: Layer = byId({ ...run.sites, features: sites.filter((site, i) => sites.indexOf(site) === i) });
  const conflicts = await conflictsOf({ ...seen, 'candidate-sites': own }, run.params, depths);
  const windows = windowsOf(seen['road-projects'] ?? null, own, run.params, date).filter(({ kind }) => kind === 'candidate-site');
  // Scores are relative to all sites of the run, so all of them are ranked.
  const ranking = rankSites(indicatorTableOf(run.sites.features), weightsOfRun(run));
  return Promise.all(sites.map((site) => dossierOf(site, { conflicts, windows, ranking, seen, run, opinions, date, depths })));
}

interface Found extends Pick<DossierSource, 'run' | 'opinions'>, Pick<DossierWishes, 'date'> {
  conflicts: readonly Conflict[];
  windows: readonly Window[];
  ranking: Ranking;
  seen: Inputs;
  depths: DepthContext;
}
async function dossierOf(site: PlanFeature, { conflicts, windows, ranking, seen, run, opinions, date, depths }: Found): Promise<Dossier> {
  const { properties: p, id } = site, factors = await run.factorsOf(id);
  // The gravest first, and last the zones of the plan that the site lies in: what finds no room on a page is what matters least.
  const own = conflicts.filter((conflict) => conflict.site === id).sort((a, b) => Number(a.kind === 'plan-zone') - Number(b.kind === 'plan-zone') || NATURES.indexOf(a.nature) - NATURES.indexOf(b.nature) || b.overlapArea - a.overlapArea || a.clearance - b.clearance || (a.id < b.id ? -1 : 1));
  const rows = conflictOpinions(own, opinions).rows, window = windows.find((one) => one.id === id) ?? null;
  return {
    site, name: nameOf(site), facts: factRows(p, run.params), ground: groundRows(factors, p, run.params), relief: reliefRows(p, run.params), robustness: robustnessRows(p, run.params),
    benefits: benefitsOf(ranking.sites.find((ranked) => ranked.id === id)!, ranking), conflicts: rows, neighbours: neighboursOf(rows, site, seen, depths), window, windowRows: windowRows(window),
    assumed: codesIn(factors, 'assumed'), steps: codesIn(factors, 'step'), notes: codesIn(factors, 'note'),
    rank: numberIn(site, 'rank') ?? 0, of: run.sites.features.length, keyword: run.keyword, date,
  };
}

function benefitsOf({ benefits, factors }: RankedSite, { weights }: Ranking): DossierBenefit[] {
  return BENEFITS.map((benefit) => ({ benefit, score: benefits[benefit], weight: weights[benefit], factors: factors.filter(({ params }) => params?.['benefit'] === benefit) }));
}
function refuse(given: string, known: readonly PlanFeature[]): never {
  throw new UserError('dossier.no-site', { given, known: known.slice(0, 10).map(({ id }) => id).join(', ') || '-' });
}
