import { ArrowLeft, FlaskConical, Layers2, ZoomIn } from 'lucide-react';
import { BENEFITS, type PlanFeature, type RankedSite } from '../../../geo/index.ts';
import { openSection } from '../../commands/section.ts';
import { serviceOf, tryOut } from '../../commands/live.ts';
import { showRun } from '../../commands/run-analysis.ts';
import { formatPercent, formatScore, formatWhole } from '../../i18n/format.ts';
import { useWords } from '../../i18n/index.ts';
import { zoomToFeatures } from '../../map/map-access.ts';
import type { Run } from '../../state/document.ts';
import { useShown } from '../../state/scenarios.ts';
import { select, useView } from '../../state/view.ts';
import { Button, IconButton } from '../../ui/Button.tsx';
import { FactorList } from '../FactorList.tsx';
import { useFactors } from '../use-factors.ts';
import { DossierButton } from './DossierButton.tsx';
import { MeasureButton } from './MeasureButton.tsx';
import { BenefitTable } from './BenefitTable.tsx';
import { ScoreBar, StatusTag } from './SiteList.tsx';
import { withCut } from './site-derivation.ts';
import { TermButtons } from './TermButtons.tsx';
import { SiteTimes } from './SiteTimes.tsx';
import { TestFitBox } from './TestFitBox.tsx';

/** One candidate site: what it gives, why it ranks where it does, how it came about, and a trial on the map. */
export function SiteDetail({ run, site, ranked }: { run: Run; site: PlanFeature; ranked: RankedSite }) {
  const { say, sayCode } = useWords();
  const p = site.properties;
  const factors = useFactors(run, 'candidate-sites', site.id).filter(({ key }) => !key.startsWith('indicator.'));
  return (
    <div className="panel-body site-detail">
      <div className="site-head">
        <Button size="small" kind="plain" onClick={() => select(null)}><ArrowLeft />{say('sites.back')}</Button>
        <IconButton size="small" label={say('sites.zoom')} onClick={() => zoomToFeatures([site])}><ZoomIn /></IconButton>
      </div>
      <h2 className="site-title"><span className="rank">{ranked.rank}</span>{String(p['name'])}{p['status'] !== 'ok' && <StatusTag status={String(p['status'])} />}</h2>
      <p className="muted">{sayCode(`choice.source.${p['source']}`)} · {site.id}</p>
      <div className="site-tools">
        <Button size="small" onClick={() => openSection({ kind: 'site', site: site.id, direction: 'along' })}><Layers2 />{say('section.site')}</Button>
        <DossierButton run={run} sites={[site.id]} label={say('dossier.open')} />
        <MeasureButton run={run} site={site} />
        <TermButtons site={site.id} />
      </div>
      <div className="key-figures">
        <Figure label={sayCode('indicator.reliefNight')} value={formatWhole(Number(p['reliefNight']))} unit={sayCode('unit.stall')} strong />
        <Figure label={sayCode('indicator.reliefDay')} value={formatWhole(Number(p['reliefDay']))} unit={sayCode('unit.stall')} />
        <Figure label={sayCode('indicator.reliefShelter')} value={formatWhole(Number(p['reliefShelter']))} unit={sayCode('unit.person')} />
      </div>
      <Trial site={site} />
      <SiteTimes site={site} />
      <TestFitBox run={run} site={site} />
      <div className="section-head"><h3>{say('sites.score', { score: formatScore(ranked.score) })}</h3><span className="muted">{say('sites.topsis', { rank: ranked.topsisRank, value: ranked.topsis.toFixed(3) })}</span></div>
      {p['locked'] === true && <p className="section-note">{say('sites.heldLast')}</p>}
      <ScoreBar factors={BENEFITS.map((benefit) => ({ benefit, part: ranked.parts[benefit] }))} />
      <BenefitTable ranked={ranked} />
      <p className="site-robust">{say('sites.robust', { first: formatPercent(Number(p['firstShare'])), top3: formatPercent(Number(p['top3Share'])), top10: formatPercent(Number(p['top10Share'])) })}</p>
      <div className="section-head"><h3>{say('sites.how')}</h3></div>
      <FactorList factors={withCut(factors, site, run.params)} />
    </div>
  );
}

function Figure({ label, value, unit, strong = false }: { label: string; value: string; unit: string; strong?: boolean }) {
  return <div className="key-figure" data-strong={strong}><span className="key-label">{label}</span><b>{value}</b><span className="muted">{unit}</span></div>;
}

/** The map before and after the site, on the service run that is shown. */
function Trial({ site }: { site: PlanFeature }) {
  const { say } = useWords();
  const shownRun = useView((view) => view.shownRun);
  const trial = useView((view) => view.trial);
  const { runs } = useShown();
  const run = runs.find(({ id }) => id === shownRun) ?? runs.find((one) => serviceOf(one) !== null);
  if (!run || serviceOf(run) === null) return <p className="site-hint">{say('trial.needsRun')}</p>;
  const active = trial?.siteId === site.id;
  return <div className="site-trial"><Button kind={active ? undefined : 'primary'} onClick={() => { if (!active) showRun(run); tryOut(run, active ? null : site.id); }}><FlaskConical />{say(active ? 'trial.stop' : 'trial.start')}</Button></div>;
}
