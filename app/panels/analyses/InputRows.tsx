import { type Layer, layerTitle } from '../../../geo/index.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/index.ts';
import { drawableLayers } from '../../state/document.ts';
import { useShown } from '../../state/scenarios.ts';
import { chooseInput, type AnalysisRow } from '../../state/forms.ts';

/** Which layer goes in where. With one layer of a kind there is nothing to choose but leaving it out. */
export function InputRows({ row, inputs }: { row: AnalysisRow; inputs: Readonly<Record<string, Layer | null>> }) {
  const { say, sayCode } = useWords();
  const layers = drawableLayers(useShown());
  return (
    <fieldset className="group">
      <legend>{say('analyses.inputs')}</legend>
      {Object.entries(row.inputs).map(([input, { schema, required }]) => {
        const fitting = layers.filter((layer) => layer.schema === schema);
        return (
          <label className="input-row" key={input}>
            <span>{sayCode(`schema.${schema}`)}{required && <span className="required" title={say('analyses.required')}> *</span>}</span>
            <select className="select" value={inputs[input]?.id ?? ''} disabled={fitting.length === 0} onChange={(event) => chooseInput(row.id, input, event.target.value || null)}>
              {(!required || fitting.length === 0) && <option value="">{fitting.length === 0 ? say('analyses.noLayer') : say('analyses.leaveOut')}</option>}
              {fitting.map((layer) => <option key={layer.id} value={layer.id}>{say('analyses.layerOf', { layer: layerTitle(layer, sayCode), n: formatNumber(layer.features.length) })}</option>)}
            </select>
          </label>
        );
      })}
    </fieldset>
  );
}
