import { BASELINE, freeId, readSubject } from '../../geo/index.ts';
import type { ProjectDocument } from '../state/document.ts';

/** Ids that nobody speaks of any more: what was said of a scenario or a measure that is gone must not be taken for a new one. */
const named = (ids: readonly (string | null | undefined)[]): { id: string }[] => ids.flatMap((id) => (id && id !== BASELINE ? [{ id }] : []));

export function freshScenarioId({ scenarios, runs, meetings, layouts }: ProjectDocument): string {
  const views = meetings.flatMap((meeting) => meeting.views.flatMap(({ scenario, compare }) => [scenario, compare?.with]));
  const frames = layouts.flatMap(({ elements }) => elements.flatMap((element) => (element.kind === 'map' ? [element.scenario] : [])));
  return freeId('s', [...scenarios, ...named([...runs.map(({ scenario }) => scenario), ...views, ...frames])]);
}
export function freshMeasureId({ measures, opinions }: Pick<ProjectDocument, 'measures' | 'opinions'>): string {
  const spokenOf = opinions.map(({ subject }) => { const about = readSubject(subject); return about?.of === 'measure' ? about.measure : null; });
  return freeId('m', [...measures, ...named(spokenOf)]);
}
