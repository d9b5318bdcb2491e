import { Split, X } from 'lucide-react';
import { useMemo, useState } from 'react';
import { formatWhole } from '../../i18n/format.ts';
import { useWords } from '../../i18n/index.ts';
import { useShown } from '../../state/scenarios.ts';
import { allowed, closePicking, demanded, excluded, foundSites, setTerms, sitesToPick, useTerms, type SiteToPick, type Terms } from '../../state/site-terms.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { DialogFrame } from '../../ui/DialogFrame.tsx';
import { NoSites } from './NoSites.tsx';
import './site-terms.css';

/** More rows than this are searched, not read. */
const MOST = 100;

/** What the set must have, must not have, and may have only one of: ticked in a list of the sites by name. */
export default function SiteTermsDialog({ ticked: first }: { ticked: readonly string[] }) {
  const { say, sayCode } = useWords();
  const document = useShown();
  const sites = useMemo(() => sitesToPick(document), [document]);
  const terms = useTerms();
  const [text, setText] = useState('');
  const [ticked, setTicked] = useState<readonly string[]>(first);
  const { rows, all } = foundSites(sites, text, terms, MOST);
  const tick = (id: string) => setTicked(ticked.includes(id) ? ticked.filter((one) => one !== id) : [...ticked, id]);
  const exclude = () => { setTerms((now) => excluded(now, ticked)); setTicked([]); };
  return (
    <DialogFrame title={say('terms.title')} onClose={closePicking} foot={<><span className="muted">{say('terms.foot', { must: terms.must.length, mustNot: terms.mustNot.length, pairs: terms.exclusive.length })}</span><span className="bar-space" /><Button kind="primary" onClick={closePicking}>{say('terms.done')}</Button></>}>
      {sites.length > 0 && <div className="terms-bar">
        <input className="input" type="search" autoFocus aria-label={say('terms.search')} placeholder={say('terms.search')} value={text} onChange={(event) => setText(event.target.value)} />
        <Button size="small" disabled={ticked.length < 2} onClick={exclude}><Split />{ticked.length < 2 ? say('terms.excludeHow') : say('terms.exclude', { n: ticked.length })}</Button>
      </div>}
      <Pairs terms={terms} sites={sites} />
      {sites.length === 0 ? <NoSites /> : (
        <div className="terms-scroll"><table className="terms-table">
          <thead><tr><th>{say('terms.rank')}</th><th>{say('portfolio.site')}</th><th>{say('terms.capacity')}</th><th>{say('portfolio.cost')}</th><th>{sayCode('param.must')}</th><th>{sayCode('param.mustNot')}</th><th>{say('terms.tick')}</th></tr></thead>
          <tbody>{rows.map((site) => <SiteRow key={site.id} site={site} terms={terms} isTicked={ticked.includes(site.id)} onTick={() => tick(site.id)} />)}</tbody>
        </table></div>
      )}
      {rows.length < all && <p className="muted terms-more" role="status">{say('terms.more', { n: rows.length, all })}</p>}
      {sites.length > 0 && rows.length === 0 && <p className="section-empty" role="status">{say('terms.none')}</p>}
    </DialogFrame>
  );
}

function SiteRow({ site: { id, name, rank, source, capacity, cost }, terms, isTicked, onTick }: { site: SiteToPick; terms: Terms; isTicked: boolean; onTick: () => void }) {
  const { say, sayCode } = useWords();
  const box = (key: 'must' | 'mustNot') => <input type="checkbox" aria-label={`${sayCode(`param.${key}`)} ${name}`} checked={terms[key].includes(id)} onChange={() => setTerms((now) => demanded(now, id, key))} />;
  return (
    <tr data-site={id}>
      <td>{rank ?? '—'}</td><td className="terms-name">{name}<span className="muted">{sayCode(`choice.source.${source}`)} · {id}</span></td>
      <td>{formatWhole(capacity)}</td><td>{formatWhole(cost)}</td><td>{box('must')}</td><td>{box('mustNot')}</td>
      <td><input type="checkbox" aria-label={say('terms.tickSite', { name })} checked={isTicked} onChange={onTick} /></td>
    </tr>
  );
}

/** Which sites exclude each other, each with the way to lift it. */
function Pairs({ terms, sites }: { terms: Terms; sites: readonly SiteToPick[] }) {
  const { say } = useWords();
  const nameOf = (id: string) => sites.find((site) => site.id === id)?.name ?? id;
  if (terms.exclusive.length === 0) return null;
  return (
    <ul className="terms-chips" aria-label={say('terms.pairs')}>
      {terms.exclusive.map(([a, b], i) => <li key={`${a}+${b}`} className="terms-chip">{say('terms.pair', { a: nameOf(a), b: nameOf(b) })}<IconButton size="small" label={say('terms.lift')} onClick={() => setTerms((now) => allowed(now, i))}><X /></IconButton></li>)}
    </ul>
  );
}
