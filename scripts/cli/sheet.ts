import { basename, dirname, extname } from 'node:path';
import { atlasSheets, depthContextOf, drawnBasemaps, gridAtlasSheets, heldBesides, layersIn, PAPERS, runKeywords, SHEET_ENDINGS, sheetFromTemplate, sheetSource, templatesFor, UserError, withinLevel, writeSheets, type Layer, type PaperId, type Project, type SheetFile, type SheetLayout } from '../../geo/index.ts';
import { nodeFaces } from '../sheet-fonts.ts';
import type { Call } from './commands.ts';
import { readBytes, writeFolder } from './files.ts';
import { openProject, today } from './project-file.ts';
import { dateOf, levelOf } from './project-layers.ts';
import type { Terminal } from './terminal.ts';

/** `--atlas grid`: sheet by sheet over the ground, at the scale of the layout. */
const GRID = 'grid';

/** `undercroft sheet`: a plan sheet or an atlas of a project as PDF, SVG, PNG or TIFF, or what its frames show as DXF: the same bytes as in the browser. */
export async function sheet(call: Call, screen: Terminal): Promise<void> {
  const { project } = await openProject(call.operands[0], screen);
  const out = screen.resolve(call.text('out')!);
  const ending = SHEET_ENDINGS.find((known) => `.${known}` === extname(out).toLowerCase());
  if (!ending) throw new UserError('cli.sheet-format', { path: screen.show(out), known: SHEET_ENDINGS.map((known) => `.${known}`).join(', ') });
  const level = levelOf(call);
  const all = layersIn(project, null);
  const layout = layoutFor(call, project, all.map((layer) => withinLevel(layer, level).layer), screen);
  const source = sheetSource({ layers: all, scenarios: project.scenarios.map(({ id }) => ({ id, layers: layersIn(project, id) })), basemaps: drawnBasemaps(project), setAside: heldBesides(project), level, language: layout.language, invented: project.invented, depths: depthContextOf(project) });
  if (source.withheld > 0) screen.print(screen.say('cli.sheet.above', { n: source.withheld }));
  const layers = source.layers.map(({ layer }) => layer);
  const over = call.text('atlas');
  const layouts = over === null ? [layout] : over === GRID ? gridAtlasSheets({ layout, layers }) : atlasSheets({ layout, over: layerNamed(layers, over), margin: numberOf(call, 'margin', 60) });
  const { files, leftOut } = await writeSheets(ending, {
    layouts, split: call.has('split'), dpi: numberOf(call, 'dpi', 300), faces: await nodeFaces(), author: call.text('author') ?? layout.titleBlock.designer, keywords: runKeywords(project.runs),
    source,
    project: call.has('attach-project') ? { name: basename(call.operands[0]), bytes: readBytes(screen.resolve(call.operands[0]), screen) } : null,
    onPage: (done, of) => screen.progress(done < of ? screen.say('cli.sheet.page', { done: Math.floor(done), of }) : ''),
  });
  const stem = basename(out, extname(out));
  const name = ({ sheet: of, ending: own }: SheetFile) => (of === null || layouts.length === 1 ? (own === ending ? basename(out) : `${stem}.${own}`) : `${stem}-${String(of + 1).padStart(3, '0')}.${own}`);
  writeFolder(dirname(out), Object.fromEntries(files.map((file) => [name(file), file.bytes])), screen);
  for (const { code, layer, text } of leftOut.slice(0, 20)) screen.print(screen.say(code, { layer, text }));
  if (leftOut.length > 20) screen.print(screen.say('cli.sheet.more', { n: leftOut.length - 20 }));
  screen.print(screen.say('cli.sheet.wrote', { path: screen.show(out), n: layouts.length }));
}

/** A sheet of the project by name or id, or one made from a template. */
function layoutFor(call: Call, project: Project, layers: readonly Layer[], screen: Terminal): SheetLayout {
  const { layouts, name } = project;
  const wanted = call.text('layout');
  if (wanted !== null) {
    const found = layouts.find((layout) => layout.id === wanted || layout.name === wanted);
    if (!found) throw new UserError('cli.sheet-layout', { given: wanted, known: layouts.map((layout) => layout.name).join(', ') || '-' });
    return found;
  }
  const template = call.text('template');
  if (template === null) throw new UserError('cli.sheet-which', { templates: templatesFor(layers).map(({ id }) => id).join(', ') || '-', layouts: layouts.map((layout) => layout.name).join(', ') || '-' });
  const date = dateOf(call) ?? today();
  const made = sheetFromTemplate({ template, paper: choice(call.text('paper') ?? 'A3', Object.keys(PAPERS) as PaperId[], 'paper'), landscape: !call.has('portrait'), language: screen.language, project: name[screen.language], date, layers, depths: depthContextOf(project) });
  const scale = numberOf(call, 'scale', 0);
  return scale === 0 ? made : { ...made, elements: made.elements.map((element) => (element.kind === 'map' ? { ...element, scale } : element)) };
}

function layerNamed(layers: readonly Layer[], name: string): Layer {
  const found = layers.find(({ id, schema }) => id === name || schema === name);
  if (!found) throw new UserError('cli.sheet-atlas', { given: name, known: layers.map(({ id }) => id).join(', ') });
  return found;
}
function choice<T extends string>(given: string, known: readonly T[], option: string): T {
  if (!(known as readonly string[]).includes(given)) throw new UserError('cli.sheet-choice', { option: `--${option}`, given, known: known.join(', ') });
  return given as T;
}
function numberOf(call: Call, option: string, fallback: number): number {
  const text = call.text(option);
  const value = text === null ? fallback : Number(text);
  if (!Number.isFinite(value) || value < 0) throw new UserError('cli.sheet-number', { option: `--${option}`, given: text ?? '' });
  return value;
}
