import { FileDown, Trophy } from 'lucide-react';
import { useMemo, useState } from 'react';
import { showSites } from '../../commands/run-analysis.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/index.ts';
import { outOfDate, type Run } from '../../state/document.ts';
import { useShown } from '../../state/scenarios.ts';
import { openForm } from '../../state/forms.ts';
import { showPanel, useView } from '../../state/view.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { FIRST } from '../../commands/first-sites.ts';
import { exportRows } from '../results/export-rows.tsx';
import { OutOfDate } from '../results/ResultsPanel.tsx';
import { FailedSites } from './FailedSites.tsx';
import { DossierButton } from './DossierButton.tsx';
import { PortfolioView } from './PortfolioView.tsx';
import { SiteDetail } from './SiteDetail.tsx';
import { SiteFilter, type SiteView } from './SiteFilter.tsx';
import { SiteList } from './SiteList.tsx';
import { sitesShown } from './sites-shown.ts';
import { useRankedSites } from './use-ranking.ts';
import { WeightsBox } from './WeightsBox.tsx';
import '../results.css';
import './sites.css';

/** The sites one by one, or the set of them to build. */
export default function SitesPanel() {
  const { say } = useWords();
  const view = useView((state) => state.sitesView);
  return (
    <>
      <div className="panel-head">
        <Segmented label={say('sites.view')} value={view} options={[{ value: 'candidate-sites', label: say('sites.ranking') }, { value: 'site-portfolio', label: say('sites.portfolio') }]} onChange={showSites} />
      </div>
      {view === 'candidate-sites' ? <Ranking /> : <PortfolioView />}
    </>
  );
}

/** Candidate sites by rank, with the weights beside them. */
function Ranking() {
  const { say } = useWords();
  const run = useShown().runs.find(({ analysis }) => analysis === 'candidate-sites');
  if (run) return <Sites run={run} />;
  return (
    <Empty icon={<Trophy />} title={say('sites.empty')} hint={say('sites.emptyHint')}>
      <Button kind="primary" onClick={() => { openForm('candidate-sites'); showPanel('analyses'); }}>{say('results.toAnalyses')}</Button>
    </Empty>
  );
}

function Sites({ run }: { run: Run }) {
  const { say } = useWords();
  const document = useShown();
  const { ranked, weights, isTried } = useRankedSites(run);
  const [view, setFilter] = useState<SiteView>({ source: '', status: '', by: 'rank' });
  const layer = run.layers['candidate-sites'];
  const selected = useView((state) => (state.selection?.layerId === layer.id ? state.selection.featureId : null));
  const rows = useMemo(() => sitesShown(layer.features, ranked, view), [layer, ranked, view]);
  const open = selected === null ? undefined : layer.features.findIndex(({ id }) => id === selected);
  return (
    <>
      {outOfDate(run, document) && <OutOfDate run={run} />}
      {open !== undefined && open >= 0
        ? <SiteDetail run={run} site={layer.features[open]} ranked={ranked[open]} />
        : (
          <div className="sites">
            <WeightsBox run={run} weights={weights} isTried={isTried} />
            <div className="section-head">
              <span className="muted sites-count" role="status">{say(rows.length === ranked.length ? 'sites.count' : 'sites.countOf', { n: formatNumber(rows.length), all: formatNumber(ranked.length) })}</span>
              <Menu rows={exportRows(run, say)}>
                <Button size="small"><FileDown />{say('app.export')}</Button>
              </Menu>
              {rows.length > 0 && <DossierButton run={run} sites={rows.slice(0, FIRST).map(({ site }) => site.id)} label={say('dossier.openFirst', { n: Math.min(FIRST, rows.length) })} />}
              <SiteFilter view={view} sites={layer.features} onChange={setFilter} />
            </div>
            <SiteList layerId={layer.id} rows={rows} />
            <FailedSites run={run} />
          </div>
        )}
    </>
  );
}
