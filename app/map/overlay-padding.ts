export interface Padding {
  top: number;
  right: number;
  bottom: number;
  left: number;
}
/** What lies over the map, and the side it takes from it. */
const OVERLAYS: readonly { selector: string; side: keyof Padding }[] = [
  { selector: '.feature-card', side: 'left' }, { selector: '.map-legend', side: 'right' }, { selector: '.trial', side: 'top' },
];
/** Less of the map than this (pixels) is no view: then overlays are lived with, those that cover least first. */
const LEAST = 240;

/** Room that a camera move leaves on each side, so that no card, legend or switch lies over what it is about. */
export function clearOfOverlays(map: HTMLElement, margin: number): Padding {
  const frame = map.getBoundingClientRect();
  // In a meeting the map is drawn larger than it is laid out, and padding is of the layout.
  const drawn = frame.width / map.clientWidth || 1;
  const padding = { top: margin, right: margin, bottom: margin, left: margin };
  for (const { selector, side } of OVERLAYS) {
    const overlay = map.parentElement?.querySelector(selector)?.getBoundingClientRect();
    if (overlay) padding[side] = margin + taken(frame, overlay, side) / drawn;
  }
  if (map.clientWidth - padding.left - padding.right < LEAST) padding.right = margin;
  if (map.clientWidth - padding.left - padding.right < LEAST) padding.left = margin;
  if (map.clientHeight - padding.top - padding.bottom < LEAST) padding.top = padding.bottom = margin;
  return padding;
}

function taken(frame: DOMRect, overlay: DOMRect, side: keyof Padding): number {
  const from = { left: overlay.right - frame.left, right: frame.right - overlay.left, top: overlay.bottom - frame.top, bottom: frame.bottom - overlay.top };
  return Math.max(0, from[side]);
}
