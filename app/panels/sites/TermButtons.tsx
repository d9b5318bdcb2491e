import { Ban, CircleCheckBig, Split } from 'lucide-react';
import { useWords } from '../../i18n/index.ts';
import { demanded, pickSites, setTerms, useTerms } from '../../state/site-terms.ts';
import { Button } from '../../ui/Button.tsx';
import './site-terms.css';

/** What the set to build has to do with the site that is selected. */
export function TermButtons({ site }: { site: string }) {
  const { say, sayCode } = useWords();
  const terms = useTerms();
  return (
    <span className="term-buttons" role="group" aria-label={say('terms.title')}>
      <Button size="small" aria-pressed={terms.must.includes(site)} onClick={() => setTerms((now) => demanded(now, site, 'must'))}><CircleCheckBig />{sayCode('param.must')}</Button>
      <Button size="small" aria-pressed={terms.mustNot.includes(site)} onClick={() => setTerms((now) => demanded(now, site, 'mustNot'))}><Ban />{sayCode('param.mustNot')}</Button>
      <Button size="small" onClick={() => pickSites([site])}><Split />{say('terms.excludeWith')}</Button>
    </span>
  );
}
