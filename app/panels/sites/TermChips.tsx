import { ListChecks, X } from 'lucide-react';
import { useWords } from '../../i18n/index.ts';
import { useShown } from '../../state/scenarios.ts';
import { allowed, demanded, pickSites, setTerms, sitesToPick, useTerms, type SiteTerm } from '../../state/site-terms.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import './site-terms.css';

/** One of the parameters that name sites: what is picked, by name, and the way to the list. */
export function TermChips({ id, term }: { id: string; term: SiteTerm }) {
  const { say } = useWords();
  const terms = useTerms(), document = useShown();
  const names = new Map(sitesToPick(document).map((site) => [site.id, site.name]));
  const nameOf = (site: string) => names.get(site) ?? site;
  const rows = term === 'exclusive'
    ? terms.exclusive.map(([a, b], i) => ({ key: `${a}+${b}`, label: say('terms.pair', { a: nameOf(a), b: nameOf(b) }), lift: () => setTerms((now) => allowed(now, i)) }))
    : terms[term].map((site) => ({ key: site, label: nameOf(site), lift: () => setTerms((now) => demanded(now, site, term)) }));
  return (
    <div className="terms-field">
      <ul className="terms-chips">{rows.map(({ key, label, lift }) => <li key={key} className="terms-chip" data-term={term}>{label}<IconButton size="small" label={say('terms.lift')} onClick={lift}><X /></IconButton></li>)}</ul>
      <Button id={id} size="small" onClick={() => pickSites()}><ListChecks />{say('terms.pick')}</Button>
    </div>
  );
}
