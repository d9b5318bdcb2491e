import { analysisMessages } from './analysis.ts';
import { choiceMessages } from './choices.ts';
import { citationMessages } from './citations.ts';
import { coordinationMessages } from './coordination.ts';
import { crsMessages } from './crs.ts';
import { dossierMessages } from './dossier.ts';
import { editMessages } from './edit.ts';
import { errorMessages } from './errors.ts';
import { fieldMessages } from './fields.ts';
import { formatMessages } from './formats.ts';
import { importMessages } from './import.ts';
import { issueMessages } from './issues.ts';
import { landUseMessages } from './land-use.ts';
import { layoutMessages } from './layout.ts';
import { minutesMessages } from './minutes.ts';
import { osmMessages } from './osm.ts';
import { parameterMessages } from './parameters.ts';
import { osmParameterMessages } from './parameters-osm.ts';
import { siteHintMessages } from './parameters-sites.ts';
import { portfolioMessages } from './portfolio.ts';
import { projectMessages } from './project.ts';
import { scenarioMessages } from './scenario.ts';
import { sectionMessages } from './section.ts';
import { siteCodeMessages } from './site-codes.ts';
import { basemapMessages } from './basemap.ts';
import { sheetFileMessages } from './sheet-files.ts';
import { siteMessages } from './sites.ts';
import { terrainMessages } from './terrain.ts';
import type { SayWord } from '../model/index.ts';
import type { Language, MessageTable } from './types.ts';
import { testFitMessages } from './test-fit.ts';
import { unitMessages } from './units.ts';

/** Every word the engine's codes stand for; the interface's own words are in app/i18n. */
export const messages: MessageTable = {
  ...analysisMessages, ...choiceMessages, ...citationMessages, ...coordinationMessages, ...crsMessages, ...dossierMessages, ...editMessages, ...errorMessages, ...fieldMessages, ...formatMessages, ...importMessages, ...issueMessages,
  ...landUseMessages, ...sectionMessages, ...layoutMessages, ...minutesMessages, ...osmMessages,
  ...basemapMessages, ...osmParameterMessages, ...parameterMessages, ...portfolioMessages, ...projectMessages, ...scenarioMessages, ...sheetFileMessages, ...siteCodeMessages, ...siteHintMessages, ...siteMessages, ...terrainMessages, ...testFitMessages, ...unitMessages,
};

/** The sentence for a key, `{name}` filled in; the key itself when there is no such message. */
export function say(key: string, language: Language, params: Record<string, string | number> = {}): string {
  const words = messages[key]?.[language];
  if (words === undefined) return key;
  return words.replace(/\{(\w+)\}/g, (whole, name: string) => (name in params ? String(params[name]) : whole));
}
/** The engine's words in a language, for whoever says them without knowing which. */
export const wordsIn = (language: Language): SayWord => (key, params = {}, fallback = key) => (key in messages ? say(key, language, params) : fallback);

export type { Language, MessageTable, Words } from './types.ts';
