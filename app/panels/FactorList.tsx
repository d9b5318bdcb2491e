import type { Factor } from '../../geo/index.ts';
import { formatFigure } from '../i18n/format.ts';
import { useWords } from '../i18n/index.ts';

/** The reckoning behind a result, line by line. */
export function FactorList({ factors }: { factors: readonly Factor[] }) {
  const { sayCode } = useWords();
  return (
    <dl className="factors">
      {factors.map((factor, index) => (
        <div className="factor" key={`${factor.key}-${index}`} data-alone={factor.value === null || undefined}>
          <dt>{sayCode(factor.key, wordsOf(factor, sayCode))}</dt>
          {factor.value !== null && <dd>{formatFigure(factor.key, factor.value, factor.unit, sayCode)}</dd>}
        </div>
      ))}
    </dl>
  );
}

/** Codes among the parameters (a department, a source) are said in words. */
function wordsOf({ params = {} }: Factor, sayCode: (key: string, params?: Record<string, string | number>, fallback?: string) => string): Record<string, string | number> {
  return Object.fromEntries(Object.entries(params).map(([name, value]) => [name, typeof value === 'string' ? sayCode(`choice.${name}.${value}`, {}, sayCode(`department.${value}`, {}, value)) : value]));
}
