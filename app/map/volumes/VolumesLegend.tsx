import { useMemo } from 'react';
import { colourOf, hasVolumes, layerTitle, legendRows, mainRule, symbologyOf, VOLUME_FLAGS, type Layer } from '../../../geo/index.ts';
import { useWords, type WordKey } from '../../i18n/index.ts';
import { select } from '../../state/view.ts';
import type { LoadedLayer } from './load.ts';
import { filterOf, type Scene } from './scene-layers.ts';
import { countColours, countVolumes, isInRange, isShown, NO_COUNTS, type VolumeCounts } from './visible.ts';

const NOTES: readonly { count: keyof VolumeCounts; word: WordKey }[] = [
  { count: 'assumed', word: 'volumes.assumed' }, { count: 'half', word: 'volumes.half' }, { count: 'unknown', word: 'volumes.unknown' }, { count: 'unplaced', word: 'volumes.unplaced' },
  { count: 'widthAssumed', word: 'volumes.widthAssumed' }, { count: 'posts', word: 'volumes.posts' },
];
/** Of what is unknown so many are named. */
const NAMED = 50;

/** What the colours mean, how many bodies there are and which of them are not as stated. */
export function VolumesLegend({ scene }: { scene: Scene }) {
  const { say, sayCode } = useWords();
  const { layers, filter, only, range: [above, below] } = scene;
  const counts = useMemo(() => sum(layers.map(({ layer, meshes }) => countVolumes(meshes, filterOf({ filter, only }, layer.id), [above, below]))), [layers, filter, only, above, below]);
  return (
    <details className="map-overlay volumes-legend" open>
      <summary>{say('layers.legend')}<span className="muted">{say('volumes.count', { n: counts.shown })}</span></summary>
      <div className="legend-scroll">
        {[...layers].reverse().filter(({ layer, meshes }) => hasVolumes(layer.schema) && meshes.some(({ ids }) => ids.length > 0)).map((loaded) => <LegendOf key={loaded.layer.id} loaded={loaded} scene={scene} />)}
        <ul className="volumes-notes">
          {NOTES.filter(({ count }) => counts[count] > 0).map(({ count, word }) => <li key={count} data-note={count}>{say(word)}<span className="numeric">{counts[count]}</span></li>)}
          <li>{say('volumes.ground')}</li>
        </ul>
        {counts.unknown > 0 && <UnknownList scene={scene} sayLayer={(layer) => layerTitle(layer, sayCode)} />}
      </div>
    </details>
  );
}
const sum = (all: readonly VolumeCounts[]): VolumeCounts => all.reduce(
  (so, one) => Object.fromEntries(Object.entries(so).map(([key, value]) => [key, value + one[key as keyof VolumeCounts]])) as unknown as VolumeCounts,
  NO_COUNTS,
);

/** Rows with what is seen of each; a row of which nothing is stays, with 0. */
function LegendOf({ loaded: { layer, meshes }, scene: { filter, only, range: [above, below] } }: { loaded: LoadedLayer; scene: Scene }) {
  const { sayCode } = useWords();
  const rule = mainRule(symbologyOf(layer.schema)), own = rule?.kind === 'single' ? rule.color : null;
  const rows = useMemo(() => (rule ? legendRows(rule, layer.features, sayCode) : []), [rule, layer, sayCode]);
  const colours = useMemo(() => new Map(layer.features.map(({ id, properties }) => [id, rule ? colourOf(rule, properties) : ''])), [rule, layer]);
  const seen = useMemo(() => countColours(meshes, filterOf({ filter, only }, layer.id), [above, below], colours), [meshes, filter, only, layer, above, below, colours]);
  const all = [...seen.values()].reduce((total, n) => total + n, 0);
  return (
    <section data-legend={layer.schema}>
      <div className="legend-title">{own && <i className="legend-block" style={{ background: own }} />}{layerTitle(layer, sayCode)}<span className="legend-count numeric muted">{all}</span></div>
      <ul className="legend-rows">{rows.map(({ color, label }) => (
        <li className="legend-row" key={label}><i className="legend-block" style={{ background: color }} />{label}<span className="legend-count numeric muted">{seen.get(color) ?? 0}</span></li>
      ))}</ul>
    </section>
  );
}

function UnknownList({ scene, sayLayer }: { scene: Scene; sayLayer: (layer: Layer) => string }) {
  const { say } = useWords();
  const { layers, filter, only, range: [above, below] } = scene, both = VOLUME_FLAGS.topUnknown | VOLUME_FLAGS.bottomUnknown;
  const found = useMemo(() => layers.flatMap(({ layer, meshes }) => meshes.flatMap((mesh) => mesh.ids.flatMap((id, row) => (
    (mesh.flags[row] & both) === both && isShown(mesh, row, filterOf({ filter, only }, layer.id)) && isInRange(mesh, row, [above, below]) ? [{ layer, id }] : []
  )))), [layers, filter, only, both, above, below]);
  const named = found.slice(0, NAMED).map(({ layer, id }) => ({ layer, id, name: String(layer.features.find((feature) => feature.id === id)?.properties['name'] ?? id) }));
  return (
    <details className="unknown-list">
      <summary>{say('volumes.unknownList')}</summary>
      <ul>
        {named.map(({ layer, id, name }) => <li key={`${layer.id}/${id}`}><button type="button" className="link" title={sayLayer(layer)} onClick={() => select({ layerId: layer.id, featureId: id })}>{name}</button></li>)}
        {found.length > NAMED && <li className="muted">{say('volumes.more', { n: found.length - NAMED })}</li>}
      </ul>
    </details>
  );
}
