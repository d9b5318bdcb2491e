import type { Kernel, Polygonal } from '../../geometry/index.ts';
import { planeArea } from '../../crs/index.ts';
import { extentOf, UserError, type Params } from '../../model/index.ts';
import type { PortfolioProblem } from '../../ranking/index.ts';
import { meeting } from '../depth.ts';
import { isPolygonal } from '../ground.ts';
import type { Measured } from '../indicators.ts';
import { listOf, numberOf } from '../parameters.ts';
import { budgetsIn } from './budgets.ts';
import type { ServiceRelief } from '../relief.ts';
import type { SiteDraft } from '../types.ts';

/** What the parameters ask for, in numbers of the sites; `overlaps` exclude each other anyway. @throws UserError for a site that there is none of and for budgets that are no numbers */
export function problemFrom(relief: ServiceRelief, sites: readonly Measured[], params: Params, overlaps: readonly [number, number][]): PortfolioProblem {
  const ids = new Map(sites.map(({ draft }, s) => [draft.id, s]));
  const numbersOf = (key: string) => listOf(params, key).map((id) => siteOf(ids, id, key));
  const must = new Set(numbersOf('must')), budgets = budgetsIn(String(params['budgets'] ?? ''));
  const aim = params['aim'] === 'cost' ? 'cost' : 'relief';
  const targetRatio = numberOf(params, 'targetRatio'), targetRelief = numberOf(params, 'targetRelief');
  if (aim === 'cost' && targetRatio === 0 && targetRelief === 0) throw new UserError('portfolio.no-target');
  if (aim === 'cost' && budgets.length > 1) throw new UserError('portfolio.cost-phases', { n: budgets.length });
  return {
    demand: relief.books.demand, capacity: relief.books.capacity, pairs: relief.pairs, budgets, aim, targetRatio, targetRelief, must, mustNot: new Set(numbersOf('mustNot')),
    // A lock ends after the first phase at the soonest; who says must has the city's leave to dig (road regulation, art. 33).
    sites: sites.map(({ draft, cost, timing }, s) => ({ id: draft.id, cost: cost.base, capacity: relief.added[s], earliest: timing?.locked && !must.has(s) ? 2 : 1 })),
    most: numberOf(params, 'maxSites') || Infinity,
    exclusions: [...overlaps, ...pairsOf(params, ids)],
  };
}

function siteOf(ids: ReadonlyMap<string, number>, id: string, key: string): number {
  const site = ids.get(id);
  if (site === undefined) throw new UserError('portfolio.site-unknown', { key, given: id, known: ids.size === 0 ? '-' : [...ids.keys()].slice(0, 20).join(', ') });
  return site;
}
/** `a+b, c+d`: of each pair at most one. */
function pairsOf(params: Params, ids: ReadonlyMap<string, number>): [number, number][] {
  return listOf(params, 'exclusive').map((word) => {
    const named = word.split('+');
    if (named.length !== 2 || named[0] === named[1]) throw new UserError('portfolio.exclusive', { given: word });
    return [siteOf(ids, named[0], 'exclusive'), siteOf(ids, named[1], 'exclusive')];
  });
}

/** Less common ground than this, m², is a shared edge. */
const SHARED_EDGE = 1;

/** Sites that would be dug on the same ground at the same depth. */
export function overlapsOf(sites: readonly Measured[], kernel: Kernel): [number, number][] {
  const dug = sites.flatMap(({ draft }, s) => (isPolygonal(draft.shape) && draft.source.id !== 'existing-shelter' ? [{ s, draft, shape: draft.shape, extent: extentOf([{ geometry: draft.shape }])! }] : []));
  return dug.flatMap((a, i) => dug.slice(i + 1).flatMap((b): [number, number][] => {
    const apart = a.extent[0] > b.extent[2] || b.extent[0] > a.extent[2] || a.extent[1] > b.extent[3] || b.extent[1] > a.extent[3];
    return !apart && sameDepth(a.draft, b.draft) && commonGround(kernel, a.shape, b.shape) > SHARED_EDGE ? [[a.s, b.s]] : [];
  }));
}
function commonGround(kernel: Kernel, a: Polygonal, b: Polygonal): number {
  const common = kernel.intersection(a, b);
  return isPolygonal(common) ? planeArea(common) : 0;
}
function sameDepth({ topDepth: top, bottomDepth: bottom }: SiteDraft, other: SiteDraft): boolean {
  return top === null || bottom === null || meeting({ top, bottom }, other.topDepth, other.bottomDepth) !== 'clear';
}
