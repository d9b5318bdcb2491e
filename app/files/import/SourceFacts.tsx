import { SCHEMA_IDS, SCHEMAS, type LayerProposal, type SchemaId } from '../../../geo/index.ts';
import { useWords, type WordKey } from '../../i18n/index.ts';
import { CrsPicker } from './CrsPicker.tsx';
import { sayBytes } from './field-choice.ts';
import { PROBABLE } from './readiness.ts';
import type { Import } from './use-import.ts';

const INPUTS = SCHEMA_IDS.filter((id) => SCHEMAS[id].input);
const LIKELY = [{ from: 0.6, word: 'import.certain' }, { from: PROBABLE, word: 'import.probable' }, { from: 0, word: 'import.doubtful' }] as const;
const ENCODINGS = ['utf-8', 'gb18030', 'big5', 'utf-16le'];

interface FactsProps {
  size: number;
  flow: Import;
  proposal: LayerProposal;
}
/** What the file is taken to be. Each guess says how sure it is and can be changed. */
export function SourceFacts({ size, flow, proposal }: FactsProps) {
  const { say } = useWords();
  const kinds = Object.entries(proposal.geometries).map(([kind, n]) => say(`import.kind.${kind}` as WordKey, { n: n.toLocaleString() })).join(say('list.comma'));
  return (
    <div className="import-facts">
      <dl>
        <div><dt>{say('import.format')}</dt><dd>{say(`import.format.${proposal.format}` as WordKey)}</dd></div>
        <div><dt>{say('import.size')}</dt><dd>{sayBytes(size)}</dd></div>
        <div><dt>{say('import.rows')}</dt><dd>{proposal.count.toLocaleString()}</dd></div>
        <div><dt>{say('import.geometry')}</dt><dd>{kinds || '—'}</dd></div>
      </dl>
      <div className="import-settings">
        {flow.source!.layers.length > 1 && <LayerChoice flow={flow} />}
        <SchemaChoice flow={flow} proposal={proposal} />
        {proposal.crs.length > 0 && <CrsPicker crs={flow.crs} setCrs={flow.setCrs} guesses={proposal.crs} swaps />}
        {proposal.encoding && <EncodingChoice flow={flow} proposal={proposal} />}
      </div>
    </div>
  );
}

function LayerChoice({ flow }: { flow: Import }) {
  const { say } = useWords();
  return (
    <label className="import-setting">
      <span>{say('import.layerOf', { n: flow.source!.layers.length })}</span>
      <select className="select" value={flow.index} onChange={(event) => flow.setLayer(Number(event.target.value))}>
        {flow.source!.layers.map(({ name, count }, i) => <option key={i} value={i}>{say(flow.taken.includes(i) ? 'import.layerTaken' : 'import.layerRow', { name: name || String(i + 1), n: count.toLocaleString() })}</option>)}
      </select>
    </label>
  );
}

function SchemaChoice({ flow, proposal }: Omit<FactsProps, 'size'>) {
  const { say, sayCode } = useWords();
  const confidence = proposal.schemas.find((row) => row.schema === flow.schema)?.confidence ?? 0;
  return (
    <label className="import-setting">
      <span>{say('import.schema')}</span>
      <select className="select" value={flow.schema} onChange={(event) => flow.setSchema(event.target.value as SchemaId)}>
        {INPUTS.map((id) => <option key={id} value={id}>{sayCode(`schema.${id}`)}</option>)}
      </select>
      <small className="muted">{say('import.likely', { word: say(LIKELY.find(({ from }) => confidence >= from)!.word), share: Math.round(confidence * 100) })}</small>
    </label>
  );
}

function EncodingChoice({ flow, proposal: { encoding } }: Omit<FactsProps, 'size'>) {
  const { say } = useWords();
  const guess = encoding!;
  const options = [...new Set([guess.encoding, ...ENCODINGS])];
  return (
    <label className="import-setting">
      <span>{say('import.encoding')}</span>
      <select className="select" value={guess.encoding} onChange={(event) => flow.setEncoding(event.target.value)}>
        {options.map((name) => <option key={name} value={name}>{name.toUpperCase().replace('GB18030', 'GBK / GB18030')}</option>)}
      </select>
      <small className="muted">{say('import.encodingWhy', { reason: say(`import.encoding.${guess.reason}` as WordKey), share: Math.round(guess.confidence * 100) })}</small>
    </label>
  );
}
