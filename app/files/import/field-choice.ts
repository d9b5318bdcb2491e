import type { FieldMatch, Properties } from '../../../geo/index.ts';

/** A match as the dialogue holds it: proposed, or set by the user. */
export interface FieldChoice extends FieldMatch {
  chosen?: boolean;
}
export type Confidence = 'part' | 'certain' | 'probable' | 'doubtful' | 'chosen' | 'noField' | 'taken';

/** Gives a column a field (null: it keeps its own name). A field belongs to one column: whoever had it loses it. */
export function chooseField(choices: readonly FieldChoice[], column: string, field: string | null): FieldChoice[] {
  return choices.map((choice): FieldChoice => {
    if (choice.column === column) return { column, field, confidence: field ? 1 : 0, reason: field ? 'exact' : 'none', chosen: true };
    if (field && choice.field === field) return { column: choice.column, field: null, confidence: 0, reason: 'taken' };
    return choice;
  });
}

export function confidenceOf({ field, confidence, reason, chosen }: FieldChoice): Confidence {
  if (!field) return reason === 'taken' ? 'taken' : 'noField';
  if (chosen) return 'chosen';
  if (reason === 'part') return 'part';
  return confidence >= 0.9 ? 'certain' : confidence >= 0.6 ? 'probable' : 'doubtful';
}

/** A few different values of a column, as delivered. */
export function sampleOf(preview: readonly Properties[], column: string): string {
  const values = preview.map((row) => row[column]).filter((value) => value !== null && value !== undefined && value !== '');
  return [...new Set(values.map(showRaw))].slice(0, 4).join(' · ');
}
export function showRaw(value: unknown): string {
  if (value === null || value === undefined) return '';
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

/** A letter that decoding could not make sense of: the file is not UTF-8. */
export function hasBrokenLetters(columns: readonly string[], preview: readonly Properties[]): boolean {
  return [...columns, ...preview.flatMap((row) => Object.values(row))].some((value) => typeof value === 'string' && value.includes('\ufffd'));
}

/** 1.4 MB; 380 KB */
export function sayBytes(bytes: number): string {
  if (bytes < 1024) return `${bytes} B`;
  return bytes < 1048576 ? `${Math.round(bytes / 1024)} KB` : `${(bytes / 1048576).toFixed(1)} MB`;
}
/** The layer's name that a file suggests; none where it is only the schema's own name. */
export function nameFromFile(fileName: string, schema: string): string {
  const base = fileName.replace(/(?:\.shp)?\.[a-z]{2,8}$/i, '');
  return base.toLowerCase() === schema ? '' : base;
}
