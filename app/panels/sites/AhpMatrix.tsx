import { BENEFITS, CONSISTENT } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';
import { judged, label, PAIRS, SCALE } from './judgements.ts';

/** Pairwise comparison (AHP): six judgements, the weights that follow, and how consistent they are. */
export function AhpMatrix({ judgements, onJudge }: { judgements: readonly number[]; onJudge: (judgements: readonly number[]) => void }) {
  const { say, sayCode } = useWords();
  const result = judged(judgements);
  const judge = (index: number, value: number) => onJudge(judgements.map((old, i) => (i === index ? value : old)));
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
                  {scaleWith(judgements[pairAt(i, j)]).map((value) => <option key={value} value={value}>{label(value)}</option>)}
                </select>
              )}</td>)}
            </tr>
          ))}
        </tbody>
      </table>
      <p className={bad ? 'ahp-bad' : 'muted'} role={bad ? 'alert' : undefined}>
        {result.circle !== null
          ? say('ahp.circle', { circle: [...result.circle, result.circle[0]].map(name).join(' > ') })
          : say(bad ? 'ahp.inconsistent' : 'ahp.consistent', { cr: result.ratio.toFixed(3), a: name(result.worst.i), b: name(result.worst.j), given: label(result.worst.given), fitting: result.worst.fitting.toFixed(1) })}
      </p>
    </div>
  );
}
const pairAt = (i: number, j: number) => PAIRS.findIndex(({ at }) => at[0] === i && at[1] === j);
/** The scale, and a value between its steps where a judgement that was typed in the form has one. */
const scaleWith = (value: number) => (SCALE.includes(value) ? SCALE : [...SCALE, value].sort((a, b) => b - a));
