import { isAbsolute, join, relative } from 'node:path';
import type { Language, UserError } from '../../geo/index.ts';
import { ROOT } from '../bootstrap.mjs';
import { harmless, words } from './words.ts';

/** Where a command was called from, in which language, and where its words go. */
export interface Terminal {
  language: Language;
  /** A path as the caller meant it. */
  resolve(path: string): string;
  /** A path as the caller would write it. */
  show(path: string): string;
  print(line: string): void;
  say(key: string, params?: Record<string, string | number>): string;
  /** A line that the next one replaces; nothing where nobody watches. */
  progress(line: string): void;
}

export function terminal(language: Language): Terminal {
  const caller = callersFolder();
  return {
    language,
    resolve: (path) => (isAbsolute(path) ? path : join(caller, path)),
    show: (path) => {
      const short = relative(caller, path);
      return short === '' ? '.' : short.startsWith('..') ? path : short;
    },
    print: (line) => process.stdout.write(`${harmless(line, /\n/)}\n`),
    say: (key, params) => words(key, language, params),
    progress: (line) => {
      if (process.stderr.isTTY) process.stderr.write(line === '' ? '\r\x1b[K' : `\r\x1b[K${line}`);
    },
  };
}

/** npm runs a script in the project's folder and leaves the caller's in INIT_CWD; other programs may pass that variable on. */
function callersFolder(): string {
  const { INIT_CWD, npm_lifecycle_event } = process.env;
  return INIT_CWD && npm_lifecycle_event === 'undercroft' && `${process.cwd()}/` === ROOT.replaceAll('\\', '/') ? INIT_CWD : process.cwd();
}

/** One clear line for what the user has to put right. */
export function lineOf(error: UserError, language: Language): string {
  return words(`error.${error.code}`, language, error.params).replaceAll(/\s*\n\s*/g, ' ');
}
