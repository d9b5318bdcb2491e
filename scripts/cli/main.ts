import { provideDatabases, provideSolver, UserError, type Language } from '../../geo/index.ts';
import { nodeDatabases, nodeSolver } from '../database.ts';
import { help, overview } from './help.ts';
import { parse } from './parse.ts';
import { lineOf, terminal, type Terminal } from './terminal.ts';
import { programVersion } from './version.ts';
import { words } from './words.ts';

/** Runs a command line. Returns the exit code: 0, 2 with one line for the user's mistake, 1 for a bug of ours. */
export async function main(args: readonly string[]): Promise<number> {
  let language: Language = 'zh';
  provideDatabases(nodeDatabases);
  provideSolver(nodeSolver);
  try {
    const { given, rest } = takeLanguage(args);
    language = languageOf(given);
    await dispatch(rest, terminal(language));
    return 0;
  } catch (error) {
    if (error instanceof UserError && error.code === 'cli.lang') {
      // In which language is just what is not known.
      process.stderr.write(`undercroft: ${lineOf(error, 'zh')} ${lineOf(error, 'en')}\n`);
      return 2;
    }
    if (error instanceof UserError) {
      process.stderr.write(`undercroft: ${lineOf(error, language)}\n`);
      return 2;
    }
    process.stderr.write(`undercroft ${programVersion()}: ${words('cli.bug', language)}\n${error instanceof Error ? error.stack : String(error)}\n`);
    return 1;
  }
}

/** What becomes of words that cannot be written. Called once a process. */
export function watchStreams(args: readonly string[]): void {
  // Whoever reads our output may have seen enough (`… | head`); the exit code stays what it is.
  process.stderr.on('error', () => {});
  process.stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code === 'EPIPE') process.exit(process.exitCode ?? 0);
    const language = takeLanguage(args).given === 'en' ? 'en' : 'zh';
    process.stderr.write(`undercroft: ${lineOf(new UserError('cli.output', { reason: error.code ?? error.message }), language)}\n`);
    process.exit(2);
  });
}

async function dispatch(args: readonly string[], screen: Terminal): Promise<void> {
  if (args[0] === '--version') return screen.print(programVersion());
  if (args.length === 0 || args[0] === '--help' || args[0] === '-h') return overview(screen);
  const call = parse(args);
  if (call.has('version')) return screen.print(programVersion());
  if (call.has('help')) return help({ ...call, operands: [call.command.name] }, screen);
  await call.command.run(call, screen);
}

/** The language is taken out first: it may stand anywhere, and what goes wrong after it is said in it. */
function takeLanguage(args: readonly string[]): { given: string | undefined; rest: string[] } {
  const at = args.findIndex((word) => word === '--lang' || word.startsWith('--lang='));
  if (at < 0) return { given: process.env['UNDERCROFT_LANG'] || 'zh', rest: [...args] };
  const joined = args[at].startsWith('--lang=');
  return { given: joined ? args[at].slice('--lang='.length) : args[at + 1], rest: args.filter((_, i) => i !== at && (joined || i !== at + 1)) };
}
function languageOf(given: string | undefined): Language {
  if (given !== 'zh' && given !== 'en') throw new UserError('cli.lang', { given: given ?? '' });
  return given;
}
