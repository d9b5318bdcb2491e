import type { FeatureId, PlanFeature, Properties, SchemaId } from '../model/index.ts';
import { MEASURE_KINDS } from './kinds.ts';
import type { Measure, MeasureKind } from './types.ts';

/** What a measure does to the features of one schema. */
export type Effect = { schema: SchemaId; measure: Measure } & (
  | { kind: 'set'; id: FeatureId; properties: Properties }
  | { kind: 'remove'; id: FeatureId }
  | { kind: 'add'; feature: PlanFeature }
);

/** The parts of the day for which a shelter is opened. */
export const OPENING_TIMES = ['both', 'night', 'day'] as const;

export function effectsOf(measure: Measure): Effect[] {
  return EFFECTS[MEASURE_KINDS[measure.kind].effect](measure);
}

const EFFECTS: Readonly<Record<(typeof MEASURE_KINDS)[MeasureKind]['effect'], (measure: Measure) => Effect[]>> = {
  set: (measure) => onTarget(measure, measure.set),
  remove: (measure) => (measure.target ? [{ schema: measure.target.schema, measure, kind: 'remove', id: measure.target.id }] : []),
  open: (measure) => openShelter(measure),
  build: (measure) => buildSite(measure),
};

function onTarget(measure: Measure, properties: Properties): Effect[] {
  return measure.target ? [{ schema: measure.target.schema, measure, kind: 'set', id: measure.target.id, properties }] : [];
}

/** The id of what a measure adds: nobody's file has such ids. */
export const addedId = (measure: Pick<Measure, 'id'>): FeatureId => `measure-${measure.id}`;

/** Open all day: the shelter itself says so. For a part of the day it is listed as a car park with those hours, and counted once as what it is. */
function openShelter(measure: Measure): Effect[] {
  const { opening = 'both', ...set } = measure.set;
  const own = onTarget(measure, { ...set, openForParking: true });
  if (opening === 'both' || !measure.target || !measure.site) return own;
  const { id, name } = measure.target;
  return [...own, added(measure, 'parking-facility', { name, kind: 'basement', access: 'public', openNight: opening === 'night', openDay: opening === 'day', stalls: set['stalls'] ?? null, shelterRef: id })];
}

/** A basement is a car park in peacetime and a shelter in wartime: one of each, and the car park says which shelter it is. */
function buildSite(measure: Measure): Effect[] {
  const { set } = measure;
  const places = Number(set['shelterPlaces'] ?? 0);
  const depths = Object.fromEntries(['levels', 'topDepth', 'bottomDepth'].flatMap((field) => (typeof set[field] === 'number' ? [[field, set[field]]] : [])));
  const common = { name: measure.title, confidence: 'design', secrecy: set['secrecy'] ?? null, steward: measure.steward || null, ...depths };
  return [
    added(measure, 'parking-facility', { ...common, stalls: set['stalls'] ?? null, kind: 'basement', access: 'public', openNight: true, openDay: true, ...(places > 0 ? { shelterRef: addedId(measure) } : {}) }),
    ...(places > 0 ? [added(measure, 'shelter', { ...common, floorArea: set['grossFloorArea'] ?? null, capacity: places, wartimeFunction: 'personnel-2', openForParking: true, stalls: set['stalls'] ?? null })] : []),
  ];
}

function added(measure: Measure, schema: SchemaId, properties: Properties): Effect {
  const id = addedId(measure), entrances = measure.site?.properties['entrances'];
  return { schema, measure, kind: 'add', feature: { type: 'Feature', id, geometry: measure.site!.geometry, properties: { id, ...properties, ...(entrances ? { entrances } : {}) } } };
}
