import { approximateIssue, crsByCode, fixGeometry, GEOMETRY_FIXES, readCrsText, geometryFaults, schemaOf, type GeometryKind, type Issue, type PlanFeature } from '../../geo/index.ts';
import type { ProjectLayer } from '../state/document.ts';

export interface Mended {
  entry: ProjectLayer;
  /** Features whose geometry is sound now; `back` of them had been set aside and are in the layer again. */
  fixed: number;
  back: number;
  /** Features that the fix could not make sound. */
  left: number;
}
/** A swapped axis turns the rings too, a split leaves repeated vertices: what a fix brings to light is mended with it. */
const ROUNDS = 6;

/** Applies the fix of an issue to the features it names, wherever they are. Pure; read = kept + set aside stays true. */
export function mend(entry: ProjectLayer, issue: Issue): Mended {
  const fix = issue.fix!;
  if (issue.code.startsWith('rule.')) return mendLayer(entry, issue);
  const named = new Set(issue.features);
  const allowed = schemaOf(entry.layer.schema).geometry;
  const kept = fixKept(entry, fix, named);
  const back: PlanFeature[] = [], stay: PlanFeature[] = [];
  for (const feature of entry.setAside) {
    const geometry = named.has(feature.id) ? soundGeometry(feature, issue, allowed) : null;
    if (geometry) back.push({ ...feature, geometry });
    else stay.push(feature);
  }
  const settled = new Set([...kept.sound, ...back.map(({ id }) => id)]);
  const { counts } = entry;
  return {
    entry: {
      ...entry,
      layer: { ...kept.layer, features: [...kept.layer.features, ...back] },
      setAside: stay,
      issues: entry.issues.flatMap((other) => withoutSettled(other, settled)),
      counts: { ...counts, kept: counts.kept + back.length, fixed: Math.min(counts.read, counts.fixed + settled.size), setAside: stay.length },
    },
    fixed: settled.size, back: back.length, left: issue.features.length - settled.size,
  };
}

/** What a rule found is about sound features in their places among each other: they change, and nothing comes back. */
function mendLayer(entry: ProjectLayer, { fix, features, params }: Issue): Mended {
  const { layer, counts, issues } = entry;
  const next = fixGeometry(layer, fix!, features, params);
  const changed = next.features.filter((feature, i) => feature !== layer.features[i]).map(({ id }) => id);
  const approximate = fix === 'reproject' ? approximateIssue(crsByCode(readCrsText(String(params['crs'])).code), changed) : null;
  return {
    entry: { ...entry, layer: next, issues: approximate ? [...issues, { ...approximate, layer: layer.id }] : issues, counts: { ...counts, fixed: Math.min(counts.read, counts.fixed + changed.length) } },
    fixed: changed.length, back: 0, left: changed.length === 0 ? features.length : 0,
  };
}

function fixKept({ layer }: ProjectLayer, fix: string, named: ReadonlySet<string>): { layer: ProjectLayer['layer']; sound: string[] } {
  const ids = layer.features.filter(({ id }) => named.has(id)).map(({ id }) => id);
  if (ids.length === 0) return { layer, sound: [] };
  return { layer: fixGeometry(layer, fix, ids), sound: ids };
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
