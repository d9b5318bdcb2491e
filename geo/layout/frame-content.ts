import type { PlanFeature } from '../model/index.ts';
import { baselineId, colouredBy } from '../style/index.ts';
import { layersFor, type FrameContent, type SheetSource } from './context.ts';
import { FrameView } from './frame.ts';
import type { DrawnLayer } from './map/drawn-layer.ts';
import { featuresInFrame } from './map/in-frame.ts';
import type { MapFrame } from './sheet.ts';

/** What a map frame draws: its layers in its scenario, the features it wants of them that lie in it, and its basemaps. @throws UserError `layout.scenario-gone` */
export function contentOf(frame: MapFrame, source: SheetSource): FrameContent {
  const wanted = frame.layers && new Set(frame.layers.map(baselineId));
  const shown = layersFor(frame, source).filter(({ layer: { id } }) => (wanted ? wanted.has(baselineId(id)) : !source.hidden.has(baselineId(id))));
  const view = new FrameView(frame), basemaps = (source.basemaps ?? []).filter(({ basemap: { id } }) => (wanted ? wanted.has(id) : !source.hidden.has(id)));
  return { frame, view, basemaps, layers: shown.map((drawn) => ({ drawn: colouredIn(frame, drawn), features: featuresInFrame(wantedOf(drawn, frame), view) })) };
}

function colouredIn({ colours }: MapFrame, drawn: DrawnLayer): DrawnLayer {
  return colours && colours.schema === drawn.layer.schema ? { ...drawn, opacity: COLOURED, symbology: colouredBy(drawn.symbology, colours.field) } : drawn;
}
/** A frame is coloured by what it is about, which is read off the legend. */
const COLOURED = 0.8;
function wantedOf({ layer: { schema, features } }: DrawnLayer, { only }: MapFrame): readonly PlanFeature[] {
  return only && only.schema === schema ? features.filter(({ properties }) => only.values.includes((properties[only.field] ?? null) as string | number | null)) : features;
}
