import { useWords } from '../i18n/index.ts';
import { layerTitle } from '../panels/layer-title.ts';
import { legendRows, mainRule } from '../panels/legend-rows.ts';
import { ColourPatch } from '../panels/Swatch.tsx';
import { drawableLayers, useDocument } from '../state/document.ts';
import { useView } from '../state/view.ts';
import { drawingOrder, isHidden } from './layer-order.ts';
import { shownSymbology } from './style-layers.ts';

/** The legend of the classed result that is on the map: what the colours mean. */
export function MapLegend() {
  const { sayCode } = useWords();
  const document = useDocument((state) => state.document);
  const { hidden, colourBy, order } = useView();
  const shown = drawingOrder(drawableLayers(document), order).filter((layer) => layer.schema === 'demand-result' && !isHidden(layer, hidden)).at(-1);
  if (!shown) return null;
  const rule = mainRule(shownSymbology(shown, colourBy[shown.id]));
  if (!rule || rule.kind !== 'classes') return null;
  return (
    <div className="map-overlay map-legend">
      <div className="legend-title">{layerTitle(shown, sayCode)}</div>
      <div className="muted">{sayCode(`field.${rule.field}`)}</div>
      <ul className="legend-rows">
        {legendRows(rule, shown, sayCode).map((row) => <li className="legend-row" key={row.label}><ColourPatch color={row.color} />{row.label}</li>)}
        <li className="legend-row"><ColourPatch color={rule.unknown} />{sayCode('legend.unknown')}</li>
      </ul>
    </div>
  );
}
