import { type Layer, legendColumn, legendRows, mainRule } from '../../geo/index.ts';
import { COLOUR_COLUMNS } from '../../geo/index.ts';
import { setColourBy, setOpacity } from '../commands/layers.ts';
import { useWords } from '../i18n/index.ts';
import { opacityOf } from '../map/layer-order.ts';
import { shownSymbology } from '../map/style-layers.ts';
import { useView } from '../state/view.ts';
import { ColourPatch } from './Swatch.tsx';

/** Legend, colour column and opacity of one layer. */
export function LayerDetail({ layer }: { layer: Layer }) {
  const { say, sayCode } = useWords();
  const colourBy = useView((view) => view.colourBy[layer.id]);
  const opacity = useView((view) => opacityOf(layer, view.opacity));
  const symbology = shownSymbology(layer, colourBy);
  const rule = mainRule(symbology);
  return (
    <div className="layer-detail">
      {layer.schema === 'demand-result' && (
        <label className="field">
          <span className="field-label">{say('layers.colourBy')}</span>
          <select className="select" value={colourBy ?? 'servedRatio'} onChange={(event) => setColourBy(layer.id, event.target.value)}>
            {Object.keys(COLOUR_COLUMNS).map((column) => <option key={column} value={column}>{sayCode(`field.${column}`)}</option>)}
          </select>
        </label>
      )}
      {rule && rule.kind === 'classes' && <p className="legend-column">{legendColumn(rule, layer, sayCode)}</p>}
      {rule && <ul className="legend-rows">{legendRows(rule, layer.features, sayCode).map((row) => <li className="legend-row" key={row.label}><ColourPatch color={row.color} symbology={symbology} opacity={opacity} />{row.label}</li>)}</ul>}
      <label className="field">
        <span className="field-label">{say('layers.opacity')} {Math.round(opacity * 100)}%</span>
        <input className="range" type="range" min={0} max={1} step={0.05} value={opacity} onChange={(event) => setOpacity(layer.id, Number(event.target.value))} />
      </label>
    </div>
  );
}
