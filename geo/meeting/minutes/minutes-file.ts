import type { Faces } from '../../layout/index.ts';
import type { Minutes } from './blocks.ts';
import { composeMinutes } from './compose.ts';
import { minutesDocx } from './docx.ts';
import { minutesPdf } from './pdf.ts';
import type { MinutesSource, MinutesWishes } from './source.ts';

type Tell = (done: number, of: number) => void | Promise<void>;
const WRITERS = { docx: minutesDocx, pdf: minutesPdf } as const satisfies Record<string, (minutes: Minutes, faces: Faces, tell?: Tell) => Promise<Uint8Array>>;
export const MINUTES_ENDINGS = ['docx', 'pdf'] as const;
export type MinutesEnding = (typeof MINUTES_ENDINGS)[number];

/** The minutes of a meeting as a file. @throws UserError `layout.missing-letter` for a letter that the font of maps and pages lacks, `layout.date` */
export async function minutesFile(ending: MinutesEnding, source: MinutesSource, wishes: MinutesWishes, faces: Faces, tell?: Tell): Promise<Uint8Array> {
  return WRITERS[ending](composeMinutes(source, wishes), faces, tell);
}
