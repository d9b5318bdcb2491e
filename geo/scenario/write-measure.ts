import { UserError, type FeatureId, type Params, type PlanFeature, type Properties, type PropertyValue } from '../model/index.ts';
import { capacityOf, numberIn } from '../sites/index.ts';
import { valuesOf } from './fit.ts';
import { MEASURE_KINDS } from './kinds.ts';
import type { Measure, MeasureKind } from './types.ts';

type Wishes = Partial<Pick<Measure, 'title' | 'steward' | 'cost' | 'phase' | 'remarks'>> & { id: string };
const blank = { steward: '', cost: null, phase: null, remarks: '' } as const;
const nameOf = ({ id, properties }: PlanFeature): string => (typeof properties['name'] === 'string' && properties['name'] !== '' ? properties['name'] : id);

/**
 * A measure that changes a feature of the baseline. `set` names fields of the kind's row (`opening` besides, for a shelter).
 *
 * @throws UserError `measure.field` for a field that the kind does not change, `measure.nothing` where nothing would change
 */
export function measureOn(kind: Exclude<MeasureKind, 'build-site'>, feature: PlanFeature, set: Properties, wishes: Wishes): Measure {
  const { schema, fields, effect } = MEASURE_KINDS[kind];
  const foreign = Object.keys(set).find((field) => !fields.includes(field) && !(effect === 'open' && field === 'opening'));
  if (foreign !== undefined) throw new UserError('measure.field', { field: foreign });
  if (effect === 'set' && Object.keys(set).length === 0) throw new UserError('measure.nothing');
  const was = valuesOf(feature.properties, effect === 'open' ? ['openForParking', ...Object.keys(set).filter((field) => field !== 'opening')] : Object.keys(set));
  return { ...blank, title: nameOf(feature), ...wishes, kind, target: { schema, id: feature.id, name: nameOf(feature) }, set, was, site: effect === 'open' ? placeOf(feature) : null };
}
const placeOf = ({ id, geometry, properties }: PlanFeature): PlanFeature => ({ type: 'Feature', id, geometry, properties: Array.isArray(properties['entrances']) ? { entrances: properties['entrances'] } : {} });

/** What is carried over of a candidate site, for the record and for the check that it still fits. */
const CARRIED = ['source', 'sourceId', 'area', 'stalls', 'shelterPlaces', 'levels', 'grossFloorArea', 'topDepth', 'bottomDepth', 'secrecy'] as const;

/**
 * A candidate site as a measure: to build it with its levels or with others (METHODS 5: stalls and places follow the gross floor area, the
 * cost the stalls, unless a cost is stated). A site that is an existing shelter becomes the measure that opens it; `shelter` is that shelter as the baseline has it.
 *
 * @param params those of the run that found the site: `areaPerStall`, `shelteringShare`, `areaPerPerson`, `levelHeight`
 * @throws UserError `measure.cover` for a cover that is none; `measure.levels` unless the levels are a whole number from 1 to 10
 */
export function measureOfSite(site: PlanFeature, params: Params, wishes: Wishes & { levels?: number; cover?: number }, shelter?: PlanFeature): Measure {
  const { levels: wanted, cover, ...rest } = wishes;
  const stated = { cost: numberIn(site, 'cost'), title: nameOf(site), ...rest };
  if (site.properties['source'] === 'existing-shelter') {
    const opened: PlanFeature = shelter ?? { ...site, id: String(site.properties['sourceId']) };
    return measureOn('open-shelter', opened, { stalls: site.properties['stalls'] ?? null }, stated);
  }
  const set: Properties = { ...valuesOf(site.properties, CARRIED), siteId: site.id, ...(cover === undefined ? {} : coveredBy(cover, site.properties)) };
  const built = wanted === undefined || wanted === set['levels'] ? set : withLevels(set, wanted, params);
  return { ...blank, ...stated, kind: 'build-site', target: null, was: {}, site: placeOf(site), set: built, cost: rest.cost === undefined ? scaled(stated.cost, set['stalls'], built['stalls']) : rest.cost };
}
/** A cost that nobody stated follows the stalls. */
function scaled(cost: number | null, before: PropertyValue | undefined, now: PropertyValue | undefined): number | null {
  return cost !== null && Number(before) > 0 ? cost * Number(now) / Number(before) : cost;
}

/** The box lies deeper or less deep by what its cover is more or less. */
function coveredBy(cover: number, { topDepth, bottomDepth }: Properties): Properties {
  if (!(cover >= 0 && cover <= 100)) throw new UserError('measure.cover', { cover: String(cover) });
  return { topDepth: cover, bottomDepth: typeof topDepth === 'number' && typeof bottomDepth === 'number' ? bottomDepth - topDepth + cover : null };
}

function withLevels(set: Properties, levels: number, params: Params): Properties {
  if (!Number.isInteger(levels) || levels < 1 || levels > 10) throw new UserError('measure.levels', { levels: String(levels) });
  const area = Number(set['area']), top = set['topDepth'];
  const { stalls, shelterPlaces, grossFloorArea } = capacityOf(area, levels, params);
  const bottomDepth = typeof top === 'number' ? top + levels * Number(params['levelHeight']) : null;
  return { ...set, levels, stalls, shelterPlaces, grossFloorArea, bottomDepth };
}

/** `m1`, `m2` …: the first that is free. */
export function freeId(prefix: string, taken: Iterable<{ id: FeatureId }>): string {
  const known = new Set([...taken].map(({ id }) => id));
  let n = 1;
  while (known.has(`${prefix}${n}`)) n++;
  return `${prefix}${n}`;
}
