import { TriangleAlert } from 'lucide-react';
import { schemaOf, type LayerProposal } from '../../../geo/index.ts';
import { layersOfSchema } from '../../commands/place-layer.ts';
import { useWords } from '../../i18n/index.ts';
import { sayIssue } from '../../i18n/say-issue.ts';
import { useDocument } from '../../state/document.ts';
import { SeverityIcon } from '../../ui/SeverityIcon.tsx';
import { ColumnTable } from './ColumnTable.tsx';
import { hasBrokenLetters } from './field-choice.ts';
import { JoinKey } from './JoinKey.tsx';
import { PreviewTable } from './PreviewTable.tsx';
import { openQuestion } from './readiness.ts';
import { ShapeMap } from './ShapeMap.tsx';
import { SourceFacts } from './SourceFacts.tsx';
import { isTable, type Import } from './use-import.ts';

/** What the file is, which layer it is to become, where it lies, and which column is which field. */
export function MatchStep({ size, flow, proposal }: { size: number; flow: Import; proposal: LayerProposal }) {
  const { say, sayCode } = useWords();
  const there = useDocument((state) => layersOfSchema(state.document, flow.schema).length);
  const { schema, choices } = flow;
  // Without rows nothing is to be asked: not what they would be, nor where; only another sheet of the file may have some.
  if (proposal.count === 0) return <>{flow.source && flow.source.layers.length > 1 && <SourceFacts size={size} flow={flow} proposal={proposal} />}<p className="import-warning" role="status"><TriangleAlert />{say('import.noRows')}</p><Remarks proposal={proposal} /></>;
  const allowed: readonly string[] = schemaOf(schema).geometry;
  const unfit = isTable(proposal) ? 0 : Object.entries(proposal.geometries).reduce((sum, [kind, n]) => sum + (allowed.includes(kind) ? 0 : n), 0);
  const matched = choices.filter((choice) => choice.field).length;
  const question = openQuestion(flow, there);
  return (
    <>
      <SourceFacts size={size} flow={flow} proposal={proposal} />
      {question && <p className="import-warning" role="status"><TriangleAlert />{say(question)}</p>}
      {unfit > 0 && <p className="import-warning"><TriangleAlert />{say('import.wrongGeometry', { n: unfit.toLocaleString(), allowed: allowed.map((kind) => sayCode(`geometry.${kind}`)).join(say('list.comma')) })}</p>}
      {hasBrokenLetters(proposal.columns, proposal.preview) && <p className="import-warning"><TriangleAlert />{say('import.broken')}</p>}
      <Remarks proposal={proposal} />
      {isTable(proposal) && <JoinKey flow={flow} />}
      {flow.crs.code !== null && flow.source && <ShapeMap source={flow.source} index={flow.index} crs={flow.crs.code} swapped={flow.crs.swapped} />}
      {choices.length === 0 ? <p className="muted">{say('import.noColumns')}</p> : (
        <>
          <ColumnTable schema={schema} choices={choices} sample={proposal.sample} places={proposal.placeColumns} onChoose={flow.choose} />
          <p className="muted">{say('import.matched', { n: choices.length, m: matched })}</p>
          <PreviewTable columns={proposal.columns} preview={proposal.preview} />
        </>
      )}
    </>
  );
}

/** What the reader has to say of the file as a whole. */
function Remarks({ proposal: { issues } }: { proposal: LayerProposal }) {
  const { sayCode } = useWords();
  return issues.length > 0 && <ul className="import-remarks">{issues.map((issue, i) => <li key={i}><SeverityIcon severity={issue.severity} />{sayIssue(issue, undefined, sayCode)}</li>)}</ul>;
}
