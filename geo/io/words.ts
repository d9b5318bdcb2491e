import { messages, type Language } from '../messages/index.ts';

/** The heading of a column: the field's label, or the column as it was delivered. */
export function messageOf(schema: string, column: string, language: Language): string {
  return (messages[`field.${schema}.${column}`] ?? messages[`field.${column}`])?.[language] ?? column;
}
