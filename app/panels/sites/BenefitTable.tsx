import { BENEFITS, type RankedSite } from '../../../geo/index.ts';
import { formatFigure, formatPercent, formatScore } from '../../i18n/format.ts';
import { useWords } from '../../i18n/index.ts';

/** Every indicator with raw value, score, weight and its part of the total: never only a total. */
export function BenefitTable({ ranked }: { ranked: RankedSite }) {
  const { say, sayCode } = useWords();
  return (
    <table className="benefit-table">
      <thead><tr><th scope="col">{say('benefits.indicator')}</th><th scope="col">{say('benefits.value')}</th><th scope="col">{say('benefits.score')}</th><th scope="col">{say('benefits.weight')}</th><th scope="col">{say('benefits.part')}</th></tr></thead>
      {BENEFITS.map((benefit) => {
        const rows = ranked.factors.filter(({ params }) => params?.['benefit'] === benefit);
        const part = rows.reduce((sum, { params }) => sum + Number(params?.['contribution'] ?? 0), 0);
        const weight = rows.reduce((sum, row) => sum + (row.weight ?? 0), 0);
        return (
          <tbody key={benefit}>
            <tr className="benefit-row"><th scope="rowgroup"><i className="benefit-dot" data-benefit={benefit} />{sayCode(`benefit.${benefit}`)}</th><td /><td>{formatPercent(ranked.benefits[benefit])}</td><td>{formatPercent(weight, 1)}</td><td><b>{formatScore(part)}</b></td></tr>
            {rows.map(({ key, value, unit, score, weight: own, params }) => (
              <tr key={key}>
                <td>{sayCode(key)}{params?.['direction'] === -1 && <span className="muted" title={say('benefits.less')}> ↓</span>}</td>
                <td>{formatFigure(key, value, unit, sayCode)}</td><td>{formatPercent(score ?? 0)}</td><td>{formatPercent(own ?? 0, 1)}</td><td>{formatScore(Number(params?.['contribution'] ?? 0))}</td>
              </tr>
            ))}
          </tbody>
        );
      })}
    </table>
  );
}
