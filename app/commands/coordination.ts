import { writeOver, type ConflictRow, type Opinion, type WindowEnding } from '../../geo/index.ts';
import { download } from '../files/download.ts';
import { currentLanguage, sayNow } from '../i18n/index.ts';
import { currentCoordination, setCoordination } from '../state/coordination.ts';
import { currentShown } from '../state/scenarios.ts';
import { commit, requireUnlocked, type ProjectDocument, type Run } from '../state/document.ts';
import { notify, progressTask, withTask } from '../state/tasks.ts';
import { engine, type WindowWishes } from '../workers/engine.ts';
import { attempt } from './attempt.ts';
import { conflictWishes, sitesRun, windowWishes } from './coordination-wishes.ts';
import { addSheets } from './sheets.ts';
import { ofLevel } from './marked-name.ts';

let wanted: WindowWishes | null = null;
let reckoning = false;
/** Has the windows reckoned; while one answer is on its way only the last wish is kept. */
export function reckonWindows(wishes: WindowWishes): void {
  wanted = wishes;
  if (reckoning) return;
  reckoning = true;
  void attempt(async () => {
    try {
      while (wanted) {
        const next = wanted;
        wanted = null;
        const windows = await engine.windows(next);
        if (!wanted) setCoordination({ windows });
      }
    } finally {
      reckoning = false;
    }
  });
}

/** Has the conflicts of a run's sites found. Seconds on a large city, so it says so and can be cancelled. */
export function reckonConflicts(run: Run): Promise<void> {
  return attempt(async () => {
    const of = run.layers['candidate-sites'];
    const rows = await withTask({ title: 'coordination.checking', step: '', done: 0, cancel: () => engine.cancel() }, () => engine.conflicts(conflictWishes(run, currentShown())));
    setCoordination({ conflicts: { of, rows } });
  });
}

/** One step of undo; what was said before stays in the record. */
export function takeOpinion({ subject, conflict }: Pick<ConflictRow, 'subject' | 'conflict'>, said: Pick<Opinion, 'state' | 'note' | 'who'>, at = new Date().toISOString()): void {
  void attempt(() => {
    const word = { subject, department: conflict.department, ...said, note: said.note.trim(), who: said.who.trim(), at };
    commit('step.opinion', (document) => ({ ...document, opinions: [...document.opinions, writeOver(document.opinions, word)] }), `opinion.${said.state}`);
  });
}

const TYPES: Readonly<Record<WindowEnding, string>> = { ics: 'text/calendar', xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', csv: 'text/csv;charset=utf-8' };
const wishes = (document: ProjectDocument) => ({ level: currentCoordination().level, language: currentLanguage(), project: document.name[currentLanguage()] });
const fileName = (document: ProjectDocument, what: string, ending: string) => `${ofLevel(`${document.name[currentLanguage()]}-${what}`, currentCoordination().level)}.${ending}`;

/** The windows as they are shown, tried dates included: each row says so. */
export function exportWindows(ending: WindowEnding): Promise<void> {
  return attempt(async () => {
    const document = currentShown();
    const blob = await engine.writeWindows(windowWishes(document), ending, wishes(document));
    download(fileName(document, sayNow('coordination.windows'), ending), TYPES[ending], blob);
  });
}
/** A sheet a department, with what was said. */
export function exportConflicts(run: Run): Promise<void> {
  return attempt(async () => {
    const document = currentShown();
    const blob = await engine.writeConflicts(conflictWishes(run, document), document.opinions, wishes(document));
    download(fileName(document, sayNow('coordination.agendas'), 'xlsx'), TYPES.xlsx, blob);
  });
}

function agendaWishes(document: ProjectDocument, department: string | null) {
  const run = sitesRun(document);
  return run && { ...wishes(document), windows: windowWishes(document), conflicts: conflictWishes(run, document), opinions: document.opinions, department, invented: document.invented };
}
/** A page of A4 for a department, or for each of them, as one PDF. */
export function printAgendas(department: string | null): Promise<void> {
  return attempt(async () => {
    const document = currentShown(), asked = agendaWishes(document, department);
    if (!asked) return;
    const { blob, pages } = await withTask({ title: 'coordination.printing', step: '', done: 0, cancel: () => engine.cancel() }, () => engine.writeAgendas(asked, progressTask));
    download(fileName(document, department === null ? sayNow('coordination.agendas') : sayNow('agenda.name', { department: sayNow(`department.${department}`) }), 'pdf'), 'application/pdf', blob);
    notify('info', 'coordination.printed', { n: pages });
  });
}
/** The page as a sheet of the project, to be changed before it is printed. */
export function agendaToSheets(department: string): Promise<void> {
  return attempt(async () => {
    requireUnlocked();
    const asked = agendaWishes(currentShown(), department);
    if (asked) addSheets(await engine.agendaSheets(asked));
  });
}
