import './issues.css';
import { CircleCheck, ClipboardList, FileSpreadsheet } from 'lucide-react';
import { useState } from 'react';
import type { Severity } from '../../geo/index.ts';
import { exportIssues } from '../commands/export-issues.ts';
import { useWords } from '../i18n/index.ts';
import { countBySeverity, projectIssues, SEVERITIES, useChecks, type ProjectIssue } from '../state/checks.ts';
import { useDocument } from '../state/document.ts';
import { Button } from '../ui/Button.tsx';
import { Empty } from '../ui/Empty.tsx';
import { SeverityIcon } from '../ui/SeverityIcon.tsx';
import { IssueFilter, type Shown } from './issues/IssueFilter.tsx';
import { IssueRow } from './issues/IssueRow.tsx';
import { SetAside } from './issues/SetAside.tsx';

/** From here on a filter is of more use than in the way. */
const MANY = 6;
const ALL: Shown = { severity: null, layerId: '' };

/** Everything that somebody should look at, gravest first, and what was set aside. */
export function IssuesPanel() {
  const { say } = useWords();
  const document = useDocument((state) => state.document);
  const checks = useChecks();
  const [wanted, setWanted] = useState(ALL);
  const issues = projectIssues(document, checks);
  const shown = issues.filter(({ issue, layer }) => (!wanted.severity || issue.severity === wanted.severity) && (wanted.layerId === '' || layer?.id === wanted.layerId));
  if (document.layers.length === 0) return <Empty icon={<ClipboardList />} title={say('issues.none')} hint={say('issues.noLayers')} />;
  return (
    <div className="issues">
      {issues.length >= MANY && <IssueFilter issues={issues} counts={countBySeverity(issues)} shown={wanted} onShow={setWanted} />}
      {issues.length > 0 && <div className="issues-export"><Button size="small" onClick={() => void exportIssues(shown)}><FileSpreadsheet />{say('issues.export')}</Button></div>}
      <SetAside layers={document.layers} layerId={wanted.layerId} />
      {checks.busy && <p className="issues-busy muted" role="status">{say('issues.checking')}</p>}
      {issues.length === 0 && !checks.busy && <Empty icon={<CircleCheck />} title={say('issues.none')} hint={say('issues.noneHint')} />}
      {issues.length > 0 && shown.length === 0 && <p className="issues-busy muted">{say('issues.filtered')}</p>}
      {SEVERITIES.map((severity) => <Group key={severity} severity={severity} issues={shown.filter(({ issue }) => issue.severity === severity)} />)}
    </div>
  );
}

function Group({ severity, issues }: { severity: Severity; issues: readonly ProjectIssue[] }) {
  const { say } = useWords();
  if (issues.length === 0) return null;
  return (
    <section>
      <h3 className="issues-head"><SeverityIcon severity={severity} />{say(`issues.${severity}`)}<span className="count" data-kind={severity}>{issues.length}</span></h3>
      <ul>{issues.map((row) => <IssueRow key={row.key} row={row} />)}</ul>
    </section>
  );
}
