export { mergeOpinions, placeOf, standing, writeOver, writeOpinion } from './opinions.ts';
export { subjectOfConflict, subjectOfMeasure, subjectOfSite } from './subjects.ts';
export { OPINION_STATES, type Action, type AgendaView, type Camera, type CompareWay, type Decision, type Meeting, type Opinion, type OpinionState } from './types.ts';
