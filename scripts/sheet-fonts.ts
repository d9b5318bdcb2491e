import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { loadFaces, type Faces } from '../geo/index.ts';

const file = (name: string) => readFileSync(createRequire(import.meta.url).resolve(name));
const font = (name: string) => file(`@expo-google-fonts/noto-sans-sc/${name}`);

/** The letters of plan sheets under Node. The engine reads no files, so it is handed the bytes. */
export function nodeFaces(): Promise<Faces> {
  return loadFaces({ regular: font('400Regular/NotoSansSC_400Regular.ttf'), bold: font('700Bold/NotoSansSC_700Bold.ttf') }, () => file('harfbuzzjs/dist/harfbuzz-subset.wasm'));
}
