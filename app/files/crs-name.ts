import { CRS_CHOICES } from '../../geo/index.ts';
import type { SayCode } from '../i18n/index.ts';

/** A CRS in words. */
export function crsWords(code: string, sayCode: SayCode): string | null {
  const row = CRS_CHOICES.find((one) => one.code === code);
  return row ? sayCode(`crs.name.${row.id}`, row.params) : null;
}
/** A CRS in words, with its code for those who know it by that. */
export function crsName(code: string, sayCode: SayCode): string {
  const words = crsWords(code, sayCode);
  return words ? `${words} · ${code}` : code;
}
