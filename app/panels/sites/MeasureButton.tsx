import { ListPlus } from 'lucide-react';
import { useState } from 'react';
import type { PlanFeature } from '../../../geo/index.ts';
import { measureOfCandidate } from '../../commands/scenarios.ts';
import { useWords } from '../../i18n/index.ts';
import { showPanel } from '../../state/view.ts';
import type { Run } from '../../state/document.ts';
import { Button } from '../../ui/Button.tsx';

/** The site as a measure, with its own levels or with others. */
export function MeasureButton({ run, site }: { run: Run; site: PlanFeature }) {
  const { say } = useWords();
  const own = typeof site.properties['levels'] === 'number' ? site.properties['levels'] : null;
  const [levels, setLevels] = useState(own);
  const make = () => {
    measureOfCandidate({ site, ...(levels === null || levels === own ? {} : { levels }) }, run.params);
    showPanel('scenarios');
  };
  return (
    <span className="site-measure">
      {own !== null && site.properties['source'] !== 'existing-shelter' && <select className="select" aria-label={say('measure.levels')} value={levels ?? own} onChange={(event) => setLevels(Number(event.target.value))}>{Array.from({ length: Math.max(own, 5) }, (_, i) => i + 1).map((n) => <option key={n} value={n}>{say('measure.levelCount', { n })}</option>)}</select>}
      <Button size="small" onClick={make}><ListPlus />{say('measure.fromSite')}</Button>
    </span>
  );
}
