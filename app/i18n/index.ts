import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import { messages, type Language, type SayWord } from '../../geo/index.ts';
import { basemapWords } from './basemap-words.ts';
import { analysisWords } from './analysis-words.ts';
import { coordinationWords } from './coordination-words.ts';
import { dossierWords } from './dossier-words.ts';
import { exportWords } from './export-words.ts';
import { editWords } from './edit-words.ts';
import { importWords } from './import-words.ts';
import { issueWords } from './issue-words.ts';
import { meetingWords } from './meeting-words.ts';
import { minutesWords } from './minutes-words.ts';
import { pictureWords } from './picture-words.ts';
import { portfolioWords } from './portfolio-words.ts';
import { testFitWords } from './test-fit-words.ts';
import { scenarioWords } from './scenario-words.ts';
import { sectionWords } from './section-words.ts';
import { shellWords } from './shell-words.ts';
import { sheetWords } from './sheet-words.ts';
import { storeWords } from './store-words.ts';
import { tableWords } from './table-words.ts';
import { undergroundWords } from './underground-words.ts';
import { volumeWords } from './volume-words.ts';

/** The interface's own words; the engine's codes have theirs in geo/messages. */
const interfaceWords = { ...basemapWords, ...shellWords, ...sheetWords, ...analysisWords, ...coordinationWords, ...dossierWords, ...exportWords, ...editWords, ...importWords, ...issueWords, ...meetingWords, ...minutesWords, ...pictureWords, ...portfolioWords, ...scenarioWords, ...sectionWords, ...storeWords, ...tableWords, ...testFitWords, ...undergroundWords, ...volumeWords };
export type WordKey = keyof typeof interfaceWords;
export type WordParams = Record<string, string | number>;

/** Says an interface word. Its key is checked by the compiler. */
export type Say = (key: WordKey, params?: WordParams) => string;
/** Says a word of the engine (`param.cover`, `issue.geometry.empty`) or of the interface. */
export type SayCode = SayWord;

const STORED = 'undercroft.language';

function resources(language: Language): Record<string, string> {
  const all = { ...messages, ...interfaceWords };
  return Object.fromEntries(Object.entries(all).map(([key, words]) => [key, words[language]]));
}

export function startI18n(): void {
  void i18next.use(initReactI18next).init({
    lng: storedLanguage(), fallbackLng: 'zh', keySeparator: false, nsSeparator: false, initAsync: false,
    resources: { zh: { translation: resources('zh') }, en: { translation: resources('en') } },
    // Text goes through React, which escapes; the catalogues write {name}.
    interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
  });
  document.documentElement.lang = currentLanguage() === 'zh' ? 'zh-CN' : 'en';
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'zh';
}

export function setLanguage(language: Language): void {
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // A private window may refuse to store; the choice then lasts as long as the page.
  }
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  void i18next.changeLanguage(language);
}

function storedLanguage(): Language {
  const asked = new URLSearchParams(location.search).get('lang');
  if (asked === 'en' || asked === 'zh') return asked;
  try {
    return localStorage.getItem(STORED) === 'en' ? 'en' : 'zh';
  } catch {
    return 'zh';
  }
}

export function useWords(): { say: Say; sayCode: SayCode; language: Language } {
  const { t } = useTranslation();
  return {
    say: (key, params) => t(key, params ?? {}),
    sayCode: (key, params, fallback) => (i18next.exists(key) ? t(key, params ?? {}) : fallback ?? key),
    language: currentLanguage(),
  };
}

/** For code outside components (files, pictures). */
export const sayNow: SayCode = (key, params, fallback) => (i18next.exists(key) ? i18next.t(key, params ?? {}) : fallback ?? key);
