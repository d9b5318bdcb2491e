import { X } from 'lucide-react';
import { BASELINE, type CompareWay } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';
import { useDocument } from '../../state/document.ts';
import { useLooked } from '../../state/scenarios.ts';
import { setView } from '../../state/view.ts';
import { IconButton } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { useScenarioName } from './use-scenario-name.ts';

const WAYS: readonly CompareWay[] = ['swipe', 'side', 'overlay', 'difference'];

/** Which two scenarios are compared, and how. What stands left is what the panels are about. */
export function CompareBar({ seen, onSeen }: { seen: number; onSeen: (seen: number) => void }) {
  const { say, sayCode } = useWords();
  const scenarios = useDocument((state) => state.document.scenarios);
  const nameOf = useScenarioName();
  const { scenario: shown, compare } = useLooked();
  if (!compare) return null;
  const others = [{ id: BASELINE, name: say('scenario.baseline') }, ...scenarios].filter(({ id }) => id !== (shown ?? BASELINE));
  return (
    <div className="map-overlay map-top compare-bar" role="group" aria-label={say('compare.title')}>
      <b>{nameOf(shown)}</b>
      <span className="muted">{say(compare.way === 'difference' ? 'compare.from' : 'compare.against')}</span>
      <select className="select" aria-label={say('compare.with')} value={compare.with} onChange={(event) => setView({ compare: { ...compare, with: event.target.value } })}>{others.map(({ id, name }) => <option key={id} value={id}>{name}</option>)}</select>
      <Segmented label={say('compare.way')} value={compare.way} options={WAYS.map((way) => ({ value: way, label: sayCode(`compare.way.${way}`) }))} onChange={(way) => setView({ compare: { ...compare, way } })} />
      {compare.way === 'overlay' && <input className="range" type="range" min={0} max={1} step={0.05} value={seen} aria-label={say('compare.seen')} onChange={(event) => onSeen(Number(event.target.value))} />}
      <IconButton size="small" label={say('compare.end')} onClick={() => setView({ compare: null })}><X /></IconButton>
    </div>
  );
}
