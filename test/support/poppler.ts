import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** What an independent reader of sheets printed; null where it is not installed. */
function reader(program: string, args: readonly string[]): string | null {
  const { error, status, stdout, stderr } = spawnSync(program, args, { encoding: 'utf8', maxBuffer: 1 << 28 });
  if (error) return null;
  if (status !== 0) throw new Error(`${program} ${args.join(' ')}: ${stderr}`);
  return stdout;
}
export type Reader = 'pdftotext' | 'pdffonts' | 'pdfinfo' | 'pdftocairo' | 'pdfdetach' | 'gdalinfo';
const installed = (program: Reader, flag: string) => reader(program, [flag]) !== null;
export const hasPoppler = installed('pdftotext', '-v') && installed('pdftocairo', '-v');
export const hasGdalinfo = installed('gdalinfo', '--version');
/** Said where a test is left out. */
export const NO_POPPLER = hasPoppler ? '' : ' (left out: poppler-utils is not installed)';
export const NO_GDALINFO = hasGdalinfo ? '' : ' (left out: gdalinfo is not installed)';

/** Reads a file with one of them; `#` in the arguments is its path. */
export function readWith(program: Reader, bytes: Uint8Array, args: readonly string[], name = 'sheet.pdf', beside: Readonly<Record<string, string>> = {}): string {
  const folder = mkdtempSync(join(tmpdir(), 'undercroft-sheet-'));
  try {
    writeFileSync(join(folder, name), bytes);
    for (const [other, text] of Object.entries(beside)) writeFileSync(join(folder, other), text);
    return reader(program, args.map((arg) => arg.replace('#', join(folder, name)))) ?? '';
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The first page as PNG. */
export function pagePng(bytes: Uint8Array, dpi: number): Uint8Array {
  const { stdout, status, stderr } = spawnSync('pdftocairo', ['-png', '-r', `${dpi}`, '-singlefile', '-', '-'], { input: bytes, maxBuffer: 1 << 30 });
  if (status !== 0) throw new Error(`pdftocairo: ${stderr.toString()}`);
  return new Uint8Array(stdout);
}
