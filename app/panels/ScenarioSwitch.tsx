import { GitCompareArrows } from 'lucide-react';
import { BASELINE } from '../../geo/index.ts';
import { useWords } from '../i18n/index.ts';
import { useDocument } from '../state/document.ts';
import { setView, useView } from '../state/view.ts';
import { IconButton } from '../ui/Button.tsx';

/** Which scenario the map, the layers and the panels are about; there is nothing to choose before there is one. */
export function ScenarioSwitch() {
  const { say } = useWords();
  const scenarios = useDocument((state) => state.document.scenarios);
  const shown = useView((view) => view.scenario), comparing = useView((view) => view.compare !== null);
  if (scenarios.length === 0) return null;
  const isShown = scenarios.some(({ id }) => id === shown);
  const look = (id: string) => void import('../commands/scenarios.ts').then(({ lookAt }) => lookAt(id === '' ? null : id));
  return (
    <div className="scenario-switch" data-scenario={isShown}>
      <label htmlFor="scenario-shown">{say('scenario.choose')}</label>
      <select id="scenario-shown" className="select" value={isShown ? shown! : ''} onChange={(event) => look(event.target.value)}>
        <option value="">{say('scenario.baseline')}</option>
        {scenarios.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}
      </select>
      <IconButton size="small" label={say('compare.start')} aria-pressed={comparing} onClick={() => setView({ compare: comparing ? null : { with: isShown ? BASELINE : scenarios[0].id, way: 'swipe' } })}><GitCompareArrows /></IconButton>
    </div>
  );
}
