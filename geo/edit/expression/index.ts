import { columnsOfLayer } from '../../io/index.ts';
import type { Layer, Properties } from '../../model/index.ts';
import { FieldNames } from './fields.ts';
import { Parser } from './parse.ts';
import { tokenise } from './tokens.ts';

export type RowTest = (properties: Properties) => boolean;

/**
 * A filter as a person writes it: `泊位数 >= 100 and 类型 = 地下`, `名称 包含 西 且 泊位数 为空`, `kind in (lot, basement)`.
 * Rows of which it cannot be said, because an attribute is unknown, do not match.
 * @throws UserError `expression.…` with the column of the mistake
 */
export function compileFilter(text: string, layer: Layer): RowTest {
  const names = new FieldNames(layer.schema, columnsOfLayer(layer));
  const test = new Parser(tokenise(text, (name) => names.find(name) !== undefined), names).whole();
  return (properties) => test(properties) === true;
}
