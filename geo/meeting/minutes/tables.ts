import { departmentWords } from '../subject-words.ts';
import { placeOf, standing } from '../opinions.ts';
import type { Action } from '../types.ts';
import type { Block, TableBlock } from './blocks.ts';
import type { MinutesContext } from './context.ts';
import { sentence } from './text.ts';

export function table(head: TableBlock['head'], shares: readonly number[], rows: readonly (readonly string[])[], rest: Partial<TableBlock> = {}): Block[] {
  return rows.length === 0 ? [] : [{ kind: 'table', head, shares, rows: rows.map((row) => row.map(sentence)), marked: new Set(), figures: new Set(), ...rest }];
}

/** A number is what the office gave; without one its line stays open. */
export function factBlocks({ meeting, source, language, say }: MinutesContext): Block[] {
  const open = say('minutes.open');
  const fact = (key: string, value: string) => [say(`minutes.${key}`), value.trim() || open];
  return table(null, [1, 4], [
    fact('project', source.project[language]), fact('number', meeting.number), fact('date', meeting.date), fact('place', meeting.place), fact('chair', meeting.chair),
    ...meeting.attendees.map(({ department, people }, i) => [i === 0 ? say('minutes.attendees') : '', say('minutes.colon', { name: departmentWords(department, language), text: people.trim() || open })]),
  ]);
}

/** What stands, by subject; words of one department that stand side by side are both there, and marked. */
export function opinionBlocks({ source, names, language, say }: MinutesContext): Block[] {
  const heads = standing(source.opinions);
  const standingWords = source.opinions.filter((opinion) => heads.get(placeOf(opinion.subject, opinion.department))?.includes(opinion));
  const known = standingWords.flatMap((opinion) => { const subject = names.subject(opinion.subject, language); return subject === null ? [] : [{ opinion, subject, unsettled: heads.get(placeOf(opinion.subject, opinion.department))!.length > 1 }]; });
  known.sort((a, b) => order(a.subject, b.subject) || order(a.opinion.department, b.opinion.department) || order(b.opinion.at, a.opinion.at) || order(a.opinion.id, b.opinion.id));
  const state = (of: string, unsettled: boolean) => (unsettled ? say('minutes.unsettled', { state: say(`opinion.${of}`) }) : say(`opinion.${of}`));
  const withheld = standingWords.length - known.length;
  return [
    ...table(['subject', 'department', 'state', 'note', 'who', 'at'].map((key) => say(`minutes.${key}`)), [5, 3, 3, 5, 2, 2.6],
      known.map(({ opinion: { department, state: of, note, who, at }, subject, unsettled }) => [subject, departmentWords(department, language), state(of, unsettled), note, who, at.slice(0, 10)]),
      { marked: new Set(known.flatMap(({ unsettled }, i) => (unsettled ? [i] : []))) }),
    ...(withheld > 0 ? [{ kind: 'paragraph' as const, text: say('minutes.withheld', { n: withheld }) }] : []),
  ];
}
const order = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);

export function decisionBlocks({ meeting, say }: MinutesContext): Block[] {
  const point = (view: string | null) => { const i = meeting.views.findIndex(({ id }) => id === view); return i < 0 ? '' : say('minutes.point', { n: i + 1, title: meeting.views[i].title }); };
  return table([say('minutes.decision'), say('minutes.section.agenda')], [3, 1.6], meeting.decisions.map(({ text, view }, i) => [`${i + 1}. ${text}`, point(view)]));
}

/** What is overdue first, then by date; what is done last. */
export function actionBlocks({ meeting, today, say }: MinutesContext): Block[] {
  const late = ({ due, done }: Action) => !done && due !== null && due < today;
  const rank = (action: Action) => (action.done ? 2 : late(action) ? 0 : 1);
  const actions = [...meeting.actions].sort((a, b) => rank(a) - rank(b) || order(a.due ?? '9999', b.due ?? '9999') || order(a.id, b.id));
  const state = (action: Action) => (action.done ? say('minutes.done') : late(action) ? say('minutes.overdue', { days: daysBetween(action.due!, today) }) : say('minutes.pending'));
  const rows = table(['action', 'owner', 'due', 'actionState'].map((key) => say(`minutes.${key}`)), [5, 2.4, 2, 2], actions.map((action) => [action.text, action.owner || say('minutes.undated'), action.due ?? say('minutes.undated'), state(action)]),
    { marked: new Set(actions.flatMap((action, i) => (late(action) ? [i] : []))) });
  return rows.length === 0 ? [] : [...rows, { kind: 'paragraph', text: say('minutes.asOf', { date: today }) }];
}
const DAY = 86_400_000;
const daysBetween = (from: string, to: string): number => Math.round((Date.parse(`${to}T00:00:00Z`) - Date.parse(`${from}T00:00:00Z`)) / DAY);
