import type { PlanFeature } from '../../geo/index.ts';

export interface FeatureChanges {
  put: readonly PlanFeature[];
  removed: readonly string[];
}
/** More than this many changes, if they are most of a layer, are written faster by writing the layer whole. */
const MANY = 500;

/**
 * The features that differ between two states of a layer, or `whole` where single rows cannot say it. A layer may have 200,000 of them and the page must
 * not stand still: what is the same object is passed over, and only what lies between the first and the last difference is looked at by id.
 */
export function featureChanges(before: readonly PlanFeature[], after: readonly PlanFeature[]): FeatureChanges | 'whole' {
  if (before === after) return { put: [], removed: [] };
  if (before.length === 0 || hasTwice(before)) return 'whole';
  const most = Math.min(before.length, after.length);
  let head = 0, tail = 0;
  while (head < most && before[head] === after[head]) head++;
  while (tail < most - head && before[before.length - 1 - tail] === after[after.length - 1 - tail]) tail++;
  const old = before.slice(head, before.length - tail), now = after.slice(head, after.length - tail);
  const inOrder = alongside(old, now);
  const changes = inOrder ?? byId(old, now);
  if (changes === 'whole' || (changes.put.length + changes.removed.length > MANY && (changes.put.length + changes.removed.length) * 2 > after.length)) return 'whole';
  if (!inOrder && clashes(after, head, tail, new Set(changes.put.map(({ id }) => id)))) return 'whole';
  twice.set(after, false);
  return changes;
}

/** What was replaced and taken out, where nothing was added and nothing moved; else null. Looks at each feature once and keeps nothing by id. */
function alongside(old: readonly PlanFeature[], now: readonly PlanFeature[]): FeatureChanges | null {
  const put: PlanFeature[] = [], removed: string[] = [];
  let i = 0;
  for (const feature of now) {
    while (i < old.length && old[i] !== feature && old[i].id !== feature.id) removed.push(old[i++].id);
    if (i === old.length) return null;
    if (old[i++] !== feature) put.push(feature);
  }
  while (i < old.length) removed.push(old[i++].id);
  return { put, removed };
}
function byId(old: readonly PlanFeature[], now: readonly PlanFeature[]): FeatureChanges | 'whole' {
  const known = new Map(old.map((feature) => [feature.id, feature]));
  const ids = new Set(now.map(({ id }) => id));
  if (ids.size !== now.length) return 'whole';
  return { put: now.filter((feature) => known.get(feature.id) !== feature), removed: [...known.keys()].filter((id) => !ids.has(id)) };
}
/** A new feature with the id of one that stands outside the changed part. */
function clashes(after: readonly PlanFeature[], head: number, tail: number, added: ReadonlySet<string>): boolean {
  for (let i = 0; i < after.length; i++) {
    if (i === head) i = after.length - tail;
    if (i < after.length && added.has(after[i].id)) return true;
  }
  return false;
}

/** Ids that stand twice cannot be told apart row by row. Known for a state that came from one without. */
const twice = new WeakMap<readonly PlanFeature[], boolean>();
function hasTwice(features: readonly PlanFeature[]): boolean {
  const known = twice.get(features) ?? new Set(features.map(({ id }) => id)).size !== features.length;
  twice.set(features, known);
  return known;
}
