import { issue, type FeatureId, type Issue, type Layer, type PlanFeature, type Properties } from '../model/index.ts';
import { schemaOf, type FieldMatch } from '../schema/index.ts';
import { readFeatures, type RawFeature } from './read-features.ts';

/** How a ledger's rows find the features of a layer. */
export type JoinBy = 'id' | 'name';
export interface JoinResult {
  layer: Layer;
  issues: Issue[];
  /** Rows that name no feature, or one that another row named before; whole, so that they can be sent back. */
  rejected: Properties[];
  /** read = updated + unchanged + setAside */
  counts: { read: number; updated: number; unchanged: number; setAside: number };
  /** Features whose attributes changed. */
  changed: FeatureId[];
}

/**
 * Brings the attributes of a table without places into a layer: an inventory ledger updates the shelters it names. Only cells that
 * say something overwrite; an empty cell leaves what is known. The layer given is not changed.
 */
export function joinTable(layer: Layer, rows: readonly RawFeature[], match: readonly FieldMatch[], by: JoinBy = 'id'): JoinResult {
  const schema = schemaOf(layer.schema);
  // Geometry is what the layer has: a place that lies nowhere near stands in while the attributes are read by the same rules.
  const { features, issues } = readFeatures(rows.map(({ properties }) => ({ properties, geometry: { type: 'Point', coordinates: [0, 0] } })), { ...schema, geometry: ['point'] }, layer.id, match);
  const known = byKey(layer.features, by);
  const updates = new Map<FeatureId, Properties>();
  const aside: { row: number; key: string; code: 'join.unknown' | 'join.twice' | 'join.ambiguous' }[] = [];
  const keyField = match.find(({ field }) => field === by)?.column;
  features.forEach(({ properties }, i) => {
    const key = keyOf(rows[i].properties[keyField ?? '']);
    const found = known.get(key) ?? [];
    const code = key === '' || found.length === 0 ? 'join.unknown' : found.length > 1 ? 'join.ambiguous' : updates.has(found[0].id) ? 'join.twice' : null;
    if (code) aside.push({ row: i + 1, key, code });
    else updates.set(found[0].id, properties);
  });
  const joined = layer.features.map((feature) => updated(feature, updates.get(feature.id)));
  const changed = joined.filter((feature, i) => feature !== layer.features[i]).map(({ id }) => id);
  const counts = { read: rows.length, updated: changed.length, unchanged: updates.size - changed.length, setAside: aside.length };
  const told = issues.filter(({ code }) => !code.startsWith('id.') && !code.startsWith('geometry.'));
  return { layer: { ...layer, features: joined }, issues: [...told, ...asideIssues(aside, layer.id)], rejected: aside.map(({ row }) => rows[row - 1].properties), counts, changed };
}

const keyOf = (value: unknown): string => (typeof value === 'string' || typeof value === 'number' ? String(value).normalize('NFKC').trim() : '');
function byKey(features: readonly PlanFeature[], by: JoinBy): Map<string, PlanFeature[]> {
  const found = new Map<string, PlanFeature[]>();
  for (const feature of features) {
    const key = keyOf(by === 'id' ? feature.id : feature.properties['name']);
    const there = found.get(key);
    if (there) there.push(feature);
    else found.set(key, [feature]);
  }
  return found;
}

function updated(feature: PlanFeature, from: Properties | undefined): PlanFeature {
  if (!from) return feature;
  const news = Object.entries(from).filter(([field, value]) => field !== 'id' && value !== null && JSON.stringify(value) !== JSON.stringify(feature.properties[field] ?? null));
  return news.length === 0 ? feature : { ...feature, properties: { ...feature.properties, ...Object.fromEntries(news) } };
}

function asideIssues(aside: readonly { row: number; key: string; code: string }[], layer: string): Issue[] {
  return ['join.unknown', 'join.twice', 'join.ambiguous'].flatMap((code) => {
    const rows = aside.filter((one) => one.code === code);
    return rows.length === 0 ? [] : [issue(code, 'warning', { layer, rows: rows.map(({ row }) => row), params: { n: rows.length, row: rows[0].row, key: rows[0].key.slice(0, 40) } })];
  });
}
