import { Play } from 'lucide-react';
import { useRef, useState, type FormEvent } from 'react';
import type { Layer, ParamDef } from '../../../geo/index.ts';
import { runAnalysis } from '../../commands/run-analysis.ts';
import { useWords } from '../../i18n/index.ts';
import { drawableLayers } from '../../state/document.ts';
import { useShown } from '../../state/scenarios.ts';
import { paramsOf, todayIso, useForms, type AnalysisRow } from '../../state/forms.ts';
import { useTasks } from '../../state/tasks.ts';
import { Button } from '../../ui/Button.tsx';
import { InputRows } from './InputRows.tsx';
import { ParamGroup } from './ParamGroup.tsx';
import { inputsOf, missingInputs } from './inputs-of.ts';

/** Groups that are open from the start; the rest is for whoever wants to look deeper. */
const OPEN_GROUPS = ['portfolio', 'fit', 'service', 'areas', 'time', 'weights'];

/** A form made from the analysis' own table: inputs, parameters with unit and source, and the button that runs it. */
export function AnalysisForm({ row }: { row: AnalysisRow }) {
  const { say, sayCode } = useWords();
  const document = useShown();
  const changed = useForms((forms) => forms.changed[row.id]);
  const wrong = Object.keys(useForms((forms) => forms.wrong[row.id]) ?? {});
  const form = useRef<HTMLFormElement>(null);
  const chosen = useForms((forms) => forms.chosen[row.id]);
  const busy = useTasks((state) => state.task !== null);
  const [today] = useState(todayIso);
  const params = paramsOf(row, changed, today);
  const inputs = inputsOf(row, drawableLayers(document), chosen);
  const missing = missingInputs(row, inputs);
  const toConfirm = row.params.filter(({ toBeConfirmed }) => toBeConfirmed).length;
  const present = Object.fromEntries(Object.entries(inputs).filter((entry): entry is [string, Layer] => entry[1] !== null));

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (wrong.length > 0) return form.current?.querySelector<HTMLElement>('[aria-invalid=true]')?.focus();
    if (missing.length === 0 && !busy) void runAnalysis(row.id, present, params);
  };

  return (
    <form className="analysis-form" ref={form} onSubmit={submit}>
      <div className="panel-body">
        <p className="analysis-about">{sayCode(`analysis.${row.id}.about`)}</p>
        <InputRows row={row} inputs={inputs} />
        {groupsOf(row.params).map(([group, defs]) => <ParamGroup key={group} analysis={row.id} group={group} defs={defs} params={params} changed={changed} open={OPEN_GROUPS.includes(group)} />)}
        <p className="analysis-note muted">{say('analyses.confirmNote', { n: toConfirm })}</p>
      </div>
      <div className="analysis-foot">
        {missing.length > 0 && <p className="analysis-missing">{say('analyses.missing', { layers: missing.map((schema) => sayCode(`schema.${schema}`)).join(say('list.comma')) })}</p>}
        {wrong.length > 0 && <p className="analysis-missing" role="status">{say('analyses.wrong', { params: wrong.map((key) => sayCode(`param.${key}`)).join(say('list.comma')) })}</p>}
        <Button kind="primary" type="submit" disabled={missing.length > 0 || busy}><Play />{say('analyses.run')}</Button>
      </div>
    </form>
  );
}

function groupsOf(defs: readonly ParamDef[]): [string, ParamDef[]][] {
  const groups = new Map<string, ParamDef[]>();
  for (const def of defs) groups.set(def.group, [...(groups.get(def.group) ?? []), def]);
  return [...groups];
}
