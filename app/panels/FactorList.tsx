import type { Factor } from '../../geo/index.ts';
import { formatFigure, formatNumber } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';

/** The reckoning behind a result, line by line. */
export function FactorList({ factors }: { factors: readonly Factor[] }) {
  const { sayCode } = useWords();
  return (
    <dl className="factors">
      {factors.map((factor, index) => (
        <div className="factor" key={`${factor.key}-${index}`} data-alone={factor.value === null || undefined}>
          <dt>{sayCode(plainKey(factor), wordsOf(factor, sayCode))}</dt>
          {factor.value !== null && <dd>{formatFigure(factor.key, factor.value, factor.unit, sayCode)}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** Stalls that were counted and not reckoned (an existing shelter's) have no formula. */
const plainKey = ({ key, params }: Factor): string => (key === 'factor.stalls' && !params ? 'field.stalls' : key);

/** Codes among the parameters (a department, a source) are said in words. */
function wordsOf({ params = {} }: Factor, sayCode: (key: string, params?: Record<string, string | number>, fallback?: string) => string): Record<string, string | number> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'number' ? formatNumber(value) : sayCode(`choice.${name}.${value}`, {}, sayCode(`department.${value}`, {}, value))]));
}
