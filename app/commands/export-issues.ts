import { layerTitle } from '../../geo/index.ts';
import { download } from '../files/download.ts';
import { currentLanguage, sayNow } from '../i18n/index.ts';
import { sayIssue } from '../i18n/say-issue.ts';
import type { ProjectIssue } from '../state/checks.ts';
import { currentDocument } from '../state/document.ts';
import { engine } from '../workers/engine.ts';
import { attempt } from './attempt.ts';
import { placeOfIssue } from './show-issue.ts';

/** Ids and rows in a cell; whoever mends the file needs them all, but a cell has its limit. */
const MOST = 500;
const HEADS = ['issues.severity', 'issues.layer', 'issues.sheet.what', 'issues.sheet.count', 'issues.sheet.features', 'issues.sheet.rows', 'issues.sheet.place', 'issues.sheet.fix'] as const;

/** The issues as a workbook, for whoever delivered the data. */
export function exportIssues(issues: readonly ProjectIssue[]): Promise<void> {
  return attempt(async () => {
    const document = currentDocument();
    const rows = issues.map((row) => {
      const { issue, layer } = row;
      const place = placeOfIssue(row, document.layers.find((entry) => entry.layer.id === row.layerId)?.setAside ?? []);
      return [
        sayNow(`issues.${issue.severity}`), layer ? layerTitle(layer, sayNow) : sayNow('issues.between'), sayIssue(issue, layer, sayNow), issue.features.length || null,
        issue.features.slice(0, MOST).join(', '), (issue.rows ?? []).slice(0, MOST).join(', '), place ? place.map((value) => value.toFixed(6)).join(', ') : null, issue.fix ? sayNow(`fix.${issue.fix}`, issue.params, sayNow('issues.fix')) : null,
      ];
    });
    const sheet = sayNow('issues.sheet.name');
    const blob = await engine.workbook([{ name: sheet, rows: [HEADS.map((key) => sayNow(key)), ...rows] }]);
    download(`${document.name[currentLanguage()]}-${sheet}.xlsx`, blob.type, blob);
  });
}
