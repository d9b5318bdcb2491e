import { sayCodeOf } from '../coordination/index.ts';
import type { SectionBox } from '../layout/index.ts';
import type { Stratum } from '../model/index.ts';
import { say, wordsIn, type Language } from '../messages/index.ts';
import { numberIn } from '../sites/index.ts';
import { figure, UNKNOWN } from './figures.ts';
import type { Dossier, DossierRow } from './types.ts';

/** A table for a page: what found no room is counted in its last row. */
export interface PageTable {
  title: string;
  /** The first row is the heading. */
  rows: string[][];
}
/** What a dossier says, in one language, in the parts that a page has. */
export interface DossierPage {
  id: string;
  name: string;
  title: string;
  summary: string;
  facts: PageTable;
  ground: PageTable;
  relief: PageTable;
  robustness: PageTable;
  benefits: PageTable;
  conflicts: PageTable;
  window: PageTable;
  notes: string;
  foot: string;
  section: Pick<SectionBox, 'title' | 'site' | 'strata' | 'neighbours'>;
  /** Degrees, numbered as the conflicts are. */
  places: { text: string; place: readonly [lon: number, lat: number] }[];
}

/** The dossier in words. `most` is how many conflicts the page has room for. */
export function dossierPage(dossier: Dossier, { project, language, most, strata }: { project: string; language: Language; most: number; strata: readonly Stratum[] }): DossierPage {
  const words = (key: string, params = {}) => say(key, language, params), { site, name, rank, of, conflicts } = dossier;
  const shown = conflicts.length <= most ? conflicts : conflicts.slice(0, most - 1), more = conflicts.length - shown.length;
  const score = numberIn(site, 'score');
  return {
    id: `dossier-${site.id}`, name: words('dossier.name', { name }), title: words('dossier.title', { project, name }),
    summary: words('dossier.summary', { id: site.id, rank, of, score: score === null ? UNKNOWN : points(score), first: share(site.properties['firstShare'], language), top3: share(site.properties['top3Share'], language), conflicts: conflicts.length, window: windowWords(dossier.window, language) }),
    facts: rowsTable(dossier.facts, 'dossier.facts', language), ground: rowsTable(dossier.ground, 'dossier.ground', language), relief: rowsTable(dossier.relief, 'dossier.relief', language),
    robustness: { title: words('dossier.robustness'), rows: [heading(language), [words('field.rank'), words('dossier.rankOf', { rank, of, score: score === null ? UNKNOWN : points(score) }), ''], ...dossier.robustness.map((row) => rowWords(row, language))] },
    benefits: { title: words('dossier.benefits'), rows: benefitRows(dossier, language) },
    conflicts: { title: words('dossier.conflicts'), rows: [
      ['dossier.number', 'conflict.name', 'conflict.kind', 'conflict.nature', 'dossier.clearance', 'dossier.depth', 'dossier.department', 'conflict.state'].map((key) => words(key)),
      ...shown.map(({ conflict, state }, i) => [String(i + 1), conflict.name, sayCodeOf('kind', conflict.kind, language), words(`dossier.nature.${conflict.nature}`), conflict.clearance.toFixed(1), depthsOf(dossier, i + 1), words(`department.${conflict.department}`), words(`opinion.${state}`)]),
      ...(more > 0 ? [['', words('dossier.more', { n: more })]] : []),
      ...(conflicts.length === 0 ? [['', words('dossier.noConflicts')]] : []),
    ] },
    window: rowsTable(dossier.windowRows, 'dossier.window', language),
    notes: (['steps', 'notes', 'assumed'] as const).map((part) => listed(`dossier.${part}`, dossier[part], language)).filter(Boolean).join('\n'),
    foot: words('dossier.foot', { keyword: dossier.keyword, date: dossier.date }),
    section: {
      title: words('dossier.section'), strata: strata.map(({ code, name, to }) => ({ name: name ?? words(`choice.stratum.${code}`), to })),
      site: { name, top: numberIn(site, 'topDepth'), bottom: numberIn(site, 'bottomDepth'), width: numberIn(site, 'minWidth'), levels: numberIn(site, 'levels') },
      neighbours: dossier.neighbours.filter(({ number }) => number <= shown.length).map(({ number, row: { conflict }, top, bottom, wide }) => ({ mark: String(number), name: conflict.name, nature: conflict.nature, clearance: conflict.clearance, top, bottom, wide })),
    },
    places: shown.map(({ conflict: { place } }, i) => ({ text: String(i + 1), place })),
  };
}

