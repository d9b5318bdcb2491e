import { ahp, BENEFITS, judgementMatrix, readBands, wrongBudgets, type ParamDef } from '../../../geo/index.ts';
import type { Say, SayCode } from '../../i18n/index.ts';

/** Says what is wrong with a text in the field of a parameter; null when it may be used. */
export function wrongIn(def: ParamDef, text: string, say: Say, sayCode: SayCode): string | null {
  if (def.type === 'number' || def.type === 'integer') return isInRange(def, text) ? null : sayRange(def, say);
  const check = TEXT_CHECKS[def.key];
  return text.trim() === '' || !check ? null : check(text, sayCode);
}

function isInRange(def: ParamDef, text: string): boolean {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) && value >= (def.min ?? -Infinity) && value <= (def.max ?? Infinity) && (def.type !== 'integer' || Number.isInteger(value));
}
function sayRange({ min, max, type }: ParamDef, say: Say): string {
  const whole = type === 'integer' ? say('analyses.whole') : '';
  if (min !== undefined && max !== undefined) return whole + say('analyses.range', { min, max });
  if (min !== undefined) return whole + say('analyses.atLeast', { min });
  return whole + (max !== undefined ? say('analyses.atMost', { max }) : say('analyses.aNumber'));
}

/** Texts that carry numbers, by parameter; the engine has the last word, these say it while somebody types. */
const TEXT_CHECKS: Readonly<Record<string, (text: string, sayCode: SayCode) => string | null>> = {
  ahp: (text, sayCode) => {
    const upper = judgementsIn(text);
    if (!upper) return sayCode('error.param.ahp', { given: text });
    const { circle } = ahp(judgementMatrix(upper, BENEFITS.length));
    if (!circle) return null;
    const [a, b, c] = circle.map((i) => sayCode(`benefit.${BENEFITS[i]}`));
    return sayCode('ahp.circle', { a, b, c });
  },
  budgets: (text, sayCode) => {
    const wrong = wrongBudgets(text);
    return wrong && sayCode(`error.${wrong.code}`, wrong.params);
  },
  distanceBands: (text, sayCode) => (readBands(text) ? null : sayCode('error.param.bands', { given: text })),
};

/** The six judgements of a text such as 2,3,1,2,1/2,1/3; null where it is none. */
export function judgementsIn(text: string): number[] | null {
  const numbers = text.split(/[,，;；\s]+/).filter(Boolean).map((part) => {
    const [over, under = '1', ...more] = part.split('/');
    return more.length > 0 ? NaN : Number(over) / Number(under);
  });
  return numbers.length === BENEFITS.length * (BENEFITS.length - 1) / 2 && numbers.every((value) => Number.isFinite(value) && value > 0) ? numbers : null;
}
