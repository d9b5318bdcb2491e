import type { SectionModel, SiteTry } from './types.ts';

/** The section with the site that is looked at as it is tried out instead of as its layer says: only its depths and levels differ. */
export function withTrial(model: SectionModel, trial: SiteTry | null): SectionModel {
  const site = model.focus === null ? null : model.features[model.focus];
  if (!trial || site?.id !== trial.id) return model;
  const { top, levels, levelHeight } = trial, tried = { ...site, levels, levelHeight, depth: { top, bottom: top + levels * levelHeight, basis: 'depth' as const, assumed: [] } };
  return { ...model, features: model.features.map((feature, i) => (i === model.focus ? tried : feature)) };
}
