import { RotateCcw, Save } from 'lucide-react';
import { BENEFITS, type BenefitWeights } from '../../../geo/index.ts';
import { runAnalysis } from '../../commands/run-analysis.ts';
import { formatPercent } from '../../i18n/format.ts';
import { useWords } from '../../i18n/index.ts';
import type { Run } from '../../state/document.ts';
import { setRanking, useRanking } from '../../state/ranking.ts';
import { useTasks } from '../../state/tasks.ts';
import { Button } from '../../ui/Button.tsx';
import { Segmented } from '../../ui/Segmented.tsx';
import { AhpMatrix } from './AhpMatrix.tsx';
import { judgementsOfRun, judgementsNear, judgementsText, weightsJudged } from './judgements.ts';

const PARAM_OF = { social: 'weightSocial', economic: 'weightEconomic', environmental: 'weightEnvironmental', warReadiness: 'weightWarReadiness' } as const;

/** The weights of the four benefits, set directly or by pairwise comparison. The list follows at once. */
export function WeightsBox({ run, weights, isTried }: { run: Run; weights: BenefitWeights; isTried: boolean }) {
  const { say, sayCode } = useWords();
  const { way: chosen, judgements: tried } = useRanking();
  const busy = useTasks((state) => state.task !== null);
  const kept = judgementsOfRun(run);
  const way = chosen ?? (kept ? 'ahp' : 'direct');
  const judgements = tried ?? kept ?? judgementsNear(weights);
  // Judgements that go round give no weights; those shown are still the ones before.
  const isCircle = way === 'ahp' && weightsJudged(judgements) === null;
  const total = BENEFITS.reduce((sum, benefit) => sum + weights[benefit], 0) || 1;
  const judge = (next: readonly number[]) => {
    const follows = weightsJudged(next);
    setRanking({ judgements: next, way: 'ahp', ...(follows ? { weights: follows } : {}) });
  };
  const keep = () => {
    const direct = { ...Object.fromEntries(BENEFITS.map((benefit) => [PARAM_OF[benefit], Math.round((weights[benefit] / total) * 1e4) / 1e4])), ahp: '' };
    void runAnalysis(run.analysis, run.inputs, { ...run.params, ...(way === 'ahp' && tried ? { ahp: judgementsText(tried) } : direct) });
  };
  return (
    <section className="weights">
      <div className="section-head">
        <h3>{say('weights.title')}</h3>
        <Segmented label={say('weights.way')} value={way} options={[{ value: 'direct', label: say('weights.direct') }, { value: 'ahp', label: say('weights.ahp') }]} onChange={(next) => (next === 'ahp' && !tried && !kept ? judge(judgementsNear(weights)) : setRanking({ way: next }))} />
      </div>
      {way === 'ahp' && <AhpMatrix judgements={judgements} onJudge={judge} />}
      {BENEFITS.map((benefit) => (
        <label className="slider" key={benefit}>
          <span><i className="benefit-dot" data-benefit={benefit} />{sayCode(`benefit.${benefit}`)}</span>
          <input className="range" type="range" min={0} max={1} step={0.01} value={weights[benefit] / total} disabled={way === 'ahp'} onChange={(event) => setRanking({ weights: share(weights, benefit, Number(event.target.value)), judgements: null })} />
          <output className="numeric">{formatPercent(weights[benefit] / total)}</output>
        </label>
      ))}
      {(isTried || tried) && (
        <div className="live-actions">
          <span className="tag" data-kind="accent">{say('weights.tried')}</span>
          <Button size="small" onClick={() => setRanking({ weights: null, judgements: null, way: null })}><RotateCcw />{say('weights.reset')}</Button>
          <Button size="small" kind="primary" disabled={busy || isCircle || !isTried} onClick={keep}><Save />{say('weights.keep')}</Button>
        </div>
      )}
    </section>
  );
}

/** The moved weight takes its share of 1; the others share the rest in their old proportions. */
function share(weights: BenefitWeights, moved: keyof BenefitWeights, value: number): BenefitWeights {
  const others = BENEFITS.filter((benefit) => benefit !== moved);
  const rest = others.reduce((sum, benefit) => sum + weights[benefit], 0);
  return Object.fromEntries(BENEFITS.map((benefit) => [benefit, benefit === moved ? value : (1 - value) * (rest > 0 ? weights[benefit] / rest : 1 / others.length)])) as unknown as BenefitWeights;
}
