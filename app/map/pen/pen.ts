import type { Map as MapView } from 'maplibre-gl';
import { drawOn, eraseDrawn } from '../../commands/meeting-drawing.ts';
import { currentMeetingState, PEN_COLOURS } from '../../state/meeting.ts';
import { drawnNear } from './drawing-layers.ts';
import { geometryOf, lineOf, type Place } from './strokes.ts';

const SVG = 'http://www.w3.org/2000/svg';
/** How near to a line the eraser takes it (pixels). */
const REACH = 9;
/** Of PointerEvent.buttons. */
const LEFT = 1;

/**
 * Mouse, finger or stylus draw on the map. While the pointer is down the line is drawn over the page, since the map's own
 * worker would follow the hand a moment late; the finished line goes to the agenda, and comes back as part of the map.
 */
export class Pen {
  private readonly canvas: HTMLElement;
  private readonly sheet = document.createElementNS(SVG, 'svg');
  private path: SVGPathElement | null = null;
  private points: Place[] = [];
  private pointer: number | null = null;
  private readonly stops: (() => void)[] = [];

  constructor(private readonly map: MapView) {
    this.canvas = map.getCanvasContainer();
    this.sheet.setAttribute('class', 'pen-sheet');
    this.canvas.append(this.sheet);
    map.dragPan.disable();
    map.doubleClickZoom.disable();
    map.boxZoom.disable();
    this.canvas.style.touchAction = 'none';
    map.getCanvas().style.cursor = 'crosshair';
    const listen = (type: 'pointerdown' | 'pointermove' | 'pointerup' | 'pointercancel', act: (event: PointerEvent) => void) => {
      this.canvas.addEventListener(type, act);
      this.stops.push(() => this.canvas.removeEventListener(type, act));
    };
    listen('pointerdown', (event) => this.down(event));
    listen('pointermove', (event) => this.move(event));
    listen('pointerup', (event) => { if (event.pointerId === this.pointer) this.finish(); });
    listen('pointercancel', () => this.drop());
  }
  end(): void {
    this.drop();
    for (const stop of this.stops) stop();
    this.sheet.remove();
    this.map.dragPan.enable();
    this.map.doubleClickZoom.enable();
    this.map.boxZoom.enable();
    this.canvas.style.touchAction = '';
    this.map.getCanvas().style.cursor = '';
  }

  private down(event: PointerEvent): void {
    // A second finger means to move the map.
    if (this.pointer !== null) return this.drop();
    if (event.button !== 0) return;
    this.pointer = event.pointerId;
    this.canvas.setPointerCapture(event.pointerId);
    this.points = [];
    this.path = document.createElementNS(SVG, 'path');
    this.path.setAttribute('stroke', PEN_COLOURS[currentMeetingState().colour]);
    this.sheet.append(this.path);
    this.follow([event]);
  }
  private move(event: PointerEvent): void {
    if (event.pointerId !== this.pointer) return;
    // Let go where nobody could see it.
    if (event.pointerType === 'mouse' && !(event.buttons & LEFT)) return this.finish();
    this.follow(event.getCoalescedEvents().length > 0 ? event.getCoalescedEvents() : [event]);
  }
  private follow(events: readonly PointerEvent[]): void {
    const { pen } = currentMeetingState();
    this.points.push(...events.map((one) => this.placeOf(one)));
    if (!pen) return this.drop();
    if (pen === 'erase') return eraseDrawn(drawnNear(this.map, this.points.at(-1)!, REACH));
    const line = lineOf(pen, this.points);
    this.path?.setAttribute('d', line.length > 0 ? `M${line.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}` : '');
  }
  private finish(): void {
    const { pen } = currentMeetingState(), { path } = this;
    const line = pen && pen !== 'erase' ? lineOf(pen, this.points) : [];
    if (pen && pen !== 'erase' && line.length > 0) {
      drawOn(geometryOf(pen, line, (place) => this.map.unproject(place).toArray()));
      // Seen until the map has drawn it.
      this.path = null;
      this.map.once('idle', () => path?.remove());
    }
    this.drop();
  }
  private drop(): void {
    this.path?.remove();
    this.path = null;
    this.points = [];
    this.pointer = null;
  }
  /** In a meeting the map may be drawn larger than it is laid out. */
  private placeOf(event: PointerEvent): Place {
    const { left, top, width } = this.canvas.getBoundingClientRect(), scale = width / this.canvas.offsetWidth || 1;
    return [(event.clientX - left) / scale, (event.clientY - top) / scale];
  }
}
