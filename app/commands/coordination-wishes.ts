import type { Layer, Params } from '../../geo/index.ts';
import { currentCoordination } from '../state/coordination.ts';
import { undergroundOf, type ProjectDocument, type Run } from '../state/document.ts';
import { paramsOf, todayIso, useForms } from '../state/forms.ts';
import type { ConflictWishes, WindowWishes } from '../workers/engine.ts';

export const sitesRun = ({ runs }: Pick<ProjectDocument, 'runs'>): Run | undefined => runs.find(({ analysis }) => analysis === 'candidate-sites');
export const roadLayers = ({ layers }: Pick<ProjectDocument, 'layers'>): Layer[] => layers.flatMap(({ layer }) => (layer.schema === 'road-project' && layer.features.length > 0 ? [layer] : []));

/** Lead times and locks as they stand in the form of the candidate sites, and the date to reckon from: today where none was set. */
export function timesOf(forms: Pick<ReturnType<typeof useForms.getState>, 'analyses' | 'changed'>, today: string): { params: Params; date: string } | null {
  const row = forms.analyses.find(({ id }) => id === 'candidate-sites');
  if (!row) return null;
  const { date, ...params } = paramsOf({ ...row, params: row.params.filter(({ group }) => group === 'time') }, forms.changed[row.id], today);
  return { params, date: typeof date === 'string' && date !== '' ? date : today };
}

/** What the windows are reckoned from, as things stand. */
export function windowWishes(document: ProjectDocument): WindowWishes {
  const times = timesOf(useForms.getState(), todayIso()) ?? { params: {}, date: todayIso() };
  return { roads: roadLayers(document), sites: sitesRun(document)?.layers['candidate-sites'] ?? null, ...times, tried: currentCoordination().tried };
}

/** The layers that the sites were found from as they are now; one that is gone from the project as it was then. */
export function conflictWishes({ inputs, layers, params }: Run, document: Pick<ProjectDocument, 'layers' | 'strata' | 'grounds'>): ConflictWishes {
  const present = new Map(document.layers.map(({ layer }) => [layer.id, layer]));
  const now = Object.fromEntries(Object.entries(inputs).map(([input, layer]) => [input, present.get(layer.id) ?? layer]));
  return { inputs: { ...now, 'candidate-sites': layers['candidate-sites'] }, params, underground: undergroundOf(document) };
}
