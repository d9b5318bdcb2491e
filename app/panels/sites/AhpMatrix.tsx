import { useState } from 'react';
import { ahp, BENEFITS, CONSISTENT, judgementMatrix, type BenefitWeights } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';

/** Saaty's scale: 1 = equally important, 9 = far more important; reciprocals the other way round. */
const SCALE = [9, 7, 5, 3, 2, 1, 1 / 2, 1 / 3, 1 / 5, 1 / 7, 1 / 9];
const PAIRS = BENEFITS.flatMap((row, i) => BENEFITS.slice(i + 1).map((column, k) => ({ row, column, at: [i, i + 1 + k] as const })));
const label = (value: number) => (value >= 1 ? String(value) : `1/${Math.round(1 / value)}`);

/** Pairwise comparison (AHP): six judgements, the weights that follow, and how consistent they are. */
export function AhpMatrix({ onWeights }: { onWeights: (weights: BenefitWeights) => void }) {
  const { say, sayCode } = useWords();
  const [judgements, setJudgements] = useState<readonly number[]>(() => PAIRS.map(() => 1));
  const result = ahp(judgementMatrix(judgements, BENEFITS.length));
  const judge = (index: number, value: number) => {
    const next = judgements.map((old, i) => (i === index ? value : old));
    setJudgements(next);
    const { weights, circle } = ahp(judgementMatrix(next, BENEFITS.length));
    if (!circle) onWeights(Object.fromEntries(BENEFITS.map((benefit, i) => [benefit, weights[i]])) as unknown as BenefitWeights);
  };
  const name = (i: number) => sayCode(`benefit.${BENEFITS[i]}`);
  const bad = result.circle !== null || result.ratio > CONSISTENT;
  return (
    <div className="ahp">
      <table>
        <thead><tr><td />{BENEFITS.map((benefit) => <th key={benefit} scope="col">{sayCode(`benefit.${benefit}.short`, {}, sayCode(`benefit.${benefit}`))}</th>)}</tr></thead>
        <tbody>
          {BENEFITS.map((row, i) => (
            <tr key={row}>
              <th scope="row">{sayCode(`benefit.${row}.short`, {}, sayCode(`benefit.${row}`))}</th>
              {BENEFITS.map((column, j) => <td key={column}>{j <= i ? <span className="muted">{j === i ? '1' : label(1 / judgements[pairAt(j, i)])}</span> : (
                <select aria-label={say('ahp.judge', { a: name(i), b: name(j) })} value={judgements[pairAt(i, j)]} onChange={(event) => judge(pairAt(i, j), Number(event.target.value))}>
                  {SCALE.map((value) => <option key={value} value={value}>{label(value)}</option>)}
                </select>
              )}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={bad ? 'ahp-bad' : 'muted'} role={bad ? 'alert' : undefined}>
        {result.circle !== null
          ? say('ahp.circle', { a: name(result.circle[0]), b: name(result.circle[1]), c: name(result.circle[2]) })
          : say(bad ? 'ahp.inconsistent' : 'ahp.consistent', { cr: result.ratio.toFixed(3), a: name(result.worst.i), b: name(result.worst.j), given: label(result.worst.given), fitting: result.worst.fitting.toFixed(1) })}
      </p>
    </div>
  );
}
const pairAt = (i: number, j: number) => PAIRS.findIndex(({ at }) => at[0] === i && at[1] === j);
