import { analysisMessages } from './analysis.ts';
import { errorMessages } from './errors.ts';
import { fieldMessages } from './fields.ts';
import { issueMessages } from './issues.ts';
import { osmMessages } from './osm.ts';
import { siteMessages } from './sites.ts';
import type { Language, MessageTable } from './types.ts';

/** Every word the engine's codes stand for; the interface's own words are in app/i18n. */
export const messages: MessageTable = {
  ...analysisMessages, ...errorMessages, ...fieldMessages, ...issueMessages, ...osmMessages, ...siteMessages,
};

/** The sentence for a key, `{name}` filled in; the key itself when there is no such message. */
export function say(key: string, language: Language, params: Record<string, string | number> = {}): string {
  const words = messages[key]?.[language];
  if (words === undefined) return key;
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}
export type { Language, MessageTable, Words } from './types.ts';
