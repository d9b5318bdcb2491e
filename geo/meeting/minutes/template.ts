import { UserError } from '../../model/index.ts';

/** What minutes may hold, in the order of the house; the words of the headings are `minutes.section.<id>`. */
export const MINUTES_SECTIONS = ['facts', 'agenda', 'opinions', 'decisions', 'actions', 'indicators', 'runs'] as const;
export type MinutesSection = (typeof MINUTES_SECTIONS)[number];

/** How an office writes its minutes. Empty texts are those of the house; texts may hold `PLACEHOLDERS`. */
export interface MinutesTemplate {
  title: string;
  opening: string;
  closing: string;
  /** Every section once, in the order in which they stand. */
  sections: readonly { id: MinutesSection; on: boolean; heading: string }[];
}
export const HOUSE_TEMPLATE: MinutesTemplate = { title: '', opening: '', closing: '', sections: MINUTES_SECTIONS.map((id) => ({ id, on: true, heading: '' })) };

/** A meeting's own template, else that of the last meeting which has one, else the house's: an office sets it once. */
export function templateFor(meeting: { minutes?: MinutesTemplate }, meetings: readonly { minutes?: MinutesTemplate }[]): MinutesTemplate {
  return meeting.minutes ?? meetings.findLast(({ minutes }) => minutes)?.minutes ?? HOUSE_TEMPLATE;
}

/** What `{…}` in the texts of a template stands for. */
export const PLACEHOLDERS = ['project', 'meeting', 'date', 'place', 'chair', 'number', 'level'] as const;

/** What a file of a template is known by. */
export const MINUTES_TEMPLATE_TYPE = 'undercroft-minutes-template', MINUTES_TEMPLATE_ENDING = '.minutes.json';
const LONGEST = 20_000, LARGEST = 1_000_000;

export const minutesTemplateText = (template: MinutesTemplate): string => `${JSON.stringify({ type: MINUTES_TEMPLATE_TYPE, version: 1, template }, null, 1)}\n`;

/**
 * A template from the text of a file, every value looked at: it may come from anywhere. Sections that it does not know come last, switched off.
 * @throws UserError `minutes.template-damaged`, `minutes.template-foreign`, `minutes.template-newer`
 */
export function minutesTemplateFromText(content: string): MinutesTemplate {
  const file = parsed(content);
  if (!isRecord(file) || file['type'] !== MINUTES_TEMPLATE_TYPE) throw new UserError('minutes.template-foreign');
  if (file['version'] !== 1) throw new UserError('minutes.template-newer', { version: String(file['version']).slice(0, 20) });
  const template = file['template'];
  if (!isRecord(template) || !Array.isArray(template['sections'])) throw new UserError('minutes.template-damaged');
  const given = (template['sections'] as unknown[]).map(sectionOf);
  const known = new Set(given.map(({ id }) => id));
  if (known.size < given.length) throw new UserError('minutes.template-damaged');
  return {
    title: textOf(template['title']), opening: textOf(template['opening']), closing: textOf(template['closing']),
    sections: [...given, ...MINUTES_SECTIONS.filter((id) => !known.has(id)).map((id) => ({ id, on: false, heading: '' }))],
  };
}
function sectionOf(value: unknown): MinutesTemplate['sections'][number] {
  const id = isRecord(value) ? MINUTES_SECTIONS.find((one) => one === value['id']) : undefined;
  if (!isRecord(value) || !id || typeof value['on'] !== 'boolean') throw new UserError('minutes.template-damaged');
  return { id, on: value['on'], heading: textOf(value['heading']) };
}
function textOf(value: unknown): string {
  if (typeof value !== 'string' || value.length > LONGEST) throw new UserError('minutes.template-damaged');
  return value;
}
function parsed(content: string): unknown {
  if (content.length > LARGEST) throw new UserError('minutes.template-damaged');
  try {
    return JSON.parse(content);
  } catch {
    throw new UserError('minutes.template-foreign');
  }
}
const isRecord = (value: unknown): value is Record<string, unknown> => typeof value === 'object' && value !== null && !Array.isArray(value);
