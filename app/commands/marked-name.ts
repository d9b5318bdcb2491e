import type { SecrecyLevel } from '../../geo/index.ts';
import { sayNow } from '../i18n/index.ts';

/** Name of a file with what marks it in brackets, as the language writes them. */
export const markedName = (name: string, mark: string): string => sayNow('picture.marked', { name, mark });
/** With the level that the file may be shown at. */
export const ofLevel = (name: string, level: SecrecyLevel): string => markedName(name, sayNow(`picture.secrecy.${level}`));
