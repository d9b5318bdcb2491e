import type { Plugin } from 'vite';
import { catalogue } from '../../app/i18n/catalogue.ts';

const CATALOGUE = /\/app\/i18n\/(zh|en)\.ts$/;

/** Puts the words of one language in the place of the module that picks them out of the tables of both. */
export function oneLanguage(): Plugin {
  return {
    name: 'one-language',
    apply: 'build',
    load(id) {
      const language = CATALOGUE.exec(id)?.[1] as 'zh' | 'en' | undefined;
      return language ? `export default JSON.parse(${JSON.stringify(JSON.stringify(catalogue(language)))});` : null;
    },
  };
}
