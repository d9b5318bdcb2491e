import { afterEach, expect, it, vi } from 'vitest';
import { loadGlyphs } from '../../app/map/glyphs.ts';
import type { Layer } from '../../geo/index.ts';

const layerOf = (names: readonly string[]): Layer => ({
  id: 'shelter', schema: 'shelter', name: '',
  features: names.map((name, i) => ({ type: 'Feature', id: `s${i}`, geometry: { type: 'Point', coordinates: [114, 22] }, properties: { id: `s${i}`, name } })),
});
afterEach(() => { vi.unstubAllGlobals(); });

it('asks for every letter of a large layer once, and gives the page its turn meanwhile', async () => {
  const asked: string[] = [];
  vi.stubGlobal('document', { fonts: { load: (_: string, letters: string) => { asked.push(letters); return Promise.resolve([]); } } });
  const large = layerOf(Array.from({ length: 20_000 }, (_, i) => (i === 19_999 ? '末' : '甲')));
  let turns = 0;
  const page = setInterval(() => { turns++; });
  await Promise.all([loadGlyphs([large]), loadGlyphs([large])]);
  clearInterval(page);
  expect(turns).toBeGreaterThan(0);
  expect(asked).toEqual(['甲末']);
  await loadGlyphs([large, layerOf(['甲乙'])]);
  expect(asked).toEqual(['甲末', '乙']);
});
