import { messages } from '../../messages/index.ts';
import type { SchemaId } from '../../model/index.ts';
import { normalName, parseValue, schemaOf, type FieldDef } from '../../schema/index.ts';

/** The fields of a layer by every name a person may use: the program's, the labels in both languages, the aliases of columns. */
export class FieldNames {
  private readonly byName = new Map<string, FieldDef>();
  private readonly labels = new Map<string, string>();

  constructor(readonly schema: SchemaId, columns: readonly string[]) {
    const { fields } = schemaOf(schema);
    const own = columns.filter((column) => !fields.some(({ name }) => name === column)).map((name): FieldDef => ({ name, type: 'text', aliases: [] }));
    const all = [...fields, ...own];
    // A label is surer than an alias, and a canonical name surer than both.
    for (const field of all) this.put(field.name, field);
    for (const field of all) for (const label of this.labelsOf(field)) this.put(label, field);
    for (const field of all) for (const alias of field.aliases) this.put(alias, field);
    for (const field of all) this.labels.set(this.labelsOf(field)[0] ?? field.name, field.name);
  }

  find(name: string): FieldDef | undefined {
    return this.byName.get(normalName(name));
  }
  /** Known labels that are most like a name, for a message. */
  near(name: string): string {
    const wanted = new Set(normalName(name));
    const score = (label: string) => [...normalName(label)].filter((character) => wanted.has(character)).length / Math.max(label.length, name.length);
    return [...this.labels.keys()].sort((a, b) => score(b) - score(a)).slice(0, 3).join('、');
  }
  private labelsOf({ name }: FieldDef): string[] {
    const words = messages[`field.${this.schema}.${name}`] ?? messages[`field.${name}`];
    return words ? [words.zh, words.en] : [];
  }
  private put(name: string, field: FieldDef): void {
    const key = normalName(name);
    if (key !== '' && !this.byName.has(key)) this.byName.set(key, field);
  }
}

/** A value as a person writes it, as the field holds it; undefined when it cannot be one. The range does not matter: nothing is stored. */
export function literalOf(field: FieldDef, text: string): string | number | boolean | undefined {
  const parsed = parseValue({ ...field, min: undefined, max: undefined }, text);
  const value = parsed.ok ? parsed.value : choiceByLabel(field, text);
  return value === null || typeof value === 'object' ? undefined : value;
}
function choiceByLabel(field: FieldDef, text: string): string | undefined {
  return field.choices?.find((code) => { const words = messages[`choice.${field.name}.${code}`]; return words && (words.zh === text || words.en.toLowerCase() === text.toLowerCase()); });
}
/** What a choice may be compared with, in words. */
export const choiceLabels = (field: FieldDef): string => (field.choices ?? []).map((code) => messages[`choice.${field.name}.${code}`]?.zh ?? code).join('、');
/** Everything a value may be found by: itself and, of a code, its words. */
export function wordsOf(field: FieldDef, value: unknown): string {
  const words = field.type === 'choice' ? messages[`choice.${field.name}.${String(value)}`] : undefined;
  return (words ? `${String(value)} ${words.zh} ${words.en}` : typeof value === 'object' ? JSON.stringify(value) : String(value)).toLowerCase();
}
