import type { SectionModel } from '../../geo/index.ts';
import { useWords } from '../i18n/index.ts';
import { SITE } from './looks.ts';

/** What the colours are, of what is there, and how sure lines are. */
export function Legend({ model, zones }: { model: SectionModel; zones: boolean }) {
  const { say, sayCode } = useWords();
  const rows = new Map(model.features.filter(({ cuts, role }) => cuts.length > 0 && (zones || role !== 'zone')).map(({ schema, kind, role, color }) => [kind ?? schema, { text: kind ? sayCode(`choice.kind.${kind}`) : sayCode(`schema.${schema}`), color: role === 'site' ? SITE.fill : role === 'road' ? '#c62828' : color }]));
  // Kinds of a garage's parts that the line goes through, in the order in which they are drawn.
  const parts = new Map(model.garage.map(({ kind, color }) => [kind, color]));
  return (
    <ul className="section-legend">
      {[...rows].map(([key, { text, color }]) => <li key={key}><i style={{ background: color }} />{text}</li>)}
      {[...parts].map(([kind, color]) => <li key={`garage-${kind}`}><i style={{ background: color }} />{sayCode(`choice.fitKind.${kind}`)}</li>)}
      <li className="muted">{say('section.unknownKey')}</li><li className="muted">{say('section.assumedKey')}</li>
      {model.ground.basis === 'none' && <li className="muted">{say('section.flat')}</li>}
    </ul>
  );
}
