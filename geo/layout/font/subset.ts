/** What stays of a font: glyphs by number, or letters with all that shaping may make of them. */
export interface Kept {
  glyphs?: Iterable<number>;
  /** Code points. */
  letters?: Iterable<number>;
}
export type CutFont = (font: Uint8Array, kept: Kept) => Uint8Array;
/** Bytes of `harfbuzzjs/dist/harfbuzz-subset.wasm`; the engine opens no file and no address, so whoever starts it hands them in. */
export type SubsetWasm = () => Uint8Array | Promise<Uint8Array>;

/** Names as in hb-subset.h. */
interface Exports {
  memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(size: number): number;
  free(at: number): void;
  hb_blob_create(data: number, length: number, mode: number, user: number, destroy: number): number;
  hb_blob_destroy(blob: number): void;
  hb_blob_get_data(blob: number, length: number): number;
  hb_blob_get_length(blob: number): number;
  hb_face_create(blob: number, index: number): number;
  hb_face_destroy(face: number): void;
  hb_face_reference_blob(face: number): number;
  hb_set_add(set: number, value: number): void;
  hb_subset_input_create_or_fail(): number;
  hb_subset_input_destroy(input: number): void;
  hb_subset_input_glyph_set(input: number): number;
  hb_subset_input_unicode_set(input: number): number;
  hb_subset_input_set(input: number, set: number): number;
  hb_subset_input_set_flags(input: number, flags: number): void;
  hb_subset_or_fail(face: number, input: number): number;
}
const READ_ONLY = 1;
const NO_HINTING = 0x1, RETAIN_GLYPH_NUMBERS = 0x2, NO_LAYOUT_CLOSURE = 0x200;
const DROPPED_TABLES = 3;
/** Of no use where glyphs are named by number. */
const LAYOUT_TABLES = ['GSUB', 'GPOS', 'GDEF', 'BASE', 'vhea', 'vmtx', 'VORG', 'DSIG'];
const tag = (name: string) => [...name].reduce((sum, letter) => sum * 256 + letter.charCodeAt(0), 0);

/** HarfBuzz's subsetter. Glyphs keep their numbers, so that what was shaped with the whole font is right for the cut one. */
export async function fontCutter(wasm: SubsetWasm): Promise<CutFont> {
  const { instance } = await WebAssembly.instantiate(await wasm() as BufferSource, {});
  const hb = instance.exports as unknown as Exports;
  hb._initialize();
  return (font, kept) => {
    const at = hb.malloc(font.length);
    new Uint8Array(hb.memory.buffer).set(font, at);
    const blob = hb.hb_blob_create(at, font.length, READ_ONLY, 0, 0), face = hb.hb_face_create(blob, 0), input = wanted(hb, kept);
    const cut = hb.hb_subset_or_fail(face, input);
    try {
      if (cut === 0) throw new Error('the font cannot be cut: it is no TrueType or OpenType font');
      return bytesOf(hb, cut);
    } finally {
      hb.hb_face_destroy(cut);
      hb.hb_subset_input_destroy(input);
      hb.hb_face_destroy(face);
      hb.hb_blob_destroy(blob);
      hb.free(at);
    }
  };
}

function wanted(hb: Exports, { glyphs, letters }: Kept): number {
  const input = hb.hb_subset_input_create_or_fail();
  for (const glyph of glyphs ?? []) hb.hb_set_add(hb.hb_subset_input_glyph_set(input), glyph);
  for (const letter of letters ?? []) hb.hb_set_add(hb.hb_subset_input_unicode_set(input), letter);
  if (!letters) for (const name of LAYOUT_TABLES) hb.hb_set_add(hb.hb_subset_input_set(input, DROPPED_TABLES), tag(name));
  hb.hb_subset_input_set_flags(input, letters ? NO_HINTING : NO_HINTING | RETAIN_GLYPH_NUMBERS | NO_LAYOUT_CLOSURE);
  return input;
}

function bytesOf(hb: Exports, face: number): Uint8Array {
  const blob = hb.hb_face_reference_blob(face);
  const start = hb.hb_blob_get_data(blob, 0);
  const bytes = new Uint8Array(hb.memory.buffer).slice(start, start + hb.hb_blob_get_length(blob));
  hb.hb_blob_destroy(blob);
  return bytes;
}
