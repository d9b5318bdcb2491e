import type { Faces } from '../../geo/index.ts';
import { nodeFaces } from '../../scripts/sheet-fonts.ts';

let loading: Promise<Faces> | null = null;
/** The letters of plan sheets, loaded once a test file. */
export function testFaces(): Promise<Faces> {
  loading ??= nodeFaces();
  return loading;
}
