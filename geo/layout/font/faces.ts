import { UserError } from '../../model/index.ts';
import type { Weight } from '../drawing.ts';
import { fontCutter, type CutFont, type Kept, type SubsetWasm } from './subset.ts';

type HarfBuzz = typeof import('harfbuzzjs');

/** A glyph as set: its number in the whole font, and where its pen goes on to (em = 1). */
export interface Glyph {
  id: number;
  /** Text of the cluster that it starts; empty where an earlier glyph carries it. */
  text: string;
  advance: number;
  x: number;
  y: number;
}
export interface Line {
  glyphs: readonly Glyph[];
  /** em = 1 */
  width: number;
}

/** Bytes of the two weights, TrueType. */
export type FontFiles = Readonly<Record<Weight, Uint8Array>>;

/**
 * The sheet's letters: shaped and measured by HarfBuzz, which being WebAssembly gives the same advances in browser and Node.
 * Ascent and descent are those of the font, em = 1.
 */
export class Faces {
  private readonly fonts: Record<Weight, InstanceType<HarfBuzz['Font']>>;
  private readonly known: Record<Weight, Map<string, Line>> = { regular: new Map(), bold: new Map() };
  private readonly paths = new Map<string, string>();
  readonly unitsPerEm: number;
  readonly ascent: number;
  readonly descent: number;

  private cutter: Promise<CutFont> | null = null;

  constructor(private readonly hb: HarfBuzz, readonly files: FontFiles, private readonly subsetWasm?: SubsetWasm) {
    const font = (bytes: Uint8Array) => new hb.Font(new hb.Face(new hb.Blob(bytes.slice().buffer)));
    this.fonts = { regular: font(files.regular), bold: font(files.bold) };
    this.unitsPerEm = this.fonts.regular.face.upem;
    const { ascender, descender } = this.fonts.regular.hExtents();
    [this.ascent, this.descent] = [ascender / this.unitsPerEm, -descender / this.unitsPerEm];
  }

  /**
   * @throws UserError `layout.missing-letter` naming the letter, where the font has none for it: a sheet never shows an empty box.
   */
  set(text: string, weight: Weight): Line {
    const before = this.known[weight].get(text);
    if (before) return before;
    const line = this.shape(text, weight);
    this.known[weight].set(text, line);
    return line;
  }
  private shape(text: string, weight: Weight): Line {
    const { hb } = this;
    const buffer = new hb.Buffer();
    buffer.addText(text);
    buffer.guessSegmentProperties();
    hb.shape(this.fonts[weight], buffer);
    const infos = buffer.getGlyphInfos(), places = buffer.getGlyphPositions();
    const starts = [...new Set(infos.map(({ cluster }) => cluster))].sort((a, b) => a - b);
    const seen = new Set<number>();
    const glyphs = infos.map(({ codepoint: id, cluster }, i): Glyph => {
      const own = text.slice(cluster, starts[starts.indexOf(cluster) + 1]);
      if (id === 0) throw missing(own);
      const first = !seen.has(cluster);
      seen.add(cluster);
      const { xAdvance, xOffset, yOffset } = places[i];
      return { id, text: first ? own : '', advance: xAdvance / this.unitsPerEm, x: xOffset / this.unitsPerEm, y: yOffset / this.unitsPerEm };
    });
    return { glyphs, width: glyphs.reduce((sum, { advance }) => sum + advance, 0) };
  }

  /** mm, at a size of so many mm. */
  width(text: string, size: number, weight: Weight = 'regular'): number {
    return size * this.set(text, weight).width;
  }

  /** How far the font itself moves the pen for a glyph, em = 1: what is left of `Glyph.advance` is kerning. */
  advance(id: number, weight: Weight): number {
    return this.fonts[weight].glyphHAdvance(id) / this.unitsPerEm;
  }

  /** PostScript name, as files that carry the font write it, and a table of it as it stands. */
  postScriptName(weight: Weight): string {
    return this.fonts[weight].face.getName(6, 'en').replace(/[^\w-]/g, '') || `Sheet-${weight}`;
  }
  table(name: string, weight: Weight): Uint8Array | undefined {
    return this.fonts[weight].face.referenceTable(name);
  }

  /** The font with only what is kept, for files that carry it. */
  async cut(weight: Weight, kept: Kept): Promise<Uint8Array> {
    if (!this.subsetWasm) throw new Error('loadFaces was not told where harfbuzz-subset.wasm is');
    this.cutter ??= fontCutter(this.subsetWasm);
    return (await this.cutter)(this.files[weight], kept);
  }

  /** The outline of a glyph as an SVG path, in units of the font, y up. */
  outline(id: number, weight: Weight): string {
    const key = `${weight} ${id}`;
    let path = this.paths.get(key);
    if (path === undefined) this.paths.set(key, path = this.fonts[weight].glyphToPath(id));
    return path;
  }
}

function missing(text: string): UserError {
  const code = text.codePointAt(0) ?? 0;
  return new UserError('layout.missing-letter', { letter: String.fromCodePoint(code), code: `U+${code.toString(16).toUpperCase().padStart(4, '0')}` });
}

/** HarfBuzz loads on first use, as a chunk of its own. Its subsetter is needed by files that carry their fonts: PDF and SVG. */
export async function loadFaces(files: FontFiles, subsetWasm?: SubsetWasm): Promise<Faces> {
  return new Faces(await import('harfbuzzjs'), files, subsetWasm);
}
