import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Linter } from 'eslint';
import { describe, expect, test } from 'vitest';
import walls from '../scripts/lint/walls.mjs';
import { breach, GEO_ROOMS } from '../scripts/lint/wall-table.mjs';
import { findCircle, importsOf, readImports, ROOT, sourceFiles } from './support/imports.ts';

const imports = ['geo', 'app', 'scripts'].flatMap(sourceFiles).filter((file) => !file.endsWith('.d.mts')).flatMap(readImports);

describe('the house as it stands', () => {
  test('imports are read at all', () => {
    expect(imports.length).toBeGreaterThan(300);
    const missing = imports.filter(({ target, isRelative }) => isRelative && !existsSync(join(ROOT, target)));
    expect(missing.map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });
  test('no import goes through a wall', () => {
    expect(imports.map(({ file, target, isRelative }) => [file, breach(file, target, isRelative)]).filter(([, reason]) => reason)).toEqual([]);
  });
  test('no circle of imports in geo/ or app/', () => {
    expect(findCircle(imports.filter(({ file }) => /^(geo|app)\//.test(file)))).toBeNull();
  });
  test('every room stands in the table, which itself has no circle', () => {
    const rooms = readdirSync(join(ROOT, 'geo'), { withFileTypes: true }).filter((entry) => entry.isDirectory()).map((entry) => entry.name);
    expect(rooms.filter((room) => !(room in GEO_ROOMS))).toEqual([]);
    expect(findCircle(Object.entries(GEO_ROOMS).flatMap(([file, targets]) => targets.map((target) => ({ file, target, isRelative: true, isType: false }))))).toBeNull();
  });
  test('every file of the engine is reached only by relative paths that name their extension', () => {
    expect(imports.filter(({ target, isRelative }) => isRelative && !/\.(ts|tsx|mjs|json|css|svg|woff2)$/.test(target)).map(({ file, target }) => `${file} -> ${target}`)).toEqual([]);
  });
});

describe('what a wall stops', () => {
  const stopped: [file: string, target: string, isRelative: boolean, reason: RegExp][] = [
    ['geo/model/layer.ts', 'app/state/view.ts', true, /geo\/ is the engine/],
    ['geo/crs/planes.ts', 'scripts/cli/main.ts', true, /imports nothing of scripts/],
    ['geo/allocation/fairest.ts', 'geo/shortage/index.ts', true, /may not know geo\/shortage/],
    ['geo/style/symbology.ts', 'geo/io/index.ts', true, /may not know geo\/io/],
    ['geo/messages/index.ts', 'geo/schema/index.ts', true, /may not know/],
    ['geo/network/pairs.ts', 'geo/crs/planes.ts', true, /through its index/],
    ['geo/io/write.ts', 'geo/index.ts', true, /front door/],
    ['geo/attic/ghost.ts', 'geo/model/index.ts', true, /not in the table/],
    ['app/panels/LayersPanel.tsx', 'geo/schema/index.ts', true, /through geo\/index/],
    ['app/panels/LayersPanel.tsx', 'maplibre-gl', false, /only app\/map/],
    ['app/panels/LayersPanel.tsx', '@deck.gl/layers', false, /only app\/map/],
    ['app/commands/run.ts', 'comlink', false, /only app\/workers/],
    ['app/files/read.ts', 'geojson-validation', false, /only geo\/io/],
    ['geo/network/pairs.ts', 'react', false, /without an interface/],
    ['geo/io/read.ts', 'node:fs', false, /run in the browser/],
    ['scripts/cli/main.ts', 'app/state/view.ts', true, /nothing imports app/],
  ];
  test.each(stopped)('%s -> %s', (file, target, isRelative, reason) => expect(breach(file, target, isRelative)).toMatch(reason));

  const open: [file: string, target: string, isRelative: boolean][] = [
    ['app/map/create-map.ts', 'maplibre-gl', false], ['app/workers/engine.ts', 'comlink', false], ['geo/io/geojson.ts', 'geojson-validation', false],
    ['scripts/cli/main.ts', 'geo/io/index.ts', true], ['scripts/cli/main.ts', 'node:fs', false], ['vite.config.ts', 'node:fs', false], ['geo/analysis/run.ts', 'geo/sites/index.ts', true], ['app/App.tsx', 'geo/index.ts', true],
  ];
  test.each(open)('open: %s -> %s', (file, target, isRelative) => expect(breach(file, target, isRelative)).toBeNull());

  test('a circle is found, and one of types only is not', () => {
    const circle = importsOf('geo/a/x.ts', "import { y } from '../b/y.ts';").concat(importsOf('geo/b/y.ts', "export * from '../a/x.ts';"));
    expect(findCircle(circle)).toEqual(['geo/a/x.ts', 'geo/b/y.ts', 'geo/a/x.ts']);
    expect(findCircle(importsOf('geo/a/x.ts', "import type { Y } from '../b/y.ts';").concat(importsOf('geo/b/y.ts', "export * from '../a/x.ts';")))).toBeNull();
  });
});

describe('what keeps the engine pure', () => {
  const complaints = (code: string, file = 'geo/crs/x.js') => new Linter({ cwd: ROOT }).verify(code, [{ files: ['**/*'], plugins: { walls }, languageOptions: { parserOptions: { ecmaFeatures: { jsx: true } } }, rules: { 'walls/pure': 'error', 'walls/inert': 'error', 'walls/worker': 'error', 'walls/imports': 'error' } }], join(ROOT, file)).map(({ message }) => message);

  test.each(['Math.sin(1)', 'Math["pow"](2, 3)', 'Math.hypot(1, 2)', 'const { cos } = Math;', '2 ** 0.5', 'Math.random()', 'new Date()', 'Date.now()', 'performance.now()', '"a".localeCompare("b")', '(1.5).toLocaleString()', 'new Intl.Collator()', 'crypto.randomUUID()'])('%s is refused', (code) => {
    expect(complaints(code).length).toBeGreaterThan(0);
  });
  test.each(['Math.sqrt(2)', 'Math.max(1, 2)', 'const x = 3; x ** 2', 'new Date("2026-11-24")', 'Date.UTC(2026, 1, 1)'])('%s is fine', (code) => expect(complaints(code)).toEqual([]));
  test.each(['document.body.innerHTML = name', 'const a = <div dangerouslySetInnerHTML={{ __html: name }} />', 'eval(name)', 'new Function(name)', 'element.insertAdjacentHTML("beforeend", name)', 'new Worker("x.js")'])('%s is refused in the interface', (code) => {
    expect(complaints(code, 'app/panels/x.jsx').length).toBeGreaterThan(0);
  });
  test('only app/workers starts workers', () => expect(complaints('new Worker("x.js")', 'app/workers/x.js')).toEqual([]));
  test('an import through a wall is an error of the linter, with its reason', () => expect(complaints("import '../../app/main.tsx';")).toEqual([expect.stringContaining('geo/ is the engine')]));
  test('the rules are switched on where they belong', () => {
    const config = readFileSync(join(ROOT, 'eslint.config.js'), 'utf8');
    for (const rule of ['imports', 'pure', 'inert', 'worker']) expect(config).toContain(`'walls/${rule}': 'error'`);
  });
});
