import { statSync } from 'node:fs';
import { basename } from 'node:path';
import { ASK, openSource, readCrsText, UserError, type CrsGuess, type LayerProposal, type OpenSource, type RawLayer, type SourceFile } from '../../geo/index.ts';
import type { Call } from './commands.ts';
import { readSources } from './sources.ts';
import { lineOf, type Terminal } from './terminal.ts';

/** What the command line says of how a file is to be read, and by which option it says it. */
export interface Given {
  crs: string | null;
  crsOption: string;
  encoding: string | null;
}
/** `--crs EPSG:4547` is for every file of the call, `--crs shelter=EPSG:4547` for one input. */
export function givenFor(call: Call, names: readonly string[], crsOption = 'crs'): Given {
  const value = (option: string) => {
    const all = call.all(option);
    const own = names.map((name) => all.find((one) => one.startsWith(`${name}=`))?.slice(name.length + 1)).find((one) => one !== undefined);
    return own ?? all.find((one) => !one.includes('=')) ?? null;
  };
  return { crs: value(crsOption), crsOption, encoding: value('encoding') };
}

/** A file, and after a `#` the layer of it that is meant. A file whose own name has a `#` is itself. */
export function placeOf(path: string, screen: Terminal): { path: string; layer: string | null } {
  const full = screen.resolve(path), at = full.lastIndexOf('#');
  return at < 0 || statSync(full, { throwIfNoEntry: false }) ? { path: full, layer: null } : { path: full.slice(0, at), layer: full.slice(at + 1) };
}

/** Opens a file of any format. What its letters leave open is asked for. @throws UserError with the file's name in it */
export async function openFile(path: string, { encoding }: Given, screen: Terminal): Promise<{ source: OpenSource; files: SourceFile[] }> {
  const files = readSources(path, screen);
  const source = await inFile(path, screen, () => openSource(files, { encoding: encoding ?? undefined }));
  const doubtful = encoding === null ? source.layers.find((layer) => layer.encoding && layer.encoding.confidence < ASK) : undefined;
  if (doubtful) throw new UserError('cli.ask-encoding', { file: screen.show(path), guess: doubtful.encoding!.encoding });
  return { source, files };
}

/** An error that has no file in its words gets it in front. */
export async function inFile<T>(path: string, screen: Terminal, work: () => T | Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    if (!(error instanceof UserError) || error.code.startsWith('cli.') || 'file' in error.params) throw error;
    throw new UserError('cli.in-file', { path: screen.show(path), sentence: lineOf(error, screen.language) });
  }
}

/** The one layer of a file that holds something, or the one that was named. */
export function layerIn(source: OpenSource, name: string | null, path: string, screen: Terminal): RawLayer {
  const full = source.layers.filter(({ features }) => features.length > 0);
  const known = source.layers.map((layer) => layer.name).join(', '), file = screen.show(path);
  if (name !== null) {
    const found = source.layers.find((layer) => layer.name === name);
    if (!found) throw new UserError('cli.no-layer', { file, given: name, known });
    return found;
  }
  if (full.length > 1) throw new UserError('cli.ask-layer', { file, known: full.map((layer) => layer.name).join(', '), example: `${basename(path)}#${full[0].name}` });
  return full[0] ?? source.layers[0];
}

/** What was given, else what the file says, else what its numbers say if they say it surely. Null for a table without places. */
export function crsFor({ crs, name }: LayerProposal, file: string, { crs: given, crsOption }: Given): Pick<CrsGuess, 'code' | 'swapped'> | null {
  if (crs.length === 0) return null;
  if (given !== null) {
    const { code, swapped } = readCrsText(given);
    return { code, swapped: swapped || (crs.find((guess) => guess.code === code)?.swapped ?? false) };
  }
  if (crs[0].confidence < ASK) throw new UserError('cli.ask-crs', { layer: name === '' ? file : `${file}#${name}`, option: crsOption, guesses: crs.slice(0, 4).map(({ code }) => code).join(', ') });
  return crs[0];
}
