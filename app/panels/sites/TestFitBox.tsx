import { FileDown, LayoutGrid } from 'lucide-react';
import { useEffect } from 'react';
import type { Factor, PlanFeature } from '../../../geo/index.ts';
import { attempt } from '../../commands/attempt.ts';
import { fitSite, levelsOf, showLevel } from '../../commands/test-fit.ts';
import { formatWhole } from '../../i18n/format.ts';
import { useWords } from '../../i18n/index.ts';
import { zoomToFeatures } from '../../map/map-access.ts';
import { outOfDate, type Run } from '../../state/document.ts';
import { loadAnalyses, useForms } from '../../state/forms.ts';
import { useShown } from '../../state/scenarios.ts';
import { useTasks } from '../../state/tasks.ts';
import { setView, useView } from '../../state/view.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { useFactors } from '../use-factors.ts';

/** How many cars really go in under this site: lays a garage out, compares its variants with the rule by area, and shows one level at a time. */
export function TestFitBox({ run, site }: { run: Run; site: PlanFeature }) {
  const { say } = useWords();
  const document = useShown();
  const busy = useTasks((state) => state.task !== null);
  useEffect(() => { if (useForms.getState().analyses.length === 0) void attempt(loadAnalyses); }, []);
  const known = useForms((forms) => forms.analyses.length > 0);
  // All sites may have been laid out, and this one again since: the later one counts.
  const found = document.runs.findLast(({ analysis, layers }) => analysis === 'test-fit' && layers['fit-sites'].features.some(({ id }) => id === site.id));
  const fitted = found?.layers['fit-sites'].features.find(({ id }) => id === site.id);
  const lay = (variant: string) => void fitSite(run.layers['candidate-sites'], site, variant).then((made) => { if (made) zoomToFeatures([site]); });
  if (site.properties['source'] === 'existing-shelter') return null;
  return (
    <div className="test-fit" data-testid="test-fit">
      <div className="section-head">
        <h3>{say('fit.title')}</h3>
        <Button size="small" kind={fitted ? undefined : 'primary'} disabled={busy || !known} onClick={() => lay('best')}><LayoutGrid />{say(fitted ? 'fit.again' : 'fit.start')}</Button>
      </div>
      {!fitted && <p className="muted fit-rule">{say('fit.hint')}</p>}
      {found && fitted && outOfDate(found, document) && <p className="section-note" role="status">{say('fit.old')}</p>}
      {found && fitted && <Variants run={found} site={fitted} busy={busy} onPick={lay} />}
    </div>
  );
}

function Variants({ run, site, busy, onPick }: { run: Run; site: PlanFeature; busy: boolean; onPick: (variant: string) => void }) {
  const { say, sayCode } = useWords();
  const all = useFactors(run, 'fit-sites', site.id);
  const factors = all.filter(({ params }) => params?.['variant'] !== undefined);
  // From bays and aisles alone down to what is drawn.
  const losses = all.filter(({ key }) => key === 'factor.fitBare' || key.startsWith('factor.fitLost.'));
  const figure = ({ params }: Factor, key: string) => String(params?.[key] ?? '');
  const notes = String(site.properties['fitNotes'] ?? '').split(',').filter(Boolean);
  return (
    <>
      {factors.length > 0 && <table className="portfolio-table fit-table">
        <thead><tr><th>{say('fit.variant')}</th><th>{say('fit.stalls')}</th><th>{say('fit.levels')}</th><th>{say('fit.perStall')}</th><th>{say('fit.ramps')}</th><th>{say('fit.units')}</th></tr></thead>
        <tbody>{factors.map((factor) => (
          <tr key={figure(factor, 'variant')} data-drawn={figure(factor, 'drawn') === '1'}>
            <td><button type="button" className="link" disabled={busy} aria-pressed={figure(factor, 'drawn') === '1'} onClick={() => onPick(figure(factor, 'variant'))}>{sayCode(`choice.variant.${figure(factor, 'variant')}`)}</button></td>
            <td><b>{formatWhole(Number(factor.value))}</b></td><td>{figure(factor, 'levels')}</td><td>{figure(factor, 'perStall')}</td><td>{figure(factor, 'ramps')}</td><td>{figure(factor, 'units')}</td>
          </tr>
        ))}</tbody>
      </table>}
      <p className="muted fit-rule" data-testid="fit-rule">{say('fit.rule', { rule: formatWhole(Number(site.properties['ruleStalls'])), drawn: formatWhole(Number(site.properties['stalls'])), bound: site.properties['stallBound'] === null ? '-' : formatWhole(Number(site.properties['stallBound'])) })}</p>
      {losses.length > 1 && <p className="muted fit-rule" data-testid="fit-losses">{losses.map(({ key, value }) => `${sayCode(key)} ${formatWhole(Math.abs(Number(value)))}`).join(say('list.comma'))}</p>}
      {notes.length > 0 && <p className="section-note">{notes.map((note) => sayCode(`choice.fitNotes.${note}`)).join(say('list.comma'))}</p>}
      {factors.length > 0 && <Levels run={run} />}
    </>
  );
}

/** Which level is on the map, and its drawing as a file. */
function Levels({ run }: { run: Run }) {
  const { say } = useWords();
  const hidden = useView((view) => view.hidden);
  const levels = levelsOf(run).filter(([, layer]) => layer.features.length > 0);
  const shown = levels.find(([, layer]) => hidden[layer.id] === false) ?? levels[0];
  if (!shown) return null;
  return (
    <div className="fit-levels">
      <Segmented label={say('fit.level')} value={shown[0]} options={levels.map(([name]) => ({ value: name, label: name.slice(4).toUpperCase() }))} onChange={(name) => showLevel(run, name)} />
      <Button size="small" onClick={() => setView({ exporting: shown[1].id })}><FileDown />{say('fit.export')}</Button>
    </div>
  );
}
