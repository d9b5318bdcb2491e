import { ChevronDown, ChevronRight } from 'lucide-react';
import { useState } from 'react';
import type { ParamDef, Params } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useForms } from '../../state/forms.ts';
import { ParamField } from './ParamField.tsx';

interface ParamGroupProps {
  analysis: string;
  group: string;
  defs: readonly ParamDef[];
  params: Params;
  changed: Params | undefined;
  open: boolean;
}

export function ParamGroup({ analysis, group, defs, params, changed, open: openAtFirst }: ParamGroupProps) {
  const { say, sayCode } = useWords();
  const [open, setOpen] = useState(openAtFirst);
  const wrong = useForms((forms) => forms.wrong[analysis]);
  // A group with a wrong field in it cannot be folded out of sight.
  const shown = open || defs.some(({ key }) => wrong?.[key] !== undefined);
  const changes = defs.filter(({ key }) => changed?.[key] !== undefined).length;
  return (
    <section className="group">
      <h3>
        <button type="button" className="group-head" aria-expanded={shown} onClick={() => setOpen(!open)}>
          {shown ? <ChevronDown /> : <ChevronRight />}{sayCode(`group.${group}`)}
          <span className="muted">{defs.length}</span>
          {changes > 0 && <span className="tag" data-kind="accent">{say('analyses.changes', { n: changes })}</span>}
        </button>
      </h3>
      {shown && <div className="group-body">{defs.map((def) => <ParamField key={def.key} analysis={analysis} def={def} value={params[def.key]} isChanged={changed?.[def.key] !== undefined} />)}</div>}
    </section>
  );
}
