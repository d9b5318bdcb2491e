import { TriangleAlert } from 'lucide-react';
import { SCHEMA_IDS, SCHEMAS, schemaOf, type ImportProposal, type SchemaId } from '../../../geo/index.ts';
import { useWords, type WordKey } from '../../i18n/index.ts';
import { ColumnTable } from './ColumnTable.tsx';
import { hasBrokenLetters, sayBytes } from './field-choice.ts';
import { PreviewTable } from './PreviewTable.tsx';
import type { Import } from './use-import.ts';

const INPUTS = SCHEMA_IDS.filter((id) => SCHEMAS[id].input);
const LIKELY = [{ from: 0.6, word: 'import.certain' }, { from: 0.35, word: 'import.probable' }, { from: 0, word: 'import.doubtful' }] as const;

/** What the file is, which layer it is to become, and which column is which field. */
export function MatchStep({ file, flow, proposal }: { file: File; flow: Import; proposal: ImportProposal }) {
  const { say, sayCode } = useWords();
  const { schema, choices } = flow;
  const confidence = proposal.schemas.find((row) => row.schema === schema)?.confidence ?? 0;
  const allowed: readonly string[] = schemaOf(schema).geometry;
  const unfit = Object.entries(proposal.geometries).reduce((sum, [kind, n]) => sum + (allowed.includes(kind) ? 0 : n), 0);
  const matched = choices.filter((choice) => choice.field).length;
  return (
    <>
      <dl className="import-facts">
        <div><dt>{say('import.size')}</dt><dd>{sayBytes(file.size)}</dd></div>
        <div><dt>{say('import.rows')}</dt><dd>{proposal.count.toLocaleString()}</dd></div>
        <div><dt>{say('import.geometry')}</dt><dd>{Object.entries(proposal.geometries).map(([kind, n]) => say(`import.kind.${kind}` as WordKey, { n: n.toLocaleString() })).join(say('list.comma')) || '—'}</dd></div>
        <label className="import-schema">
          <span>{say('import.schema')}</span>
          <select className="select" value={schema} onChange={(event) => flow.setSchema(event.target.value as SchemaId)}>
            {INPUTS.map((id) => <option key={id} value={id}>{sayCode(`schema.${id}`)}</option>)}
          </select>
          <small className="muted">{say('import.likely', { word: say(LIKELY.find(({ from }) => confidence >= from)!.word), share: Math.round(confidence * 100) })}</small>
        </label>
      </dl>
      {unfit > 0 && <p className="import-warning"><TriangleAlert />{say('import.wrongGeometry', { n: unfit, allowed: allowed.map((kind) => sayCode(`geometry.${kind}`)).join(say('list.comma')) })}</p>}
      {hasBrokenLetters(proposal.columns, proposal.preview) && <p className="import-warning"><TriangleAlert />{say('import.notUtf8')}</p>}
      {choices.length === 0 ? <p className="muted">{say('import.noColumns')}</p> : (
        <>
          <ColumnTable schema={schema} choices={choices} preview={proposal.preview} onChoose={flow.choose} />
          <p className="muted">{say('import.matched', { n: choices.length, m: matched })}</p>
          <PreviewTable columns={proposal.columns} preview={proposal.preview} />
        </>
      )}
    </>
  );
}
