import { useState } from 'react';
import { CRS_CHOICES, SCHEMA_IDS, SCHEMAS, type LayerProposal, type SchemaId } from '../../../geo/index.ts';
import { useWords, type WordKey } from '../../i18n/index.ts';
import { crsName } from '../crs-name.ts';
import { sayBytes } from './field-choice.ts';
import { LocalGridForm } from './LocalGridForm.tsx';
import type { Import } from './use-import.ts';

const INPUTS = SCHEMA_IDS.filter((id) => SCHEMAS[id].input);
const LIKELY = [{ from: 0.6, word: 'import.certain' }, { from: 0.35, word: 'import.probable' }, { from: 0, word: 'import.doubtful' }] as const;
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
        {proposal.crs.length > 0 && <CrsPicker flow={flow} proposal={proposal} />}
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

/** Stands in the list for a grid that is yet to be fitted. */
const LOCAL = 'local';
/** A guess first, then every system there is. Where the numbers cannot tell, nothing is chosen and the user has to say. */
function CrsPicker({ flow: { crs, setCrs }, proposal }: Omit<FactsProps, 'size'>) {
  const { say, sayCode } = useWords();
  const guesses = proposal.crs.filter(({ code }) => CRS_CHOICES.some((row) => row.code === code));
  const groups = [...new Set(CRS_CHOICES.map(({ id }) => id))].map((id) => ({ id, rows: CRS_CHOICES.filter((row) => row.id === id) }));
  const valueOf = (code: string, swapped: boolean) => `${code}|${swapped ? 1 : 0}`;
  const [fitting, setFitting] = useState(false);
  const choose = (value: string) => {
    const [code, swapped] = value.split('|');
    setFitting(code === LOCAL);
    setCrs(code === LOCAL ? null : code || null, swapped === '1');
  };
  const value = fitting ? `${LOCAL}|0` : typeof crs.code === 'string' ? valueOf(crs.code, crs.swapped) : '';
  return (
    <div className="import-setting">
      <label htmlFor="import-crs">{say('import.crs')}</label>
      <select id="import-crs" className="select" data-open={crs.code === null || undefined} value={value} onChange={(event) => choose(event.target.value)}>
        <option value="">{say('import.crsAsk')}</option>
        {guesses.length > 0 && (
          <optgroup label={say('import.crsGuesses')}>
            {guesses.map(({ code, swapped, confidence }) => <option key={valueOf(code, swapped)} value={valueOf(code, swapped)}>{say('import.crsGuess', { name: crsName(code, sayCode), axes: swapped ? say('import.crsSwapped') : '', share: Math.round(confidence * 100) })}</option>)}
          </optgroup>
        )}
        {groups.map(({ id, rows }) => (
          <optgroup key={id} label={sayCode(`crs.kind.${rows[0].kind}`)}>
            {rows.filter(({ code }) => !guesses.some((guess) => guess.code === code && !guess.swapped)).map(({ code }) => <option key={code} value={valueOf(code, false)}>{crsName(code, sayCode)}</option>)}
          </optgroup>
        ))}
        <optgroup label={sayCode('crs.kind.local')}><option value={`${LOCAL}|0`}>{say('grid.fit')}</option></optgroup>
      </select>
      {fitting && <LocalGridForm onGrid={(grid) => setCrs(grid, crs.swapped)} />}
      <small className="muted">
        {crs.guess ? say('import.crsWhy', { reason: sayCode(`crs.reason.${crs.guess.reason}`), share: Math.round(crs.guess.confidence * 100) }) : crs.code === null ? say('import.askCrs') : say('import.chosen')}
        {crs.code !== null && <label className="check import-swap"><input type="checkbox" checked={crs.swapped} onChange={(event) => setCrs(crs.code, event.target.checked)} />{sayCode('crs.swapped')}</label>}
      </small>
    </div>
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
