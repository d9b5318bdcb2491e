import { Ellipsis, Pencil } from 'lucide-react';
import type { Issue, Measure, Scenario } from '../../../geo/index.ts';
import { lookAt, tickMeasure } from '../../commands/scenarios.ts';
import { formatFigure } from '../../i18n/format.ts';
import { useWords } from '../../i18n/index.ts';
import { useDocument, type ProjectDocument } from '../../state/document.ts';
import { measureIssues, useLooked } from '../../state/scenarios.ts';
import { Menu } from '../../ui/Menu.tsx';
import { SeverityIcon } from '../../ui/SeverityIcon.tsx';
import { measureRows, scenarioRows } from './menu-rows.tsx';
import { ScenarioName } from './ScenarioName.tsx';

/** A row a measure, a column a scenario; the baseline stands first and has no ticks. */
export function MeasureMatrix({ onEdit }: { onEdit: (measure: string) => void }) {
  const { say } = useWords();
  const document = useDocument((state) => state.document), { measures, scenarios } = document;
  const issues = new Map(measureIssues(document).flatMap((one) => (one.code === 'measure.clash' ? [] : [[one.params['measure'], one]])));
  const { scenario: shown } = useLooked();
  const columns = [{ id: null, name: say('scenario.baseline') }, ...scenarios];
  return (
    <div className="matrix-scroll">
      <table className="matrix">
        <thead>
          <tr>
            <th scope="col" className="matrix-corner">{say('scenario.choose')}</th>
            {columns.map(({ id, name }) => (
              <th scope="col" key={id ?? ''} data-shown={shown === id}>
                <button type="button" className="matrix-scenario" aria-pressed={shown === id} title={id === null ? say('scenario.baselineHint') : name} onClick={() => lookAt(id)}>{name}</button>
                {id !== null && <ScenarioActions scenario={scenarios.find((one) => one.id === id)!} />}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>{measures.map((measure) => <MeasureRow key={measure.id} measure={measure} found={issues.get(measure.id)} document={document} shown={shown} onEdit={onEdit} />)}</tbody>
      </table>
    </div>
  );
}

function ScenarioActions({ scenario }: { scenario: Scenario }) {
  const { say } = useWords();
  return (
    <span className="matrix-actions">
      <ScenarioName scenario={scenario} />
      <Menu rows={scenarioRows(scenario, say)}><button type="button" className="button" data-icon="" data-kind="plain" data-size="small" aria-label={say('scenario.more', { name: scenario.name })}><Ellipsis /></button></Menu>
    </span>
  );
}

function MeasureRow({ measure, found, document: { layers, scenarios }, shown, onEdit }: { measure: Measure; found: Issue | undefined; document: ProjectDocument; shown: string | null; onEdit: (measure: string) => void }) {
  const { say, sayCode } = useWords();
  const { id, title, kind, cost, phase, steward } = measure;
  const about = [sayCode(`measure.kind.${kind}`), phase === null ? '' : sayCode(`measure.phase.${phase}`), cost === null ? '' : formatFigure('cost', cost, '10k yuan', sayCode), steward === '' ? '' : sayCode(`department.${steward}`)];
  return (
    <tr data-measure={id}>
      <th scope="row">
        <span className="matrix-measure">
          <button type="button" className="matrix-title" onClick={() => onEdit(id)} title={say('measure.edit')}>{title}<Pencil aria-hidden="true" /></button>
          <Menu rows={measureRows(measure, layers, found?.code === 'measure.target-changed', say)}><button type="button" className="button" data-icon="" data-kind="plain" data-size="small" aria-label={`${say('layers.more')}: ${title}`}><Ellipsis /></button></Menu>
        </span>
        <small>{about.filter(Boolean).join(' · ')}</small>
        {found && <small className="matrix-issue" data-severity={found.severity} title={sayCode(`issue.${found.code}`, found.params)}><SeverityIcon severity={found.severity} />{sayCode(`issue.${found.code}`, found.params)}</small>}
      </th>
      <td data-shown={shown === null}><span className="muted" aria-hidden="true">—</span></td>
      {scenarios.map((scenario) => (
        <td key={scenario.id} data-shown={shown === scenario.id}>
          <input type="checkbox" checked={scenario.measures.includes(id)} aria-label={say('scenario.tick', { scenario: scenario.name, measure: title })} onChange={(event) => tickMeasure(scenario.id, id, event.target.checked)} />
        </td>
      ))}
    </tr>
  );
}
