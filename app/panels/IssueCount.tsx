import { useEffect } from 'react';
import { followProject } from '../commands/check-project.ts';
import { countBySeverity, projectIssues, useChecks } from '../state/checks.ts';
import { useDocument } from '../state/document.ts';

/** How many errors and warnings there are, on the tab. Always on the page, so it keeps the checks up with the document. */
export function IssueCount() {
  const document = useDocument((state) => state.document);
  const checks = useChecks();
  useEffect(followProject, []);
  const { error, warning } = countBySeverity(projectIssues(document, checks));
  if (error + warning === 0) return null;
  return <span className="count" data-kind={error > 0 ? 'error' : 'warning'}>{error + warning}</span>;
}
