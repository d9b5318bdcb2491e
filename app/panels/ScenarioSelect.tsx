import { useWords } from '../i18n/index.ts';
import { useDocument } from '../state/document.ts';
import { useLooked } from '../state/scenarios.ts';

/** Which scenario the map, the layers and the panels are about. */
export function ScenarioSelect({ id }: { id?: string }) {
  const { say } = useWords();
  const scenarios = useDocument((state) => state.document.scenarios);
  const { scenario } = useLooked();
  const look = (wanted: string) => void import('../commands/scenarios.ts').then(({ lookAt }) => lookAt(wanted || null));
  return (
    <select id={id} className="select" aria-label={say('scenario.choose')} value={scenario ?? ''} onChange={(event) => look(event.target.value)}>
      <option value="">{say('scenario.baseline')}</option>
      {scenarios.map((one) => <option key={one.id} value={one.id}>{one.name}</option>)}
    </select>
  );
}
