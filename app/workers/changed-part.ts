import type { PlanFeature } from '../../geo/index.ts';

/** What two states of a layer do not share: the features of the later one, and where each stands in it. */
export interface ChangedPart {
  changed: PlanFeature[];
  at: readonly number[];
}

/** Features that are another object than before, and those at the end that were not there. */
export function changedPart(before: readonly PlanFeature[], after: readonly PlanFeature[]): ChangedPart {
  const at: number[] = [];
  for (const [i, feature] of after.entries()) if (feature !== before[i]) at.push(i);
  return { changed: at.map((i) => after[i]), at };
}
/** The later state again: those that did not change stay the same objects. */
export function withChanged(before: readonly PlanFeature[], { changed, at }: ChangedPart): PlanFeature[] {
  const features = [...before];
  for (const [n, i] of at.entries()) features[i] = changed[n];
  return features;
}
