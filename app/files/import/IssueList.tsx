import '../import.css';
import type { Issue, Layer } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';
import { sayIssue } from '../../i18n/say-issue.ts';
import { SeverityIcon } from '../../ui/SeverityIcon.tsx';

const RANK = { error: 0, warning: 1, info: 2 };
/** What a file's reading found, the worst first. */
export function IssueList({ issues, layer }: { issues: readonly Issue[]; layer: Layer }) {
  const { say, sayCode } = useWords();
  if (issues.length === 0) return <p className="import-clean">{say('import.clean')}</p>;
  const sorted = [...issues].sort((a, b) => RANK[a.severity] - RANK[b.severity]);
  return (
    <ul className="import-issues">
      {sorted.map((issue, i) => <li key={i}><SeverityIcon severity={issue.severity} />{sayIssue(issue, layer, sayCode)}</li>)}
    </ul>
  );
}
