import type { Mark } from '../drawing.ts';
import { layersFor, type SheetContext } from '../context.ts';
import { FrameView } from '../frame.ts';
import { featuresInFrame } from '../map/in-frame.ts';
import { layerMarks } from '../map/layer-marks.ts';
import { MARGIN_OF_GROUND, wholeGround } from '../ground.ts';
import type { Overview } from '../sheet.ts';
import { frameMark } from './pens.ts';

/** Where the frame lies in the whole: boundary, roads and zones as they are, the frame in red. */
export function overviewMarks({ box, frame }: Overview, { frames, source }: SheetContext): Mark[] {
  const content = frames.get(frame);
  if (!content) return [];
  const layers = layersFor(content.frame, source);
  const shown = layers.flatMap((drawn) => (drawn.layer.schema in LOOKS ? [{ ...drawn, opacity: 1, symbology: { ...drawn.symbology, ...LOOKS[drawn.layer.schema as keyof typeof LOOKS] } }] : []));
  const ground = wholeGround(layers.map(({ layer }) => layer), content.view.plane);
  if (!ground) return [];
  // A single place has no size of its own: then the frame's scale is as good as any.
  const scale = MARGIN_OF_GROUND * 1000 * Math.max(ground.width / box.width, ground.height / box.height) || content.frame.scale;
  const view = new FrameView({ ...content.frame, box, centre: content.view.plane.inverse(ground.east, ground.north), scale, rotation: 0, crs: content.view.plane.code });
  const outline = content.view.georeference().corners.flatMap(({ east, north }) => view.fromPlane(east, north));
  return [
    { kind: 'group', id: `${content.frame.id}-overview`, clip: [[box.x, box.y, box.x + box.width, box.y, box.x + box.width, box.y + box.height, box.x, box.y + box.height]], marks: [
      ...shown.flatMap((drawn) => layerMarks(drawn, featuresInFrame(drawn.layer.features, view), view)),
      { kind: 'path', lines: [outline], closed: true, fill: { color: '#d32f2f', opacity: 0.12 }, stroke: { color: '#d32f2f', opacity: 1, width: 0.5, square: true } },
    ] },
    frameMark(box),
  ];
}
/** Quiet colours: the overview says where, not what. */
const LOOKS = {
  boundary: {},
  'underground-zone': { fill: { kind: 'single', color: '#e6e2ee' }, outline: undefined },
  'road-project': { fill: { kind: 'single', color: '#b9a37a' }, outline: undefined },
} as const;
