import i18next from 'i18next';
import { initReactI18next, useTranslation } from 'react-i18next';
import type { Language, SayWord } from '../../geo/index.ts';
import type { WordKey } from './interface-words.ts';

export type { WordKey } from './interface-words.ts';
export type WordParams = Record<string, string | number>;

/** Says an interface word. Its key is checked by the compiler. */
export type Say = (key: WordKey, params?: WordParams) => string;
/** Says a word of the engine (`param.cover`, `issue.geometry.empty`) or of the interface. */
export type SayCode = SayWord;

const STORED = 'undercroft.language';
/** As i18next names it where nothing else is said. */
const NAMESPACE = 'translation';

/** A language is loaded when it is wanted, so that nobody waits for the other. */
const CATALOGUES: Readonly<Record<Language, () => Promise<{ default: Record<string, string> }>>> = { zh: () => import('./zh.ts'), en: () => import('./en.ts') };

/** Nothing is said before it has come to its end. */
export async function startI18n(): Promise<void> {
  const language = storedLanguage();
  await i18next.use(initReactI18next).init({
    lng: language, keySeparator: false, nsSeparator: false,
    resources: { [language]: { [NAMESPACE]: (await CATALOGUES[language]()).default } },
    // Text goes through React, which escapes; the catalogues write {name}.
    interpolation: { escapeValue: false, prefix: '{', suffix: '}' },
  });
  document.documentElement.lang = currentLanguage() === 'zh' ? 'zh-CN' : 'en';
}

export function currentLanguage(): Language {
  return i18next.language === 'en' ? 'en' : 'zh';
}

export async function setLanguage(language: Language): Promise<void> {
  if (!i18next.hasResourceBundle(language, NAMESPACE)) i18next.addResourceBundle(language, NAMESPACE, (await CATALOGUES[language]()).default);
  try {
    localStorage.setItem(STORED, language);
  } catch {
    // A private window may refuse to store; the choice then lasts as long as the page.
  }
  document.documentElement.lang = language === 'zh' ? 'zh-CN' : 'en';
  await i18next.changeLanguage(language);
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
