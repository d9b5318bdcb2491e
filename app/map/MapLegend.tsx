import type { Layer } from '../../geo/index.ts';
import { useWords } from '../i18n/index.ts';
import { layerTitle } from '../panels/layer-title.ts';
import { legendRows, mainRule } from '../panels/legend-rows.ts';
import { ColourPatch } from '../panels/Swatch.tsx';
import { drawableLayers, useDocument } from '../state/document.ts';
import { useView } from '../state/view.ts';
import { drawingOrder, isHidden } from './layer-order.ts';
import { shownSymbology } from './style-layers.ts';

/** The legend of the classed results that are on the map: what their colours mean. */
export function MapLegend() {
  const { say } = useWords();
  const document = useDocument((state) => state.document);
  const { hidden, order } = useView();
  const shown = drawingOrder(drawableLayers(document), order).filter((layer) => !isHidden(layer, hidden)).reverse();
  const classed = shown.filter((layer) => mainRule(shownSymbology(layer, undefined))?.kind === 'classes');
  if (classed.length === 0) return null;
  return (
    <details className="map-overlay map-legend" open>
      <summary>{say('layers.legend')}</summary>
      {classed.map((layer) => <LegendOf key={layer.id} layer={layer} />)}
    </details>
  );
}

function LegendOf({ layer }: { layer: Layer }) {
  const { sayCode } = useWords();
  const colourBy = useView((view) => view.colourBy[layer.id]);
  const rule = mainRule(shownSymbology(layer, colourBy));
  if (!rule || rule.kind !== 'classes') return null;
  const asLine = !shownSymbology(layer, colourBy).fill;
  const hasUnknown = layer.features.some(({ properties }) => typeof properties[rule.field] !== 'number');
  return (
    <section>
      <div className="legend-title">{layerTitle(layer, sayCode)}<span className="muted">{sayCode(`field.${rule.field}`)}</span></div>
      <ul className="legend-rows">
        {legendRows(rule, layer, sayCode).map((row) => <li className="legend-row" key={row.label}><ColourPatch color={row.color} asLine={asLine} />{row.label}</li>)}
        {hasUnknown && <li className="legend-row"><ColourPatch color={rule.unknown} />{sayCode('legend.unknown')}</li>}
      </ul>
    </section>
  );
}
