export { agendaPage, AGENDA_ROWS, type AgendaPage } from './agenda-page.ts';
export { conflictOpinions, type ConflictRow, type GoneRow } from './conflict-opinions.ts';
export { DEPARTMENTS, type Department } from './departments.ts';
export { mergeOpinions, placeOf, standing, writeOver, writeOpinion } from './opinions.ts';
export { conflictOfSubject, subjectOfConflict, subjectOfMeasure, subjectOfSite } from './subjects.ts';
export { OPINION_STATES, type Action, type AgendaView, type Camera, type CompareWay, type Decision, type Meeting, type Opinion, type OpinionState } from './types.ts';
