/**
 * Calendar arithmetic on ISO dates (`2026-11-24`) without a clock or a time zone: proleptic Gregorian day numbers,
 * 1970-01-01 = 0.
 */
interface Day { year: number; month: number; day: number }

/** The date where text is one (a time behind it is left off), else null. */
export function isoDate(value: unknown): string | null {
  const found = typeof value === 'string' ? /^(\d{4})-(\d{2})-(\d{2})/.exec(value) : null;
  if (!found) return null;
  const day = { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) };
  return day.month >= 1 && day.month <= 12 && day.day >= 1 && day.day <= monthLength(day.year, day.month) ? found[0] : null;
}

export function dayNumber(date: string): number {
  const { year, month, day } = parse(date);
  // Years from March, so that the leap day is the last of its year.
  const y = month > 2 ? year : year - 1;
  const m = month > 2 ? month - 3 : month + 9;
  return y * 365 + Math.floor(y / 4) - Math.floor(y / 100) + Math.floor(y / 400) + Math.floor((153 * m + 2) / 5) + day - 719469;
}
/** The date of a day number. */
export function dateOfDay(number: number): string {
  const days = number + 719468, era = Math.floor(days / 146_097), ofEra = days - era * 146_097;
  const ofYears = Math.floor((ofEra - Math.floor(ofEra / 1460) + Math.floor(ofEra / 36_524) - Math.floor(ofEra / 146_096)) / 365);
  const ofYear = ofEra - (365 * ofYears + Math.floor(ofYears / 4) - Math.floor(ofYears / 100));
  const fromMarch = Math.floor((5 * ofYear + 2) / 153), month = fromMarch < 10 ? fromMarch + 3 : fromMarch - 9;
  return format({ year: ofYears + era * 400 + (month <= 2 ? 1 : 0), month, day: ofYear - Math.floor((153 * fromMarch + 2) / 5) + 1 });
}
export const daysBetween = (from: string, to: string): number => dayNumber(to) - dayNumber(from);

/** The same day of the month so many months on (or back); the last day where the month is too short. */
export function addMonths(date: string, months: number): string {
  const { year, month, day } = parse(date);
  const index = year * 12 + month - 1 + months;
  const [y, m] = [Math.floor(index / 12), index - Math.floor(index / 12) * 12 + 1];
  return format({ year: y, month: m, day: Math.min(day, monthLength(y, m)) });
}
export const addYears = (date: string, years: number): string => addMonths(date, years * 12);

function monthLength(year: number, month: number): number {
  if (month === 2) return year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0) ? 29 : 28;
  return [4, 6, 9, 11].includes(month) ? 30 : 31;
}
function parse(date: string): Day {
  const [year, month, day] = date.split('-').map(Number);
  return { year, month, day };
}
function format({ year, month, day }: Day): string {
  return [String(year).padStart(4, '0'), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
}
