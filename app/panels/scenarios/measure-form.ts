import { MEASURE_KINDS, parseValue, schemaOf, type FieldDef, type MeasureKind, type Properties } from '../../../geo/index.ts';

/** A cost as it is typed: null where nothing is, undefined where it is no amount. */
export function costOf(text: string): number | null | undefined {
  const plain = text.normalize('NFKC').replaceAll(/[,\s]/g, '');
  if (plain === '') return null;
  const value = Number(plain);
  return Number.isFinite(value) && value >= 0 ? value : undefined;
}

/** A cost as it is shown to be changed: 10,000 yuan to two digits, which is 100 yuan. */
export const costText = (cost: number | null): string => (cost === null ? '' : String(Math.round(cost * 100) / 100));

/** The fields that a kind of measure may set. */
export function fieldsOf(kind: MeasureKind): FieldDef[] {
  const { schema, fields } = MEASURE_KINDS[kind];
  return fields.map((name) => schemaOf(schema).fields.find((field) => field.name === name)!);
}
/** What was typed, read as an import reads it: 1,200 and ２０２７/３/１ are values too. An empty field stays as it is; `wrong` names those that are no value. */
export function readFields(kind: MeasureKind, texts: Readonly<Record<string, string>>): { set: Properties; wrong: string[] } {
  const typed = fieldsOf(kind).filter(({ name }) => (texts[name] ?? '').trim() !== '').map((field) => ({ name: field.name, read: parseValue(field, texts[field.name]) }));
  return { set: Object.fromEntries(typed.flatMap(({ name, read }) => (read.ok ? [[name, read.value]] : []))), wrong: typed.filter(({ read }) => !read.ok).map(({ name }) => name) };
}
