export { agendasOf, type Agenda } from './agendas.ts';
export { CONFLICT_PARAMS, conflictsOf, type Conflict } from './conflicts.ts';
export { conflictFiles } from './conflict-files.ts';
export { iCalendar, type CalendarEntry } from './icalendar.ts';
export { WINDOW_ENDINGS, windowFile, windowTable, type WindowEnding } from './window-files.ts';
export { WINDOW_PARAMS, windowsOf, type RoadDates, type WhatIf, type Window } from './windows.ts';
