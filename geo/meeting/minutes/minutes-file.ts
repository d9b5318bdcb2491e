import type { Faces } from '../../layout/index.ts';
import { composeMinutes } from './compose.ts';
import { minutesDocx } from './docx.ts';
import type { MinutesSource, MinutesWishes } from './source.ts';

export const MINUTES_ENDINGS = ['docx'] as const;
export type MinutesEnding = (typeof MINUTES_ENDINGS)[number];

/** The minutes of a meeting as a file. @throws UserError `layout.missing-letter` */
export async function minutesFile(_ending: MinutesEnding, source: MinutesSource, wishes: MinutesWishes, faces: Faces, progress?: (done: number, of: number) => void | Promise<void>): Promise<Uint8Array> {
  return minutesDocx(composeMinutes(source, wishes), faces, progress);
}
