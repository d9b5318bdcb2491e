import { approximateIssue, crsByCode, readCrsText } from '../crs/index.ts';
import { noProgress, type Issue, type Layer, type PlanFeature, type Progress } from '../model/index.ts';
import { schemaOf, type GeometryKind } from '../schema/index.ts';
import { geometryFaults } from './check-geometry.ts';
import { GEOMETRY_FIXES } from './fixes.ts';
import { fixGeometry } from './layer-fixes.ts';
import type { ReadCounts } from './read-features.ts';

/** A layer with what its file said when it came in. */
export interface DeliveredLayer {
  layer: Layer;
  issues: readonly Issue[];
  setAside: readonly PlanFeature[];
  counts: ReadCounts;
}
export interface MendedLayer {
  entry: DeliveredLayer;
  /** Features whose geometry is sound now; `back` of them had been set aside and are in the layer again, at its end. */
  fixed: number;
  back: number;
  /** Features that the fix could not make sound. */
  left: number;
}
/** A swapped axis turns the rings too, a split leaves repeated vertices: what a fix brings to light is mended with it. */
const ROUNDS = 6;
/** Of the work on a layer, the part that its sound features are. */
const KEPT = 0.5;
/** Words of progress at most, for so many features. */
const WORDS = 200;

/** Applies the fix of an issue to the features it names, wherever they are. Pure; read = kept + set aside stays true. */
export function mendLayer(entry: DeliveredLayer, issue: Issue, progress: Progress = noProgress): MendedLayer {
  if (issue.code.startsWith('rule.')) return mendAmong(entry, issue, progress);
  const named = new Set(issue.features);
  const allowed = schemaOf(entry.layer.schema).geometry;
  const kept = fixKept(entry, issue.fix!, named, (step, done) => progress(step, done * KEPT));
  const back: PlanFeature[] = [], stay: PlanFeature[] = [], stride = Math.ceil(entry.setAside.length / WORDS);
  for (const [i, feature] of entry.setAside.entries()) {
    if (i % stride === 0) progress('step.mend', KEPT + (1 - KEPT) * i / entry.setAside.length);
    const geometry = named.has(feature.id) ? soundGeometry(feature, issue, allowed) : null;
    if (geometry) back.push({ ...feature, geometry });
    else stay.push(feature);
  }
  const settled = new Set([...kept.sound, ...back.map(({ id }) => id)]);
  const { counts } = entry;
  return {
    entry: {
      layer: { ...kept.layer, features: [...kept.layer.features, ...back] },
      setAside: stay,
      issues: entry.issues.flatMap((other) => withoutSettled(other, settled)),
      counts: { ...counts, kept: counts.kept + back.length, fixed: Math.min(counts.read, counts.fixed + settled.size), setAside: stay.length },
    },
    fixed: settled.size, back: back.length, left: issue.features.length - settled.size,
  };
}

/** What a rule found is about sound features in their places among each other: they change, and nothing comes back. */
function mendAmong({ layer, counts, issues, setAside }: DeliveredLayer, { fix, features, params }: Issue, progress: Progress): MendedLayer {
  const next = fixGeometry(layer, fix!, features, params, progress);
  const changed = next.features.filter((feature, i) => feature !== layer.features[i]).map(({ id }) => id);
  const approximate = fix === 'reproject' ? approximateIssue(crsByCode(readCrsText(String(params['crs'])).code), changed) : null;
  return {
    entry: { layer: next, setAside, issues: approximate ? [...issues, { ...approximate, layer: layer.id }] : issues, counts: { ...counts, fixed: Math.min(counts.read, counts.fixed + changed.length) } },
    fixed: changed.length, back: 0, left: changed.length === 0 ? features.length : 0,
  };
}

function fixKept({ layer }: DeliveredLayer, fix: string, named: ReadonlySet<string>, progress: Progress): { layer: Layer; sound: string[] } {
  const ids = layer.features.filter(({ id }) => named.has(id)).map(({ id }) => id);
  if (ids.length === 0) return { layer, sound: [] };
  return { layer: fixGeometry(layer, fix, ids, {}, progress), sound: ids };
}

/** The geometry once the fix, and the fixes of what is then found, have been applied; null when it is still unsound. */
function soundGeometry({ geometry }: PlanFeature, { fix, params }: Issue, allowed: readonly GeometryKind[]) {
  let mended = geometry && GEOMETRY_FIXES[fix!](geometry, params);
  for (let round = 0; round < ROUNDS && mended; round++) {
    const faults = geometryFaults(mended, allowed);
    const next = faults.find((fault) => fault.fix);
    if (!next) return faults.some(({ severity }) => severity === 'error') ? null : mended;
    mended = GEOMETRY_FIXES[next.fix!](mended);
  }
  return mended && geometryFaults(mended, allowed).every(({ severity }) => severity !== 'error') ? mended : null;
}

/** Faults of geometry no longer name features that are sound; an issue that names nothing any more goes. */
function withoutSettled(issue: Issue, settled: ReadonlySet<string>): Issue[] {
  if (!issue.code.startsWith('geometry.') || issue.code.endsWith('.mended') || !issue.features.some((id) => settled.has(id))) return [issue];
  const rest = issue.features.map((id, i) => ({ id, row: issue.rows?.[i] })).filter(({ id }) => !settled.has(id));
  if (rest.length === 0) return [];
  const rows = rest.flatMap(({ row }) => (row === undefined ? [] : [row]));
  return [{ ...issue, features: rest.map(({ id }) => id), rows, params: { ...issue.params, n: rest.length, ...(rows.length > 0 ? { row: rows[0] } : {}) } }];
}
