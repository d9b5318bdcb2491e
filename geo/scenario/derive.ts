import { issue, type Issue, type Layer, type PlanFeature, type SchemaId } from '../model/index.ts';
import { effectsOf, type Effect } from './effects.ts';
import { Baseline, fitOf } from './fit.ts';
import type { Measure, Scenario } from './types.ts';

export interface Derived {
  /** The layers of the scenario: those that no measure touches are the baseline's own objects. */
  layers: Layer[];
  /** Measures that do not fit, or get in each other's way. */
  issues: Issue[];
  /** Ids of the measures that were applied. */
  applied: string[];
}

/** The measures that a scenario ticks, in the order of the project's list. */
export const measuresOf = (scenario: Pick<Scenario, 'measures'>, measures: readonly Measure[]): Measure[] => measures.filter(({ id }) => scenario.measures.includes(id));

/**
 * Baseline + measures = scenario (DESIGN 4). Measures that do not fit are left out and told; where two set the same field of the same
 * feature, the later one of the list counts and that is told too. Layers keep their ids, so that analyses find them by the same names.
 */
export function deriveLayers(layers: readonly Layer[], measures: readonly Measure[]): Derived {
  const baseline = new Baseline(layers);
  const issues: Issue[] = [], fitting: Measure[] = [];
  for (const measure of measures) {
    const found = fitOf(measure, baseline);
    if (found) issues.push(found);
    if (!found || found.severity !== 'error') fitting.push(measure);
  }
  const effects = fitting.flatMap(effectsOf);
  issues.push(...clashes(effects));
  const changed = layers.map((layer) => applied(layer, effects.filter((effect) => effect.schema === layer.schema && (effect.kind !== 'add' || layer === layers.find(({ schema }) => schema === effect.schema)))));
  return { layers: [...changed, ...newLayers(layers, effects)], issues, applied: fitting.map(({ id }) => id) };
}

/** What is built where the project has no layer of its kind yet. */
function newLayers(layers: readonly Layer[], effects: readonly Effect[]): Layer[] {
  const missing = [...new Set(effects.filter(({ kind, schema }) => kind === 'add' && !layers.some((layer) => layer.schema === schema)).map(({ schema }) => schema))];
  return missing.map((schema) => applied(emptyLayer(schema), effects.filter((effect) => effect.schema === schema)));
}
const EMPTY = new Map<SchemaId, Layer>();
function emptyLayer(schema: SchemaId): Layer {
  const layer: Layer = EMPTY.get(schema) ?? { id: schema, schema, name: schema, features: [] };
  EMPTY.set(schema, layer);
  return layer;
}

/** The same layer with the same effects is the same object, so that a run sees what it was computed from; a few states a layer are kept. */
const KEPT = 12;
const known = new WeakMap<Layer, { measures: readonly Measure[]; layer: Layer }[]>();
function applied(layer: Layer, effects: readonly Effect[]): Layer {
  if (effects.length === 0) return layer;
  const states = known.get(layer) ?? [], measures = effects.map(({ measure }) => measure);
  const before = states.find((state) => state.measures.length === measures.length && state.measures.every((measure, i) => measure === measures[i]));
  if (before) return before.layer;
  const next = { ...layer, features: featuresWith(layer.features, effects) };
  known.set(layer, [{ measures, layer: next }, ...states].slice(0, KEPT));
  return next;
}

function featuresWith(features: readonly PlanFeature[], effects: readonly Effect[]): PlanFeature[] {
  const gone = new Set(effects.flatMap((effect) => (effect.kind === 'remove' ? [effect.id] : [])));
  const set = new Map<string, PlanFeature['properties']>();
  for (const effect of effects) if (effect.kind === 'set') set.set(effect.id, { ...set.get(effect.id), ...effect.properties });
  const kept = features.filter(({ id }) => !gone.has(id)).map((feature) => (set.has(feature.id) ? { ...feature, properties: { ...feature.properties, ...set.get(feature.id) } } : feature));
  return [...kept, ...effects.flatMap((effect) => (effect.kind === 'add' ? [effect.feature] : []))];
}

/** Two measures that say different things of the same field, or of which one takes away what the other changes, whichever comes first. */
function clashes(effects: readonly Effect[]): Issue[] {
  const said = new Map<string, Effect>();
  const issues: Issue[] = [];
  for (const effect of effects) {
    if (effect.kind === 'add') continue;
    const place = (field: string) => JSON.stringify([effect.schema, effect.id, field]);
    const fields = effect.kind === 'set' ? Object.keys(effect.properties) : [];
    const against = [said.get(place(REMOVED)), ...(effect.kind === 'remove' ? [said.get(place(ANY))] : fields.map((field) => { const other = said.get(place(field)); return other && !isSame(other, effect, field) ? other : undefined; }))];
    const other = against.find((one) => one && one.measure !== effect.measure && !(one.kind === 'remove' && effect.kind === 'remove'));
    if (other) issues.push(issue('measure.clash', 'warning', { layer: effect.schema, features: [effect.id], params: { scenario: '', measure: effect.measure.id, title: effect.measure.title, other: other.measure.title, name: effect.measure.target?.name ?? effect.id } }));
    for (const field of effect.kind === 'remove' ? [REMOVED] : [...fields, ANY]) said.set(place(field), effect);
  }
  return issues;
}
/** No field has these names. */
const REMOVED = '*removed', ANY = '*any';
const isSame = (a: Effect, b: Effect, field: string): boolean => a.kind === 'set' && b.kind === 'set' && JSON.stringify(a.properties[field]) === JSON.stringify(b.properties[field]);
