import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { DEMO, makeCity } from './make-city.ts';
import { cityFiles } from './write.ts';

/** `npm run demo-city -- [--units 100000] [--seed 7] [--out folder]` writes one GeoJSON file a layer and index.json. */
const { values } = parseArgs({ options: { units: { type: 'string' }, seed: { type: 'string' }, out: { type: 'string' } } });
const units = Number(values.units ?? DEMO.units), seed = Number(values.seed ?? DEMO.seed);
if (!Number.isInteger(units) || units < 500 || !Number.isInteger(seed)) {
  console.error('demo-city: --units takes a whole number of at least 500, --seed a whole number.');
  process.exit(2);
}
const out = values.out ?? join(import.meta.dirname, '../../data/demo-city');
mkdirSync(out, { recursive: true });
const files = cityFiles(makeCity({ units, seed }), seed);
for (const [name, text] of Object.entries(files)) {
  writeFileSync(join(out, name), text);
  console.log(`${String(Math.round(Buffer.byteLength(text) / 1024)).padStart(7)} KB  ${name}`);
}
