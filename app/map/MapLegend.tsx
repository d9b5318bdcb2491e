import { type Layer, layerTitle, legendColumn, legendRows, mainRule, unknownWord } from '../../geo/index.ts';
import { useWords } from '../i18n/index.ts';
import { ColourPatch } from '../panels/Swatch.tsx';
import { NATURE_SIGNS } from '../panels/coordination/conflict-words.ts';
import { useCoordination } from '../state/coordination.ts';
import { drawableLayers } from '../state/document.ts';
import { useShown } from '../state/scenarios.ts';
import { useView } from '../state/view.ts';
import { isHidden, opacityOf, topFirst } from './layer-order.ts';
import { shownSymbology } from './style-layers.ts';

/** The legend of the classed results that are on the map: what their colours mean. */
export function MapLegend() {
  const { say } = useWords();
  const document = useShown();
  const { hidden, order, panel } = useView();
  const shown = topFirst(drawableLayers(document), order).filter((layer) => !isHidden(layer, hidden));
  const classed = shown.filter((layer) => isExplained(layer, mainRule(shownSymbology(layer, undefined))));
  const hasConflicts = useCoordination((state) => state.view === 'conflicts' && (state.conflicts?.rows.length ?? 0) > 0) && panel === 'coordination';
  if (classed.length === 0 && !hasConflicts) return null;
  return (
    <details className="map-overlay map-legend" open>
      <summary>{say('layers.legend')}</summary>
      <div className="legend-scroll">{hasConflicts && <ConflictSigns />}{classed.map((layer) => <LegendOf key={layer.id} layer={layer} />)}</div>
    </details>
  );
}

/** The signs that lie on the map while the panel is about conflicts. */
function ConflictSigns() {
  const { say, sayCode } = useWords();
  return (
    <section>
      <div className="legend-title">{say('coordination.conflicts')}</div>
      <ul className="legend-rows">{Object.entries(NATURE_SIGNS).map(([nature, sign]) => <li className="legend-row" key={nature}><span className="conflict-sign" data-nature={nature} aria-hidden="true">{sign}</span>{sayCode(`conflict.nature.${nature}`)}</li>)}</ul>
    </section>
  );
}

/** Kinds of given things stand in the list of layers; those of a drawing that was made here are told on the map, as classes are. */
const isExplained = ({ schema }: Layer, rule: ReturnType<typeof mainRule>) => rule?.kind === 'classes' || (rule !== undefined && schema === 'fit-part');

function LegendOf({ layer }: { layer: Layer }) {
  const { sayCode } = useWords();
  const colourBy = useView((view) => view.colourBy[layer.id]);
  const opacity = useView((view) => opacityOf(layer, view.opacity));
  const rule = mainRule(shownSymbology(layer, colourBy));
  if (!rule || !isExplained(layer, rule)) return null;
  const symbology = shownSymbology(layer, colourBy);
  const hasUnknown = rule.kind === 'classes' && layer.features.some(({ properties }) => typeof properties[rule.field] !== 'number');
  return (
    <section>
      <div className="legend-title">{layerTitle(layer, sayCode)}<span className="muted">{legendColumn(rule, layer, sayCode)}</span></div>
      <ul className="legend-rows">
        {legendRows(rule, layer.features, sayCode).map((row) => <li className="legend-row" key={row.label}><ColourPatch color={row.color} symbology={symbology} opacity={opacity} />{row.label}</li>)}
        {hasUnknown && <li className="legend-row"><ColourPatch color={rule.unknown} symbology={symbology} opacity={opacity} />{unknownWord(rule, sayCode)}</li>}
      </ul>
    </section>
  );
}
