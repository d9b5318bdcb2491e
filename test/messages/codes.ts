import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT, sourceFiles } from '../support/imports.ts';

/** A code as it is written somewhere in the source, with the text that follows it up to the end of its statement. */
export interface WrittenCode {
  code: string;
  file: string;
  rest: string;
}

const sources = (folder: string) => sourceFiles(folder).filter((file) => !file.startsWith('geo/messages/')).map((file) => ({ file, text: readFileSync(join(ROOT, file), 'utf8') }));

function written(folder: string, pattern: RegExp): WrittenCode[] {
  return sources(folder).flatMap(({ file, text }) => [...text.matchAll(pattern)].map((match) => ({ code: match[1], file, rest: text.slice(match.index, text.indexOf(';', match.index)) })));
}

/** `new UserError('file.empty', …)`. */
export const userErrors = (folder: string): WrittenCode[] => written(folder, /new UserError\('([\w.-]+)'/g);

/** Rooms of codes that issues are in; the code may be a literal anywhere, for it is often chosen before the issue is made. */
const ISSUE_ROOMS = 'geometry|crs|attribute|edit|rule|id|layers|secrecy|demand|supply|network|sites|ranking|geojson|geopackage|project';
export function issues(): WrittenCode[] {
  const literal = written('geo', new RegExp(`'((?:${ISSUE_ROOMS})\\.[a-z][a-z-]*)'`, 'g'));
  const errors = new Set(userErrors('geo').map(({ code }) => code));
  return [...written('geo', /\b(?:issue|listed|log\.add)\('([\w.-]+)'/g), ...literal.filter(({ code }) => !errors.has(code))];
}
/** Faults that reading mends on its own are told as `<code>.mended`. */
export const mendedIssues = (): string[] => written('geo/io', /code: '([\w.-]+)'[^}]*fix: '(?:close|drop-duplicates|drop-spikes|rewind)'/g).map(({ code }) => `${code}.mended`);

/** `'factor.tierDemand'` and `'step.read'`, whole; a template has its words checked where a run makes it. */
export const wholeKeys = (): string[] => written('geo', /'((?:factor|step|indicator|legend|error)\.[\w.-]+)'/g).map(({ code }) => code);

/** `line('groundSource', …)` of the reckoning of a site. */
export const siteFactors = (): string[] => written('geo/sites', /\bline\('(\w+)'/g).map(({ code }) => `factor.${code}`);

/** Keys as the tables in geo/messages write them, a key that stands twice twice. */
export const catalogueKeys = (): string[] => sourceFiles('geo/messages').flatMap((file) => [...readFileSync(join(ROOT, file), 'utf8').matchAll(/^ {2}'([^']+)':/gm)].map((match) => match[1]));
