import { spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { ROOT } from './imports.ts';

export interface Outcome {
  code: number | null;
  out: string;
  err: string;
}

/** Runs a program as a user would, from a folder of theirs. */
export function execute(command: string, args: readonly string[], cwd: string, env: Record<string, string> = {}): Promise<Outcome> {
  return new Promise((resolve, reject) => {
    const { UNDERCROFT_LANG: _, INIT_CWD: __, npm_lifecycle_event: ___, ...rest } = process.env;
    const child = spawn(command, args, { cwd, env: { ...rest, ...env } });
    let out = '', err = '';
    child.stdout.setEncoding('utf8').on('data', (text: string) => { out += text; });
    child.stderr.setEncoding('utf8').on('data', (text: string) => { err += text; });
    child.on('error', reject).on('close', (code) => resolve({ code, out, err }));
  });
}
export const undercroft = (args: readonly string[], cwd: string, env?: Record<string, string>): Promise<Outcome> => execute(process.execPath, [join(ROOT, 'scripts/undercroft.mjs'), ...args], cwd, env);

/** A folder of one's own, with files in it; the caller removes it. */
export function folderWith(files: Readonly<Record<string, unknown>>): { path: string; read(name: string): string; names(folder?: string): string[]; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'undercroft-test-'));
  for (const [name, content] of Object.entries(files)) writeFileSync(join(path, name), typeof content === 'string' ? content : JSON.stringify(content));
  return { path, read: (name) => readFileSync(join(path, name), 'utf8'), names: (folder = '.') => readdirSync(join(path, folder)).sort(), remove: () => rmSync(path, { recursive: true, force: true }) };
}

type Row = [id: string, x: number, y: number, properties: Record<string, unknown>];
/** Points near 113.57 E, 22.27 N, given in steps of about 100 m. */
export const points = (rows: readonly Row[]) => ({
  type: 'FeatureCollection', features: rows.map(([id, x, y, properties]) => ({ type: 'Feature', id, properties: { id, ...properties }, geometry: { type: 'Point', coordinates: [113.57 + x * 0.00097, 22.27 + y * 0.0009] } })),
});
