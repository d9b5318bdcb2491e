export { agendasOf, type Agenda } from './agendas.ts';
export { clearanceBetween, natureOf, nearlyWithin, type ClearanceRule, type Nature } from './clearances.ts';
export { CONFLICT_PARAMS, conflictsOf, SiteConflicts, type Conflict } from './conflicts.ts';
export { NATURES } from './natures.ts';
export { conflictFiles, sayCodeOf, type Said } from './conflict-files.ts';
export { iCalendar, type CalendarEntry } from './icalendar.ts';
export { movedDates, ROAD_DATES, statedDates, withTried, type Movable } from './what-if.ts';
export { WINDOW_ENDINGS, windowFile, windowTable, type WindowEnding } from './window-files.ts';
export { WINDOW_PARAMS, windowsOf, type RoadDates, type WhatIf, type Window } from './windows.ts';
