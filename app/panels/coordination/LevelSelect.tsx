import { SECRECY_LEVELS, type SecrecyLevel } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';
import { setCoordination, useCoordination } from '../../state/coordination.ts';

/** Nothing above this level goes into a file, and its name says so. */
export function LevelSelect() {
  const { say } = useWords();
  const level = useCoordination((state) => state.level);
  return (
    <select className="select level-select" aria-label={say('coordination.level')} title={say('coordination.level')} value={level} onChange={(event) => setCoordination({ level: event.target.value as SecrecyLevel })}>
      {SECRECY_LEVELS.map((one) => <option key={one} value={one}>{say('picture.secrecy', { level: say(`picture.secrecy.${one}`) })}</option>)}
    </select>
  );
}
