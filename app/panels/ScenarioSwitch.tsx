import { GitCompareArrows } from 'lucide-react';
import { BASELINE } from '../../geo/index.ts';
import { useWords } from '../i18n/index.ts';
import { useDocument } from '../state/document.ts';
import { useLooked } from '../state/scenarios.ts';
import { setView } from '../state/view.ts';
import { IconButton } from '../ui/Button.tsx';
import { ScenarioSelect } from './ScenarioSelect.tsx';

/** The scenario that is looked at, and the comparison; there is nothing to choose before there is one. */
export function ScenarioSwitch() {
  const { say } = useWords();
  const scenarios = useDocument((state) => state.document.scenarios);
  const { scenario, compare } = useLooked();
  if (scenarios.length === 0) return null;
  return (
    <div className="scenario-switch" data-scenario={scenario !== null}>
      <label htmlFor="scenario-shown">{say('scenario.choose')}</label>
      <ScenarioSelect id="scenario-shown" />
      <IconButton size="small" label={say('compare.start')} aria-pressed={compare !== null} onClick={() => setView({ compare: compare ? null : { with: scenario === null ? scenarios[0].id : BASELINE, way: 'swipe' } })}><GitCompareArrows /></IconButton>
    </div>
  );
}
