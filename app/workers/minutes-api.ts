import type { MinutesEnding, MinutesWishes, Progress } from '../../geo/index.ts';
import { minutesFile, minutesSource } from '../../geo/index.ts';
import { outcome } from './failure.ts';
import type { LayerStore } from './layer-store.ts';
import { projectOf, type SaveRequest } from './project-api.ts';
import { sheetFaces } from './sheet-api.ts';

const TYPES: Readonly<Record<MinutesEnding, string>> = { docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', pdf: 'application/pdf' };

/** The bytes that the command line writes. */
export function writeMinutes(store: LayerStore, request: SaveRequest, ending: MinutesEnding, wishes: MinutesWishes, progress: Progress) {
  return outcome(async () => {
    const source = minutesSource(await projectOf(store, request));
    const bytes = await minutesFile(ending, source, wishes, await sheetFaces(), (done, of) => { progress('minutes.writing', done / of); });
    return new Blob([bytes as BlobPart], { type: TYPES[ending] });
  });
}
