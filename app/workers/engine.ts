import { coordinationCalls } from './coordination-calls.ts';
import { dossierCalls } from './dossier-calls.ts';
import { editCalls } from './edit-calls.ts';
import { EngineLine } from './engine-line.ts';
import { importCalls } from './import-calls.ts';
import { projectCalls } from './project-calls.ts';
import { runCalls } from './run-calls.ts';
import { sectionCalls } from './section-calls.ts';
import { sheetCalls } from './sheet-calls.ts';

export type { WindowWishes, ConflictWishes, AgendaWishes } from './coordination-calls.ts';
export type { DossierWishes } from './dossier-calls.ts';
export type { ProjectOpened } from './project-calls.ts';
export type { RunResult, RunFiles } from './run-calls.ts';
export type { SheetFilesWishes } from './sheet-calls.ts';

const line = new EngineLine();
/** What the page asks of the engine: by subject, as the engine's side is (`*-api.ts`). */
export const engine = {
  wake: () => line.link.wake(),
  cancel: () => line.cancel(),
  passOn: line.passOn.bind(line),
  ...importCalls(line),
  ...editCalls(line),
  ...projectCalls(line),
  ...sheetCalls(line),
  ...coordinationCalls(line),
  ...dossierCalls(line),
  ...sectionCalls(line),
  ...runCalls(line),
};
