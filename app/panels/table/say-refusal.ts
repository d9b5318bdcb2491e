import type { UserError } from '../../../geo/index.ts';
import type { SayCode } from '../../i18n/index.ts';

/** Why a value or a filter was refused; a field that it names is said by its label. */
export function sayRefusal({ code, params }: UserError, label: string, sayCode: SayCode): string {
  const field = params['field'];
  return sayCode(`error.${code}`, { ...params, ...(field === undefined ? {} : { field: label || sayCode(`field.${field}`, {}, String(field)) }) });
}
