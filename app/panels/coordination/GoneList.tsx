import type { GoneRow } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';
import { sayValue } from './conflict-words.ts';
import { SaidList } from './SaidList.tsx';

/** What was said of conflicts that the last run no longer found. */
export function GoneList({ gone }: { gone: readonly GoneRow[] }) {
  const { say, sayCode } = useWords();
  if (gone.length === 0) return null;
  return (
    <details className="section gone">
      <summary>{say('conflicts.gone', { n: gone.length })}</summary>
      <p className="section-note">{say('conflicts.goneHint')}</p>
      <ul>
        {gone.map(({ subject, about, history }) => (
          <li key={subject}>
            <b>{say('conflicts.goneOf', { site: about.site, kind: sayValue('kind', about.kind, sayCode), id: about.id })}</b>
            <SaidList history={history} />
          </li>
        ))}
      </ul>
    </details>
  );
}
