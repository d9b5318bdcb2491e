import type { Position } from 'geojson';
import { pointOnSurface } from '../geometry/index.ts';
import { say } from '../messages/index.ts';
import { UserError, type PlanFeature } from '../model/index.ts';
import type { FrameContent, SheetSource } from './context.ts';
import { contentOf } from './frame-content.ts';
import { partsOf } from './map/layer-marks.ts';
import type { MapFrame, SheetLayout } from './sheet.ts';

/** In metres of the frame's planning CRS; `layer` is the title of the layer in the legend. */
export type FrameShape = { layer: string } & ({ line: readonly Position[]; closed: boolean } | { point: Position } | { text: string; at: Position; height: number });

/** Letters as high on the sheet, mm. */
const LETTERS = 2.5;

/**
 * The content of each map frame of a sheet, for a designer who goes on in CAD: true coordinates whatever the frame is turned by. What reaches into a
 * frame is whole; its rim comes first, a layer of its own.
 *
 * @throws UserError `layout.no-map` for a sheet without a frame, `layout.scenario-gone`
 */
export function shapesOfFrames(layout: SheetLayout, source: SheetSource): FrameShape[][] {
  const frames = layout.elements.filter((element): element is MapFrame => element.kind === 'map');
  if (frames.length === 0) throw new UserError('layout.no-map', { name: layout.name });
  return frames.map((frame) => {
    const content = contentOf(frame, source), rim = content.view.georeference().corners.map(({ east, north }): Position => [east, north]);
    return [{ layer: say('layout.dxf.rim', layout.language), line: rim, closed: true }, ...content.layers.flatMap((layer) => shapesOf(layer, content))];
  });
}

function shapesOf({ drawn: { title: layer, symbology: { label } }, features }: FrameContent['layers'][number], { view, frame }: FrameContent): FrameShape[] {
  const there = ([lon, lat]: Position): Position => [...view.plane.forward(lon, lat)], height = LETTERS * frame.scale / 1000;
  return features.flatMap((feature) => {
    const text = frame.labels && label ? nameOf(feature, label.field) : '';
    return [...partsIn(feature, layer, there), ...(text === '' ? [] : [{ layer, text, at: there(placeOf(feature)), height }])];
  });
}
function partsIn({ geometry }: PlanFeature, layer: string, there: (at: Position) => Position): FrameShape[] {
  return partsOf(geometry).flatMap((part): FrameShape[] => {
    if (part.kind === 'point') return [{ layer, point: there(part.at) }];
    if (part.kind === 'line') return [{ layer, line: part.line.map(there), closed: false }];
    return part.rings.map((ring) => ({ layer, line: ring.slice(0, -1).map(there), closed: true }));
  });
}
/** What the map writes; its name where that is not known. */
const nameOf = ({ properties }: PlanFeature, field: string): string => String(properties[field] ?? properties['name'] ?? '').trim();
const placeOf = ({ geometry }: PlanFeature): Position => (geometry.type === 'Point' ? geometry.coordinates : pointOnSurface(geometry));
