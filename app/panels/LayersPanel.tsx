import { Layers as LayersIcon, Plus } from 'lucide-react';
import { SCHEMA_IDS, SCHEMAS } from '../../geo/index.ts';
import { topFirst } from '../map/layer-order.ts';
import { openDemoCity } from '../commands/open-demo-city.ts';
import { useWords } from '../i18n/index.ts';
import { drawableLayers } from '../state/document.ts';
import { useShown } from '../state/scenarios.ts';
import { useView } from '../state/view.ts';
import { Button } from '../ui/Button.tsx';
import { Menu } from '../ui/Menu.tsx';
import { Empty } from '../ui/Empty.tsx';
import { BasemapRow } from './BasemapRow.tsx';
import { LayerRow } from './LayerRow.tsx';
import { ScenarioSwitch } from './ScenarioSwitch.tsx';

/** Layers that can be drawn from nothing. */
const DRAWN = SCHEMA_IDS.filter((id) => SCHEMAS[id].input);

/** The project's layers, top of the map first, results above the data they came from. */
export function LayersPanel() {
  const { say, sayCode } = useWords();
  const document = useShown();
  const layers = topFirst(drawableLayers(document), useView((view) => view.order));
  const fromFiles = new Set(document.layers.map(({ layer }) => layer.id));
  const groups = [
    { key: 'layers.results' as const, layers: layers.filter((layer) => !fromFiles.has(layer.id)) },
    { key: 'layers.inputs' as const, layers: layers.filter((layer) => fromFiles.has(layer.id)) },
  ].filter((group) => group.layers.length > 0);
  const basemaps = [...document.basemaps].reverse();

  return (
    <nav className="layers" aria-label={say('layers.title')}>
      <div className="panel-head">
        <h2>{say('layers.title')}</h2>
        <Menu rows={DRAWN.map((schema) => ({ key: schema, label: sayCode(`schema.${schema}`), onSelect: () => void import('../commands/edit.ts').then(({ createLayer }) => createLayer(schema)) }))}>
          <button type="button" className="button" data-icon="" data-kind="plain" data-size="small" aria-label={say('edit.newLayer')} title={say('edit.newLayer')}><Plus /></button>
        </Menu>
      </div>
      <ScenarioSwitch />
      <div className="panel-body">
        {groups.length === 0 && basemaps.length === 0 && (
          <Empty icon={<LayersIcon />} title={say('layers.empty')} hint={say('layers.emptyHint')}>
            <Button onClick={() => void openDemoCity()}>{say('app.openDemo')}</Button>
          </Empty>
        )}
        {groups.map((group) => (
          <section key={group.key}>
            <h3 className="layer-group">{say(group.key)}</h3>
            <ul>{group.layers.map((layer) => <LayerRow key={layer.id} layer={layer} isTop={layer === layers[0]} isBottom={layer === layers.at(-1)} />)}</ul>
          </section>
        ))}
        {basemaps.length > 0 && (
          <section>
            <h3 className="layer-group">{say('basemap.group')}</h3>
            <ul>{basemaps.map((basemap, i) => <BasemapRow key={basemap.id} basemap={basemap} isTop={i === 0} isBottom={i === basemaps.length - 1} />)}</ul>
          </section>
        )}
      </div>
    </nav>
  );
}
