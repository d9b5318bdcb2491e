import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadFaces, type Faces } from '../../geo/index.ts';

const file = (name: string) => readFileSync(createRequire(import.meta.url).resolve(name));
const font = (name: string) => file(`@expo-google-fonts/noto-sans-sc/${name}`);
let loading: Promise<Faces> | null = null;
/** The letters of plan sheets, loaded once a test file. */
export function testFaces(): Promise<Faces> {
  loading ??= loadFaces({ regular: font('400Regular/NotoSansSC_400Regular.ttf'), bold: font('700Bold/NotoSansSC_700Bold.ttf') }, () => file('harfbuzzjs/dist/harfbuzz-subset.wasm'));
  return loading;
}
