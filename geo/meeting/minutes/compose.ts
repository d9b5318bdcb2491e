import { messages, say } from '../../messages/index.ts';
import { Names } from '../subject-words.ts';
import type { Block, Minutes } from './blocks.ts';
import type { MinutesContext } from './context.ts';
import { agendaBlocks } from './agenda.ts';
import { actionBlocks, decisionBlocks, factBlocks, opinionBlocks } from './tables.ts';
import { indicatorBlocks, runBlocks } from './figures.ts';
import { sourceWithin, type MinutesSource, type MinutesWishes } from './source.ts';
import type { MinutesSection } from './template.ts';
import { paragraphs, sentence } from './text.ts';

const SECTIONS: Readonly<Record<MinutesSection, (context: MinutesContext) => Block[]>> = {
  facts: factBlocks, agenda: agendaBlocks, opinions: opinionBlocks, decisions: decisionBlocks, actions: actionBlocks, indicators: indicatorBlocks, runs: runBlocks,
};

/** The minutes of a meeting as blocks: the same for Word and PDF, browser and command line. */
export function composeMinutes(whole: MinutesSource, wishes: MinutesWishes): Minutes {
  const { meeting, template, language, level } = wishes;
  const source = sourceWithin(whole, level);
  const context: MinutesContext = {
    ...wishes, source, names: new Names([...source.layers, ...source.runs.flatMap(({ layers }) => layers)], source.measures), withheldMeasures: whole.measures.length - source.measures.length,
    say: (key, params) => say(key, language, params),
  };
  const fill = filler(context);
  const title = fill(template.title || context.say('minutes.title', { meeting: meeting.title || context.say('minutes.untitled') }));
  const shown = template.sections.filter(({ on }) => on);
  return {
    title: sentence(title), date: meeting.date, language,
    mark: [context.say('minutes.level', { level: context.say(`choice.secrecy.${level}`) }), ...(source.invented ? [context.say('minutes.invented')] : [])].join(' · '),
    keywords: source.runs.map(({ keyword }) => keyword),
    blocks: [
      { kind: 'title', text: sentence(title) },
      ...paragraphs(fill(template.opening)),
      ...shown.flatMap(({ id, heading }, i): Block[] => [
        { kind: 'heading', level: 1, text: context.say('minutes.heading', { n: ordinal(i + 1, language), text: sentence(fill(heading) || context.say(`minutes.section.${id}`)) }) },
        ...withWord(SECTIONS[id](context), id, context),
      ]),
      ...paragraphs(fill(template.closing || context.say('minutes.closing'))),
    ],
  };
}

/** A section with nothing in it says so, so that nobody looks for a page that was lost. */
function withWord(blocks: Block[], id: MinutesSection, { say: words }: MinutesContext): Block[] {
  return blocks.length > 0 || !messages[`minutes.none.${id}`] ? blocks : [{ kind: 'paragraph', text: words(`minutes.none.${id}`) }];
}

function filler({ meeting, source, level, language, say: words }: MinutesContext): (text: string) => string {
  const values: Readonly<Record<string, string>> = {
    project: source.project[language], meeting: meeting.title, date: meeting.date, place: meeting.place, chair: meeting.chair, number: meeting.number || words('minutes.open'), level: words(`choice.secrecy.${level}`),
  };
  return (text) => text.replace(/\{(\w+)\}/g, (whole, name: string) => (Object.hasOwn(values, name) ? values[name] : whole));
}

const DIGITS = [...'〇一二三四五六七八九'];
/** 1…99 as headings are counted. */
function ordinal(n: number, language: 'zh' | 'en'): string {
  if (language === 'en' || n > 99) return String(n);
  const tens = Math.floor(n / 10), ones = n % 10;
  return `${tens > 1 ? DIGITS[tens] : ''}${tens > 0 ? '十' : ''}${ones > 0 ? DIGITS[ones] : ''}`;
}
