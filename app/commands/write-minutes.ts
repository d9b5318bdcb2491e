import { MINUTES_TEMPLATE_ENDING, minutesTemplateFromText, minutesTemplateText, templateFor, type MinutesEnding, type MinutesTemplate, type SecrecyLevel } from '../../geo/index.ts';
import { download } from '../files/download.ts';
import { currentLanguage, sayNow } from '../i18n/index.ts';
import { commit, currentDocument } from '../state/document.ts';
import { notify, progressTask, withTask } from '../state/tasks.ts';
import { engine } from '../workers/engine.ts';
import { attempt } from './attempt.ts';
import { metaNow } from './project-file.ts';
import { localDate } from './sheet-names.ts';
import { ofLevel } from './marked-name.ts';

/** Writes the minutes of a meeting, in the language of the page, and hands the file to the browser. */
export function writeMinutes(meetingId: string, ending: MinutesEnding, level: SecrecyLevel = 'internal'): Promise<void> {
  return attempt(async () => {
    const document = currentDocument(), meeting = document.meetings.find(({ id }) => id === meetingId);
    if (!meeting) return;
    const wishes = { meeting, template: templateFor(meeting, document.meetings), language: currentLanguage(), level, today: localDate(new Date()) };
    const file = await withTask({ title: 'minutes.writing', step: '', done: 0, cancel: () => engine.cancel() }, () => engine.writeMinutes(metaNow(document), document, ending, wishes, progressTask));
    const name = sayNow('minutes.file', { meeting: meeting.title || sayNow('minutes.untitled') });
    download(`${ofLevel(name, level)}.${ending}`, file.type, file);
    notify('info', 'minutes.written', { name });
  });
}

/** How the minutes of a meeting are written; a step of undo. */
export function setMinutesTemplate(meetingId: string, template: MinutesTemplate): void {
  void attempt(() => commit('step.minutesTemplate', (document) => ({ ...document, meetings: document.meetings.map((one) => (one.id === meetingId ? { ...one, minutes: template } : one)) })));
}
/** A template as a file for other offices, and such a file read. */
export function saveMinutesTemplate(template: MinutesTemplate): void {
  download(`${sayNow('minutes.template')}${MINUTES_TEMPLATE_ENDING}`, 'application/json', minutesTemplateText(template));
}
export async function openMinutesTemplate(file: File): Promise<MinutesTemplate | null> {
  let opened: MinutesTemplate | null = null;
  await attempt(async () => { opened = minutesTemplateFromText(await file.text()); });
  return opened;
}
