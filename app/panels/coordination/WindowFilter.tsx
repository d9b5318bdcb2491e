import type { Window } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';
import { setCoordination, useCoordination } from '../../state/coordination.ts';

const PHASES: readonly Window['phase'][] = ['window', 'missed', 'locked', 'unknown', 'over'];

/** Kind and phase of the rows, in the list and on the timeline alike. */
export function WindowFilter() {
  const { say, sayCode } = useWords();
  const kind = useCoordination((state) => state.kind), phase = useCoordination((state) => state.phase);
  return (
    <>
      <select className="select" aria-label={say('windows.kind')} value={kind} onChange={(event) => setCoordination({ kind: event.target.value as Window['kind'] | '' })}>
        <option value="">{say('windows.both')}</option>
        <option value="road-project">{say('windows.roads')}</option>
        <option value="candidate-site">{say('windows.sites')}</option>
      </select>
      <select className="select" aria-label={say('windows.allPhases')} value={phase} onChange={(event) => setCoordination({ phase: event.target.value as Window['phase'] | '' })}>
        <option value="">{say('windows.allPhases')}</option>
        {PHASES.map((one) => <option key={one} value={one}>{sayCode(`window.phase.${one}`)}</option>)}
      </select>
    </>
  );
}
