import { sayCodeOf, type Agenda, type Window } from '../coordination/index.ts';
import { say, type Language } from '../messages/index.ts';
import type { FeatureId } from '../model/index.ts';
import { conflictOpinions } from './conflict-opinions.ts';
import type { Opinion, OpinionState } from './types.ts';

/** One department's agenda as it stands on one page: words, tables, and the places to mark on its map. */
export interface AgendaPage {
  department: string;
  title: string;
  name: string;
  summary: string;
  /** Title and rows, the first of them the heading. What found no room is counted in the last row. */
  conflicts: { title: string; rows: string[][] };
  windows: { title: string; rows: string[][] };
  /** Degrees, numbered as the rows are. */
  places: { text: string; place: readonly [lon: number, lat: number] }[];
  placesAre: string;
  sites: FeatureId[];
}

/** Rows that a page has room for, their headings not counted. */
export const AGENDA_ROWS = { conflicts: 20, windows: 7 } as const;

/** What the page says. Windows of the department are those of its sites and of the road projects they are part of or in conflict with. `date` is the day to reckon from. */
export function agendaPage(agenda: Agenda, opinions: readonly Opinion[], windows: readonly Window[], about: { project: string; date: string; language: Language }): AgendaPage {
  const { department, counts, sites } = agenda, { language } = about;
  const rows = conflictOpinions(sites.flatMap(({ conflicts }) => conflicts), opinions).rows;
  const words = say(`department.${department}`, language);
  const states = (state: OpinionState) => rows.filter((row) => row.state === state).length;
  const shown = rows.slice(0, roomFor(rows.length, AGENDA_ROWS.conflicts));
  return {
    department, name: say('agenda.name', language, { department: words }), title: say('agenda.title', language, { project: about.project, department: words }),
    summary: say('agenda.summary', language, { ...counts, sites: sites.length, all: rows.length, agreed: states('agreed'), conditional: states('conditional'), rejected: states('rejected'), needs: states('needs-survey'), open: states('open'), date: about.date }),
    conflicts: { title: say('agenda.conflicts', language), rows: [
      ['agenda.number', 'conflict.siteName', 'conflict.name', 'conflict.kind', 'conflict.nature', 'conflict.overlapArea', 'conflict.clearance', 'agenda.depth', 'conflict.state'].map((key) => say(key, language)),
      ...shown.map(({ conflict, state }, i) => [
        String(i + 1), conflict.siteName, conflict.name, sayCodeOf('kind', conflict.kind, language), sayCodeOf('nature', conflict.nature, language),
        figure(conflict.overlapArea, 0), figure(conflict.clearance, 1), figure(conflict.depthOverlap, 1), say(`opinion.${state}`, language),
      ]),
      ...moreRow(rows.length - shown.length, language),
    ] },
    windows: { title: say('agenda.windows', language), rows: windowRows(windowsOfAgenda(agenda, windows), language) },
    places: shown.map(({ conflict }, i) => ({ text: String(i + 1), place: conflict.place })),
    placesAre: say('agenda.places', language), sites: [...new Set(shown.map(({ conflict }) => conflict.site))],
  };
}
/** One row less where the last has to say how many more there are. */
const roomFor = (rows: number, room: number): number => (rows <= room ? rows : room - 1);
const moreRow = (more: number, language: Language): string[][] => (more > 0 ? [['', say('agenda.more', language, { n: more })]] : []);
const figure = (value: number | null, digits: number): string => (value === null ? '—' : value.toFixed(digits));

function windowsOfAgenda({ sites }: Agenda, windows: readonly Window[]): Window[] {
  const ids = new Set(sites.map(({ site }) => site));
  const roads = new Set([...windows.filter(({ kind, id }) => kind === 'candidate-site' && ids.has(id)).map(({ project }) => project), ...sites.flatMap(({ conflicts }) => conflicts.filter(({ kind }) => kind === 'road-project').map(({ id }) => id))]);
  // A site that is part of a road project has its window there.
  return windows.filter(({ kind, id, project }) => (kind === 'road-project' ? roads.has(id) : ids.has(id) && project === null)).filter(({ phase }) => phase !== 'unknown' && phase !== 'over');
}

function windowRows(windows: readonly Window[], language: Language): string[][] {
  const shown = windows.slice(0, roomFor(windows.length, AGENDA_ROWS.windows));
  return [
    ['window.name', 'window.phase', 'window.deadline', 'window.daysLeft', 'window.worksStart', 'window.lockUntil'].map((key) => say(key, language)),
    ...shown.map(({ name, phase, deadline, daysLeft, worksStart, lockUntil }) => [name, say(`window.phase.${phase}`, language), deadline ?? '—', daysLeft === null ? '—' : String(daysLeft), worksStart ?? '—', lockUntil ?? '—']),
    ...(windows.length > shown.length ? [[say('agenda.more', language, { n: windows.length - shown.length })]] : []),
  ];
}
