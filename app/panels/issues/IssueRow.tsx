import { layerTitle } from '../../../geo/index.ts';
import { LocateFixed, Wrench } from 'lucide-react';
import { fixIssue } from '../../commands/fix-issue.ts';
import { runWords } from '../../commands/run-analysis.ts';
import { placeOfIssue, showIssue } from '../../commands/show-issue.ts';
import { useWords, type Say } from '../../i18n/index.ts';
import { sayIssue } from '../../i18n/say-issue.ts';
import type { ProjectIssue } from '../../state/checks.ts';
import { useDocument } from '../../state/document.ts';
import { useTasks } from '../../state/tasks.ts';
import { Button, IconButton } from '../../ui/Button.tsx';

/** One issue as a sentence, with the way to its place and, where there is a safe one, its mending. */
export function IssueRow({ row }: { row: ProjectIssue }) {
  const { say, sayCode } = useWords();
  const { issue, layer, layerId, run } = row;
  const setAside = useDocument((state) => state.document.layers.find((entry) => entry.layer.id === layerId)?.setAside);
  // What came with a file may be mended among the features set aside; what a rule found, in the layer itself.
  const mended = layerId ?? (run || !issue.layer ? null : issue.layer);
  const busy = useTasks(({ task }) => task !== null);
  const place = placeOfIssue(row, setAside ?? []);
  return (
    <li className="issue">
      <p>{sayIssue(issue, layer, sayCode)}</p>
      <div className="issue-foot">
        <span className="muted">{[run ? sayCode(runWords(run)) : '', layer ? layerTitle(layer, sayCode) : run ? '' : say('issues.between'), sayRows(issue.rows, say)].filter(Boolean).join(' · ')}</span>
        {issue.fix && mended && <Button size="small" disabled={busy} onClick={() => void fixIssue(mended, issue)}><Wrench />{sayCode(`fix.${issue.fix}`, issue.params, say('issues.fix'))}</Button>}
        {place && <IconButton size="small" label={say('issues.zoom')} onClick={() => showIssue(row, place)}><LocateFixed /></IconButton>}
      </div>
    </li>
  );
}

const ROWS_SAID = 4;
function sayRows(rows: readonly number[] | undefined, say: Say): string {
  if (!rows || rows.length === 0) return '';
  const first = rows.slice(0, ROWS_SAID).join(say('list.comma'));
  return rows.length > ROWS_SAID ? say('issues.rowsMore', { rows: first, n: rows.length }) : say('issues.rows', { rows: first });
}
