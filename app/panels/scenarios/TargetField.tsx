import { useMemo, useState } from 'react';
import type { PlanFeature, SchemaId } from '../../../geo/index.ts';
import { useWords, type Say } from '../../i18n/index.ts';
import { useDocument } from '../../state/document.ts';

/** How many are offered at once; typing narrows them down. */
const OFFERED = 200;
const nameOf = ({ id, properties }: PlanFeature, say: Say): string => { const name = properties['name']; return typeof name === 'string' && name !== '' && name !== id ? say('app.bracketed', { name, id }) : id; };

/** Picks the feature that a measure changes, by name or id. */
export function TargetField({ schema, value, onChange }: { schema: SchemaId; value: PlanFeature | null; onChange: (feature: PlanFeature | null) => void }) {
  const { say, sayCode } = useWords();
  const layers = useDocument((state) => state.document.layers);
  const [wanted, setWanted] = useState('');
  const features = useMemo(() => layers.filter(({ layer }) => layer.schema === schema).flatMap(({ layer }) => layer.features), [layers, schema]);
  const found = features.filter((feature) => nameOf(feature, say).includes(wanted.trim())).slice(0, OFFERED);
  const offered = value && !found.includes(value) ? [value, ...found] : found;
  return (
    <div className="field">
      <span className="field-label">{say('measure.target')} · {sayCode(`schema.${schema}`)}</span>
      {features.length === 0
        ? <span className="muted">{say('measure.noTarget')}</span>
        : (
          <span className="measure-target">
            <input className="input" type="search" value={wanted} placeholder={say('measure.find')} aria-label={say('measure.find')} onChange={(event) => setWanted(event.target.value)} />
            <select className="select" aria-label={say('measure.target')} value={value?.id ?? ''} onChange={(event) => onChange(features.find(({ id }) => id === event.target.value) ?? null)}>
              <option value="" disabled>—</option>
              {offered.map((feature) => <option key={feature.id} value={feature.id}>{nameOf(feature, say)}</option>)}
            </select>
          </span>
        )}
    </div>
  );
}
