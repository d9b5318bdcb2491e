import { UserError } from '../../model/index.ts';
import type { SourceFile } from './types.ts';

const MIB = 1024 * 1024;

/** @throws UserError `file.too-large`, `file.empty`: said by the size alone, before a byte is looked at. */
export function refuseLarge(files: readonly SourceFile[], largest: number): void {
  const size = files.reduce((sum, { bytes }) => sum + bytes.length, 0);
  if (size > largest) throw new UserError('file.too-large', { size: Math.ceil(size / MIB), most: Math.floor(largest / MIB) });
  if (size === 0) throw new UserError('file.empty');
}
