import { describe, expect, it } from 'vitest';
import { decodePng } from '../../../geo/layout/image/png.ts';
import { readPng } from '../../../geo/layout/image/png-chunks.ts';
import { readJpeg } from '../../../geo/layout/image/jpeg.ts';
import { png, type PngRecipe } from '../../support/png.ts';

const decoded = (recipe: Partial<PngRecipe> & Pick<PngRecipe, 'rows' | 'depth' | 'color'>) => {
  const { rgb, alpha } = decodePng(readPng(png({ width: 2, height: recipe.rows.length, ...recipe })));
  return { rgb: [...rgb], alpha: alpha && [...alpha] };
};

describe('a PNG is read', () => {
  it('in grey of 1, 4, 8 and 16 bits', () => {
    expect(decoded({ depth: 1, color: 0, rows: [[0, 0b01000000]] }).rgb).toEqual([0, 0, 0, 255, 255, 255]);
    expect(decoded({ depth: 4, color: 0, rows: [[0, 0x3f]] }).rgb).toEqual([51, 51, 51, 255, 255, 255]);
    expect(decoded({ depth: 8, color: 0, rows: [[0, 7, 200]] })).toEqual({ rgb: [7, 7, 7, 200, 200, 200], alpha: null });
    expect(decoded({ depth: 16, color: 0, rows: [[0, 7, 1, 200, 9]] }).rgb).toEqual([7, 7, 7, 200, 200, 200]);
  });
  it('in colours, from a palette, and seen through', () => {
    expect(decoded({ depth: 8, color: 2, rows: [[0, 1, 2, 3, 4, 5, 6]] }).rgb).toEqual([1, 2, 3, 4, 5, 6]);
    expect(decoded({ depth: 2, color: 3, palette: [1, 2, 3, 9, 8, 7], transparency: [100], rows: [[0, 0b00010000]] })).toEqual({ rgb: [1, 2, 3, 9, 8, 7], alpha: [100, 255] });
    expect(decoded({ depth: 8, color: 6, rows: [[0, 1, 2, 3, 90, 4, 5, 6, 0]] })).toEqual({ rgb: [1, 2, 3, 4, 5, 6], alpha: [90, 0] });
    expect(decoded({ depth: 8, color: 4, rows: [[0, 5, 90, 6, 255]] })).toEqual({ rgb: [5, 5, 5, 6, 6, 6], alpha: [90, 255] });
    expect(decoded({ depth: 8, color: 0, transparency: [0, 7], rows: [[0, 7, 8]] }).alpha).toEqual([0, 255]);
  });
  it('with each of the five filters', () => {
    const rows = [[0, 10, 20], [1, 10, 5], [2, 1, 1], [3, 4, 250], [4, 3, 2]];
    // Sub: 10, 15. Up: 11, 16. Average: 4+5=9, 250+(9+16)/2=262-256=6. Paeth: 3+9=12; of 12, 6 and 9 the nearest to 12+6-9=9 is 9: 11.
    expect(decoded({ depth: 8, color: 0, rows }).rgb.filter((_, i) => i % 3 === 0)).toEqual([10, 20, 10, 15, 11, 16, 9, 6, 12, 11]);
  });
  it('or refused in words: cut off, without its colour, interlaced, endless', () => {
    const whole = { width: 2, height: 2, depth: 8, color: 0, rows: [[0, 1, 2], [0, 3, 4]] };
    const code = (bytes: Uint8Array) => { try { return decodePng(readPng(bytes)) && 'read'; } catch (error) { return (error as { code?: string }).code; } };
    expect(code(png(whole))).toBe('read');
    expect(code(png({ ...whole, rows: [[0, 1, 2]] }))).toBe('layout.image-damaged');
    expect(code(png({ ...whole, rows: [[9, 1, 2], [0, 3, 4]] }))).toBe('layout.image-damaged');
    expect(code(png({ ...whole, color: 3, palette: [1, 2, 3], rows: [[0, 0, 1], [0, 0, 0]] }))).toBe('layout.image-damaged');
    expect(code(png({ ...whole, interlaced: true }))).toBe('layout.image-interlaced');
    expect(code(png({ ...whole, width: 2e5, height: 2e5 }))).toBe('layout.image-large');
    for (let length = 0; length < png(whole).length - 16; length += 3) expect(code(png(whole).slice(0, length))).toBe('layout.image-damaged');
  });
});

describe('a JPEG is measured', () => {
  const frame = (components: number) => [0xff, 0xc2, 0, 8 + 3 * components, 8, 0, 40, 0, 60, components, ...Array.from({ length: 3 * components }, () => 1), 0xff, 0xd9];
  it('by its frame, behind other segments', () => {
    expect(readJpeg(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 1, 2, ...frame(3)]))).toEqual({ width: 60, height: 40, components: 3, inverted: false });
    expect(readJpeg(Uint8Array.from([0xff, 0xd8, 0xff, 0xee, 0, 14, ...Buffer.from('Adobe'), 0, 100, 0, 0, 0, 0, 0, ...frame(4)]))).toMatchObject({ components: 4, inverted: true });
  });
  it('or refused where it has none, or no end', () => {
    expect(() => readJpeg(Uint8Array.from([0xff, 0xd8, 0xff, 0xe0, 0, 4, 0xff, 0xd9, ...frame(3).slice(0, -2)]))).toThrow(/image-damaged/);
    for (const bytes of [[], [0xff, 0xd8], [0x42, 0x4d, 1, 2], [0xff, 0xd8, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]]) expect(() => readJpeg(Uint8Array.from(bytes))).toThrow(/image-damaged/);
  });
});
