import { messages, type Language } from '../../geo/index.ts';
import { interfaceWords } from './interface-words.ts';

/** Every word of the page in one language: the engine's and the interface's own. */
export function catalogue(language: Language): Record<string, string> {
  return Object.fromEntries(Object.entries({ ...messages, ...interfaceWords }).map(([key, words]) => [key, words[language]]));
}
