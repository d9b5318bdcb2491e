import { layerTitle } from '../../geo/index.ts';
import { Layers2, Table2, X, ZoomIn } from 'lucide-react';
import { openSection } from '../commands/section.ts';
import { useWords } from '../i18n/index.ts';
import { FactorList } from '../panels/FactorList.tsx';
import { TermButtons } from '../panels/sites/TermButtons.tsx';
import { featureRows } from '../panels/feature-rows.ts';
import { sayDepth, useDepth } from '../panels/use-depth.ts';
import { useFactors } from '../panels/use-factors.ts';
import { drawableLayers, runOfLayer } from '../state/document.ts';
import { useShown } from '../state/scenarios.ts';
import { select, setView, useView } from '../state/view.ts';
import { Button, IconButton } from '../ui/Button.tsx';
import { featureOf } from './highlight.ts';
import { zoomToFeatures } from './map-access.ts';

/** What was clicked: its attributes in words, and for results why they are what they are. */
export function FeatureCard() {
  const { say, sayCode } = useWords();
  const selection = useView((view) => view.selection);
  const document = useShown();
  const layers = drawableLayers(document);
  const layer = selection && layers.find(({ id }) => id === selection.layerId);
  const feature = selection && featureOf(layers, selection);
  const result = layer && runOfLayer(document, layer.id);
  const factors = useFactors(result?.run, result?.name ?? '', selection?.featureId ?? '');
  const depth = useDepth(layer?.schema, feature);
  // Sites have their own page in the side panel.
  if (!layer || !feature || layer.schema === 'candidate-site') return null;
  return (
    <section className="map-overlay feature-card" aria-label={say('map.selected')}>
      <div className="feature-head">
        <div>
          <b>{String(feature.properties['name'] ?? feature.id)}</b>
          <div className="muted">{layerTitle(layer, sayCode)} · {feature.id}</div>
        </div>
        <IconButton size="small" label={say('layers.zoom')} onClick={() => zoomToFeatures([feature])}><ZoomIn /></IconButton>
        <IconButton size="small" label={say('layers.table')} onClick={() => setView({ tableLayer: layer.id })}><Table2 /></IconButton>
        <IconButton size="small" label={say('app.close')} onClick={() => select(null)}><X /></IconButton>
      </div>
      {layer.schema === 'road-project' && (
        <div className="feature-actions">
          <Button size="small" onClick={() => openSection({ kind: 'along', road: feature.id })}><Layers2 />{say('section.alongRoad')}</Button>
          <Button size="small" onClick={() => openSection({ kind: 'across', road: feature.id, chainage: null })}><Layers2 />{say('section.acrossRoad')}</Button>
        </div>
      )}
      {layer.schema === 'portfolio-site' && <div className="feature-terms"><TermButtons site={feature.id} /></div>}
      <div className="feature-body">
        {factors.length > 0 && <><h3>{say('map.why')}</h3><FactorList factors={factors} /><h3>{say('map.attributes')}</h3></>}
        <dl className="factors">
          {depth && <div className="factor"><dt>{say('depth.title')}</dt><dd>{sayDepth(depth, say, sayCode)}</dd></div>}
          {featureRows(layer, feature, sayCode).map(({ key, label, text }) => <div className="factor" key={key}><dt>{label}</dt><dd>{text}</dd></div>)}
        </dl>
      </div>
    </section>
  );
}
