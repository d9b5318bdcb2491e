import type { Opinion } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';
import { sayMoment, sayValue, STATE_KINDS } from './conflict-words.ts';

/** What was said, the newest first. */
export function SaidList({ history }: { history: readonly Opinion[] }) {
  const { say, sayCode } = useWords();
  return (
    <ol className="said">
      {history.map((opinion) => (
        <li key={opinion.id}>
          <span className="tag" data-kind={STATE_KINDS[opinion.state]}>{sayValue('state', opinion.state, sayCode)}</span>
          <span className="muted">{[sayValue('department', opinion.department, sayCode), opinion.who || say('conflicts.noName'), sayMoment(opinion.at)].join(' · ')}</span>
          {opinion.note && <p>{opinion.note}</p>}
        </li>
      ))}
    </ol>
  );
}
