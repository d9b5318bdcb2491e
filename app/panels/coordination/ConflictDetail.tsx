import { ArrowLeft, Layers2, ZoomIn } from 'lucide-react';
import type { ConflictRow } from '../../../geo/index.ts';
import { cutThroughConflict, openConflict, zoomToConflict } from '../../commands/show-conflict.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/index.ts';
import { Button } from '../../ui/Button.tsx';
import { NATURE_SIGNS, sayValue, STATE_KINDS } from './conflict-words.ts';
import { OpinionForm } from './OpinionForm.tsx';
import { SaidList } from './SaidList.tsx';

/** One conflict: what meets what, how far, who answers for it, and what was said. */
export function ConflictDetail({ row }: { row: ConflictRow }) {
  const { say, sayCode } = useWords();
  const { conflict, state } = row;
  return (
    <div className="panel-body conflict-detail">
      <div className="conflict-detail-head">
        <Button size="small" kind="plain" onClick={() => openConflict(null)}><ArrowLeft />{say('conflicts.back')}</Button>
        <Button size="small" onClick={() => zoomToConflict(conflict)}><ZoomIn />{say('conflicts.zoom')}</Button>
        <Button size="small" onClick={() => cutThroughConflict(conflict)}><Layers2 />{say('conflicts.section')}</Button>
      </div>
      <h2>{conflict.siteName}</h2>
      <p><span className="conflict-sign" data-nature={conflict.nature} aria-hidden="true">{NATURE_SIGNS[conflict.nature]}</span>{say('app.labelled', { label: sayValue('nature', conflict.nature, sayCode), value: `${sayValue('kind', conflict.kind, sayCode)} ${conflict.name}` })}</p>
      <Facts row={row} />
      <div className="conflict-opinion">
        <h3>{say('conflicts.opinion')}<span className="tag" data-kind={STATE_KINDS[state]}>{sayValue('state', state, sayCode)}</span></h3>
        {row.standing.length > 1 && <p className="section-note">{say('conflicts.rivals', { n: row.standing.length })}</p>}
        <OpinionForm row={row} />
      </div>
      {row.history.length > 0 && <div className="conflict-opinion"><h3>{say('conflicts.history')}</h3><SaidList history={row.history} /></div>}
    </div>
  );
}

const FIGURES = ['overlapArea', 'clearance', 'required', 'depthOverlap', 'depthClearance', 'requiredDepth'] as const;
function Facts({ row: { conflict } }: { row: ConflictRow }) {
  const { say, sayCode } = useWords();
  return (
    <dl className="factors">
      <div className="factor"><dt>{say('conflicts.department')}</dt><dd>{sayValue('department', conflict.department, sayCode)}{conflict.toBeConfirmed && <span className="tag" data-kind="confirm" title={say('conflicts.toBeConfirmedHint')}>{say('conflicts.toBeConfirmed')}</span>}</dd></div>
      {conflict.steward && <div className="factor"><dt>{sayCode('conflict.steward')}</dt><dd>{conflict.steward}</dd></div>}
      {FIGURES.map((field) => <div key={field} className="factor"><dt>{sayCode(`conflict.${field}`)}</dt><dd>{conflict[field] === null ? '—' : formatNumber(conflict[field])}</dd></div>)}
      <div className="factor"><dt>{sayCode('conflict.depthBasis')}</dt><dd>{sayCode(`depth.basis.${conflict.depthBasis}`)}</dd></div>
      <div className="factor"><dt>{sayCode('conflict.site')}</dt><dd>{conflict.site}</dd></div>
      <div className="factor"><dt>{sayCode('conflict.id')}</dt><dd>{conflict.id}</dd></div>
    </dl>
  );
}
