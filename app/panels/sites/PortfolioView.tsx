import { FileDown, ListChecks, ListPlus, Play, Puzzle } from 'lucide-react';
import { scenarioOfSites } from '../../commands/scenarios.ts';
import { runAnalysis } from '../../commands/run-analysis.ts';
import { formatFigure, formatWhole } from '../../i18n/format.ts';
import { useWords } from '../../i18n/index.ts';
import { zoomToFeatures } from '../../map/map-access.ts';
import { outOfDate, type Run } from '../../state/document.ts';
import { openForm, setParam, useForms } from '../../state/forms.ts';
import { useShown } from '../../state/scenarios.ts';
import { useSearch } from '../../state/search.ts';
import { pickSites, SITE_TERMS, termTexts, useTerms } from '../../state/site-terms.ts';
import { useTasks } from '../../state/tasks.ts';
import { select, showPanel } from '../../state/view.ts';
import { Button } from '../../ui/Button.tsx';
import { Empty } from '../../ui/Empty.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { exportRows } from '../results/export-rows.tsx';
import { IndicatorTable } from '../results/IndicatorTable.tsx';
import { OutOfDate } from '../results/ResultsPanel.tsx';
import { Frontier } from './Frontier.tsx';
import { chosenAmong, isBuilt } from './portfolio-shown.ts';
import { FrontierNow, SearchNow } from './SearchNow.tsx';
import './site-terms.css';

/** Which sites to build with the money there is. */
export function PortfolioView() {
  const { say } = useWords();
  const document = useShown();
  const run = document.runs.find(({ analysis }) => analysis === 'site-portfolio');
  const phase = useSearch((state) => (state.run !== null && state.run === run ? state.phase : null));
  const toForm = () => { openForm('site-portfolio'); showPanel('analyses'); };
  if (!run) return <Empty icon={<Puzzle />} title={say('portfolio.empty')} hint={say('portfolio.emptyHint')}><Button kind="primary" onClick={toForm}>{say('results.toAnalyses')}</Button></Empty>;
  return (
    <>
      {outOfDate(run, document) && <OutOfDate run={run} />}
      <div className="section-head">
        <Button size="small" onClick={toForm}><Play />{say('portfolio.change')}</Button>
        <Button size="small" onClick={() => pickSites()}><ListChecks />{say('terms.title')}</Button>
        <span className="bar-space" />
        <Menu rows={exportRows(run, say)}><Button size="small"><FileDown />{say('app.export')}</Button></Menu>
      </div>
      {phase === null && <TermsChanged run={run} />}
      <div className="panel-body">{phase === 'set' ? <SearchNow run={run} /> : <>{phase === 'frontier' && <FrontierNow />}<Figures run={run} /></>}<Answer run={run} /></div>
    </>
  );
}

const FIGURES = ['portfolioSites', 'portfolioRelief', 'portfolioCost', 'portfolioValue', 'portfolioBound', 'portfolioGap', 'portfolioGreedy'];

/** Sites were picked since: the same question with what is demanded now. */
function TermsChanged({ run }: { run: Run }) {
  const { say } = useWords();
  const isAsked = useForms((forms) => forms.changed['site-portfolio'] !== undefined), texts = termTexts(useTerms());
  const busy = useTasks((state) => state.task !== null);
  if (!isAsked || SITE_TERMS.every((key) => texts[key] === String(run.params[key] ?? ''))) return null;
  return <div className="terms-changed" role="status"><span>{say('terms.changed')}</span><span className="bar-space" /><Button size="small" kind="primary" disabled={busy} onClick={() => void runAnalysis('site-portfolio', run.inputs, { ...run.params, ...texts })}><Play />{say('terms.again')}</Button></div>;
}

function Figures({ run }: { run: Run }) {
  const { sayCode } = useWords();
  return (
    <>
      {run.issues.filter(({ code }) => code.startsWith('portfolio.')).map(({ code, params }) => <p key={code} className="section-note" role="status">{sayCode(`issue.${code}`, params)}</p>)}
      <dl className="factors portfolio-figures" data-testid="portfolio-figures">
        {run.indicators.filter(({ key }) => FIGURES.includes(key)).map(({ key, value, unit }) => <div className="factor" key={key} data-key={key}><dt>{sayCode(`indicator.${key}`)}</dt><dd>{formatFigure(key, value, unit, sayCode)}</dd></div>)}
      </dl>
    </>
  );
}

function Answer({ run }: { run: Run }) {
  const { say } = useWords();
  const candidates = useShown().runs.find(({ analysis }) => analysis === 'candidate-sites');
  const busy = useTasks((state) => state.task !== null);
  const built = run.layers['portfolio-sites'].features.filter(isBuilt);
  const choices = chosenAmong(run, candidates);
  const take = (budget: number) => {
    const params = { ...run.params, budgets: String(Math.ceil(budget)) };
    setParam('site-portfolio', 'budgets', params.budgets);
    if (!busy) void runAnalysis('site-portfolio', run.inputs, params);
  };
  return (
    <>
      {built.length > 0 && <p className="portfolio-act"><Button kind="primary" disabled={choices === null} onClick={() => { scenarioOfSites(say('portfolio.scenario'), choices!, candidates!.params); showPanel('scenarios'); }}><ListPlus />{say('portfolio.toScenario')}</Button></p>}
      {built.length > 0 && choices === null && <p className="section-note">{say('portfolio.needsCandidates')}</p>}
      <Frontier run={run} onTake={take} />
      {built.length > 0 && (
        <div className="portfolio-list"><h3>{say('portfolio.chosen')}</h3><table className="portfolio-table">
          <thead><tr><th>{say('portfolio.phase')}</th><th>{say('portfolio.site')}</th><th>{say('portfolio.cost')}</th><th>{say('portfolio.adds')}</th></tr></thead>
          <tbody>{built.map((site) => (
            <tr key={site.id}>
              <td>{String(site.properties['buildPhase'])}</td>
              <td><button type="button" className="link" onClick={() => { select({ layerId: run.layers['portfolio-sites'].id, featureId: site.id }); zoomToFeatures([site]); }}>{String(site.properties['name'])}</button></td>
              <td>{formatWhole(Number(site.properties['cost']))}</td><td>{formatWhole(Number(site.properties['reliefLost']))}</td>
            </tr>
          ))}</tbody>
        </table></div>
      )}
      <IndicatorTable run={run} />
    </>
  );
}
