import { Play, Trophy } from 'lucide-react';
import type { Layer } from '../../../geo/index.ts';
import { runAnalysis } from '../../commands/run-analysis.ts';
import { useWords } from '../../i18n/index.ts';
import { drawableLayers } from '../../state/document.ts';
import { paramsOf, todayIso, useForms } from '../../state/forms.ts';
import { useShown } from '../../state/scenarios.ts';
import { useTasks } from '../../state/tasks.ts';
import { currentView, setView } from '../../state/view.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { inputsOf, missingInputs } from '../analyses/inputs-of.ts';

const ID = 'candidate-sites';

/** Where there are no sites to pick from yet: they can be found from here, as their form has it, and the list fills. */
export function NoSites() {
  const { say, sayCode } = useWords();
  const row = useForms(({ analyses }) => analyses.find(({ id }) => id === ID)), chosen = useForms((forms) => forms.chosen[ID]), changed = useForms((forms) => forms.changed[ID]);
  const document = useShown(), task = useTasks((state) => state.task);
  const inputs = row ? inputsOf(row, drawableLayers(document), chosen) : {};
  const missing = row ? missingInputs(row, inputs) : [];
  const find = async () => {
    const { panel, sitesView } = currentView();
    const present = Object.fromEntries(Object.entries(inputs).filter((entry): entry is [string, Layer] => entry[1] !== null));
    await runAnalysis(ID, present, paramsOf(row!, changed, todayIso()));
    // Whoever picks sites goes on where the picking began.
    setView({ panel, sitesView });
  };
  if (task) return <div className="terms-finding" role="status"><span className="spinner" />{sayCode(task.title)} · {sayCode(task.step, {}, '')}<span className="bar-space" />{task.cancel && <Button size="small" onClick={task.cancel}>{say('app.cancel')}</Button>}</div>;
  return (
    <Empty icon={<Trophy />} title={say('terms.noSites')} hint={missing.length > 0 ? say('analyses.missing', { layers: missing.map((schema) => sayCode(`schema.${schema}`)).join(say('list.comma')) }) : say('terms.noSitesHint')}>
      <Button kind="primary" disabled={!row || missing.length > 0} onClick={() => void find()}><Play />{say('terms.findSites')}</Button>
    </Empty>
  );
}
