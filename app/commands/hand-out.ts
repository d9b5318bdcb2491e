import type { SecrecyLevel } from '../../geo/index.ts';
import { download } from '../files/download.ts';
import { currentLanguage, sayNow } from '../i18n/index.ts';
import { currentDocument, giveOrigin, requireUnlocked } from '../state/document.ts';
import { notify, withTask } from '../state/tasks.ts';
import { engine } from '../workers/engine.ts';
import { attempt } from './attempt.ts';
import { metaNow } from './project-file.ts';
import { markedName } from './marked-name.ts';
import { localDate } from './sheet-names.ts';

/** A file for one department with these layers and what belongs to them; the browser downloads it. */
export function handOutTo(department: string, layers: readonly string[], level: SecrecyLevel): Promise<void> {
  return attempt(async () => {
    requireUnlocked();
    const origin = currentDocument().origin ?? freshOrigin();
    const document = currentDocument(), meta = metaNow(document);
    const file = await withTask({ title: 'handOut.writing', step: '', done: 0, cancel: () => engine.cancel() }, () => engine.handOut(meta, document, { department, layers, level, origin, saved: meta.saved }));
    if (currentDocument().origin === undefined) giveOrigin(origin);
    const name = sayNow(`department.${department}`);
    // With its date, so that the file of the next round is not taken for this one.
    download(`${markedName(`${document.name[currentLanguage()]} ${localDate(new Date())}`, name)}.gpkg`, file.type, file);
    notify('info', 'handOut.written', { department: name });
  });
}
/** Not `randomUUID`: pages without https do not have it. */
const freshOrigin = (): string => [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