/** Scores are 0…1 in the files and out of a hundred on paper. */
const points = (score: number): string => (100 * score).toFixed(1);
const share = (value: unknown, language: Language): string => figure(typeof value === 'number' ? value : null, 'ratio', language);
/** In one line: how it stands, the last day, and the days until or since. */
function windowWords(window: Dossier['window'], language: Language): string {
  if (!window) return UNKNOWN;
  const { phase, deadline, daysLeft } = window, said = say(`window.phase.${phase}`, language);
  return deadline === null || daysLeft === null ? said : say(daysLeft >= 0 ? 'dossier.until' : 'dossier.since', language, { phase: said, deadline, days: Math.abs(daysLeft) });
}
const heading = (language: Language): string[] => ['dossier.item', 'dossier.value', 'dossier.basis'].map((key) => say(key, language));

function rowsTable(rows: readonly DossierRow[], title: string, language: Language): PageTable {
  const said = [heading(language), ...rows.map((row) => rowWords(row, language))];
  return { title: say(title, language), rows: said.slice(1).every(([, , basis]) => basis === '') ? said.map((cells) => cells.slice(0, 2)) : said };
}
/** Name, value, and the parameters that it rests on. */
function rowWords({ key, value, unit, codes, params = [], range }: DossierRow, language: Language): string[] {
  const said = codes ? codesIn(codes, value, language) : figure(value, unit, language);
  const basis = [...(range ? [`${figure(range[0], unit, language)} ~ ${figure(range[1], unit, language)}`] : []), ...params.map((param) => `${say(`param.${param.key}`, language)} ${figure(typeof param.value === 'number' || typeof param.value === 'string' ? param.value : null, param.unit, language)}`)];
  return [say(key, language), said, basis.join('; ')];
}
function codesIn(column: string, value: DossierRow['value'], language: Language): string {
  if (value === null) return UNKNOWN;
  return column === 'window' ? say(`window.phase.${value}`, language) : wordsIn(language)(`choice.${column}.${value}`, {}, String(value));
}
function listed(title: string, keys: readonly string[], language: Language): string {
  return keys.length === 0 ? '' : say(title, language, { text: [...new Set(keys)].map((key) => say(key, language)).join(language === 'zh' ? '；' : '; ') });
}

function benefitRows({ benefits }: Dossier, language: Language): string[][] {
  return [
    ['dossier.benefit', 'dossier.factor', 'dossier.value', 'field.score', 'dossier.weight', 'dossier.adds'].map((key) => say(key, language)),
    ...benefits.flatMap(({ benefit, score, weight, factors }) => factors.map((factor, i) => [
      i === 0 ? say('dossier.benefitScore', language, { benefit: say(`benefit.${benefit}`, language), score: points(score), weight: figure(weight, 'ratio', language) }) : '',
      say(factor.key, language), figure(factor.value, factor.unit, language), points(factor.score ?? 0), figure(factor.weight ?? 0, 'ratio', language), points(Number(factor.params?.['contribution'] ?? 0)),
    ])),
  ];
}

/** From its top to its bottom, a question mark for what is not known. */
function depthsOf({ neighbours }: Dossier, number: number): string {
  const found = neighbours.find((one) => one.number === number);
  if (!found || (found.top === null && found.bottom === null)) return UNKNOWN;
  return [found.top, found.bottom].map((depth) => (depth === null ? '?' : depth.toFixed(1))).join(' ~ ');
}
