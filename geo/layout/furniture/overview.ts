import type { Mark } from '../drawing.ts';
import { layersFor, type SheetContext } from '../context.ts';
import { FrameView } from '../frame.ts';
import { featuresInFrame } from '../map/in-frame.ts';
import { layerMarks } from '../map/layer-marks.ts';
import { MARGIN_OF_GROUND, wholeGround } from '../ground.ts';
import type { Overview } from '../sheet.ts';
import { frameMark } from './pens.ts';

/** Where the frame lies in the whole: boundary, roads and zones as they are, the frame in red. A frame that shows more than the whole is seen with all its sides. */
export function overviewMarks({ box, frame }: Overview, { frames, source }: SheetContext): Mark[] {
  const content = frames.get(frame);
  if (!content) return [];
  const layers = layersFor(content.frame, source);
  const shown = layers.flatMap((drawn) => (drawn.layer.schema in LOOKS ? [{ ...drawn, opacity: 1, symbology: { ...drawn.symbology, ...LOOKS[drawn.layer.schema as keyof typeof LOOKS] } }] : []));
  const ground = wholeGround(layers.map(({ layer }) => layer), content.view.plane);
  if (!ground) return [];
  const corners = content.view.georeference().corners, shownGround = around([...corners, ...cornersOf(ground)]), holds = isWithin(ground, around(corners));
  // A single place has no size of its own: then the frame's scale is as good as any.
  const scale = MARGIN_OF_GROUND * 1000 * Math.max(shownGround.width / box.width, shownGround.height / box.height) || content.frame.scale;
  const view = new FrameView({ ...content.frame, box, centre: content.view.plane.inverse(shownGround.east, shownGround.north), scale, rotation: 0, crs: content.view.plane.code });
  const outline = corners.flatMap(({ east, north }) => view.fromPlane(east, north));
  return [
    { kind: 'group', id: `${content.frame.id}-overview`, clip: [[box.x, box.y, box.x + box.width, box.y, box.x + box.width, box.y + box.height, box.x, box.y + box.height]], marks: [
      ...shown.flatMap((drawn) => layerMarks(drawn, featuresInFrame(drawn.layer.features, view), view)),
      { kind: 'path', lines: [outline], closed: true, ...(holds ? {} : { fill: { color: '#d32f2f', opacity: 0.12 } }), stroke: { color: '#d32f2f', opacity: 1, width: 0.5, square: true } },
    ] },
    frameMark(box),
  ];
}
type Whole = NonNullable<ReturnType<typeof wholeGround>>;
const cornersOf = ({ east, north, width, height }: Whole) => [{ east: east - width / 2, north: north - height / 2 }, { east: east + width / 2, north: north + height / 2 }];
function around(places: readonly { east: number; north: number }[]): Whole {
  const easts = places.map(({ east }) => east), norths = places.map(({ north }) => north);
  const [w, e, s, n] = [Math.min(...easts), Math.max(...easts), Math.min(...norths), Math.max(...norths)];
  return { east: (w + e) / 2, north: (s + n) / 2, width: e - w, height: n - s };
}
/** The whole lies in the frame: a colour over all of it would say nothing. */
const isWithin = (inner: Whole, outer: Whole): boolean => Math.abs(inner.east - outer.east) * 2 + inner.width <= outer.width && Math.abs(inner.north - outer.north) * 2 + inner.height <= outer.height;

/** Quiet colours: the overview says where, not what. */
const LOOKS = {
  boundary: {},
  'underground-zone': { fill: { kind: 'single', color: '#e6e2ee' }, outline: undefined },
  'road-project': { fill: { kind: 'single', color: '#b9a37a' }, outline: undefined },
} as const;
