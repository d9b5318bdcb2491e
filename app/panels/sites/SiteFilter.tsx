import type { PlanFeature } from '../../../geo/index.ts';
import { useWords, type WordKey } from '../../i18n/index.ts';

export interface SiteView {
  source: string;
  status: string;
  by: 'rank' | 'reliefNight' | 'reliefShelter' | 'costPerReliefStall' | 'deadline';
}
const ORDERS: readonly { by: SiteView['by']; label: WordKey }[] = [
  { by: 'rank', label: 'sites.byRank' }, { by: 'reliefNight', label: 'sites.byNight' }, { by: 'reliefShelter', label: 'sites.byShelter' }, { by: 'costPerReliefStall', label: 'sites.byCost' }, { by: 'deadline', label: 'sites.byDeadline' },
];

/** Source, status and order of the list. */
export function SiteFilter({ view, sites, onChange }: { view: SiteView; sites: readonly PlanFeature[]; onChange: (view: SiteView) => void }) {
  const { say, sayCode } = useWords();
  const present = (field: string) => [...new Set(sites.map(({ properties }) => String(properties[field])))].sort();
  const picker = (field: 'source' | 'status', label: WordKey) => (
    <select className="select" aria-label={say(label)} value={view[field]} onChange={(event) => onChange({ ...view, [field]: event.target.value })}>
      <option value="">{say(label)}</option>
      {present(field).map((code) => <option key={code} value={code}>{sayCode(`choice.${field}.${code}`)}</option>)}
    </select>
  );
  return (
    <div className="site-filter">
      {picker('source', 'sites.allSources')}
      {picker('status', 'sites.allStatus')}
      <select className="select" aria-label={say('sites.order')} value={view.by} onChange={(event) => onChange({ ...view, by: event.target.value as SiteView['by'] })}>
        {ORDERS.map(({ by, label }) => <option key={by} value={by}>{say(label)}</option>)}
      </select>
    </div>
  );
}
