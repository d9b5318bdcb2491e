import { withinLevel, type SecrecyLevel } from '../../io/index.ts';
import { measuresWithin, Names, type Meeting } from '../../meeting/index.ts';
import { outOfGrid } from '../../layout/index.ts';
import { UserError, type Layer } from '../../model/index.ts';
import { Baseline } from '../../scenario/index.ts';
import { basemapsWithin } from '../sheet-source.ts';
import { packReckoning } from '../runs.ts';
import type { Project, StoredLayer, StoredRun } from '../types.ts';
import { isFor, layersFor, seenProperties } from './may-see.ts';

export interface HandOutWishes {
  department: string;
  /** Ids of layers, results and basemaps that go; null for the layers of the table, and no basemap. */
  layers: readonly string[] | null;
  /** Nothing above it goes. */
  level: SecrecyLevel;
  /** Tells the project from others when the file comes back; given by who calls. */
  origin: string;
  /** ISO time, as passed in. */
  saved: string;
}

/**
 * The project as one department may have it: the layers it may see, its constraints, sites, what was said of what it sees, measures, scenarios and
 * the meetings. Built from nothing, not by deleting: what is not in it was never in its file.
 * @throws UserError `hand-out.department`, `hand-out.twice` for a project that was handed out itself
 */
export function handOut(project: Project, { department, layers: chosen, level, origin, saved }: HandOutWishes): Project {
  if (project.handOut) throw new UserError('hand-out.twice');
  const everything = [...project.layers.map(({ layer }) => layer), ...project.runs.flatMap((run) => Object.values(run.layers))];
  const going = new Set(chosen ?? layersFor(department, everything));
  layersFor(department, []);
  const seen = (layer: Layer): Layer => ({ ...layer, features: withinLevel(layer, level).layer.features.filter(({ properties }) => isFor(department, layer.schema, properties)).map(({ type, id, geometry, properties }) => ({ type, id, geometry, properties: seenProperties(layer.schema, properties) })) });
  const layers = project.layers.filter(({ layer }) => going.has(layer.id)).map((stored) => storedAs(seen(stored.layer)));
  const runs = project.runs.flatMap((run) => runAs(run, going, seen));
  const basemaps = basemapsWithin(project.basemaps, level).filter(({ id }) => going.has(id)).map((basemap) => ({ ...outOfGrid(basemap), fileName: '' }));
  const pictures = new Map(basemaps.flatMap(({ sha256 }) => { const bytes = project.pictures?.get(sha256); return bytes ? [[sha256, bytes] as const] : []; }));
  const shown = [...layers.map(({ layer }) => layer), ...runs.flatMap((run) => Object.values(run.layers))];
  const within = new Baseline(shown);
  const measures = measuresWithin(project.measures, project.layers.map(({ layer }) => layer), level).filter(({ target }) => target === null || within.feature(target.schema, target.id));
  const kept = new Set(measures.map(({ id }) => id)), names = new Names(shown, measures);
  return {
    name: project.name, invented: project.invented, viewState: null, createdBy: project.createdBy, created: saved, saved, origin, handOut: { department },
    layers, runs, measures, layouts: [], basemaps, strata: project.strata, grounds: project.grounds, ...(pictures.size > 0 ? { pictures } : {}),
    scenarios: project.scenarios.map((scenario) => ({ ...scenario, measures: scenario.measures.filter((id) => kept.has(id)) })),
    opinions: project.opinions.filter(({ subject }) => names.subject(subject, 'zh') !== null),
    meetings: project.meetings.map((meeting) => meetingAs(meeting, department, shown)),
  };
}

/** Without its file's name, and what was found in it or set aside. */
function storedAs(layer: Layer): StoredLayer {
  const kept = layer.features.length;
  return { layer, fileName: '', sha256: null, issues: [], setAside: [], counts: { read: kept, kept, fixed: 0, setAside: 0 } };
}
/** A run goes where a result of it does; its reckoning speaks of others and stays. */
function runAs(run: StoredRun, going: ReadonlySet<string>, seen: (layer: Layer) => Layer): StoredRun[] {
  const layers = Object.entries(run.layers).filter(([, layer]) => going.has(layer.id)).map(([name, layer]): [string, Layer] => [name, seen(layer)]);
  if (layers.length === 0) return [];
  const { id, analysis, version, scenario, underground, params, indicators } = run;
  return [{ id, analysis, version, scenario, ...(underground === undefined ? {} : { underground }), params, indicators, inputs: {}, issues: [], layers: Object.fromEntries(layers), reckoning: packReckoning({}) }];
}
/** The meeting without who comes from elsewhere, without what the presenter noted, and with no word on what is not shown. */
function meetingAs({ minutes: _, ...meeting }: Meeting, department: string, shown: readonly Layer[]): Meeting {
  const ids = new Map(shown.map((layer) => [layer.id, layer]));
  return {
    ...meeting, attendees: meeting.attendees.map((one) => (one.department === department ? one : { ...one, people: '' })),
    views: meeting.views.map((view) => ({
      ...view, notes: '', hidden: Object.fromEntries(Object.entries(view.hidden).filter(([id]) => ids.has(id))),
      highlight: view.highlight && ids.get(view.highlight.layerId)?.features.some(({ id }) => id === view.highlight?.featureId) ? view.highlight : null,
    })),
  };
}
