import { UserError } from '../../model/index.ts';

/** Tags of the first image of a TIFF, each as numbers or text. */
export interface TiffTags {
  view: DataView;
  little: boolean;
  numbers(tag: number): number[] | null;
  text(tag: number): string | null;
}
const SIZES: Readonly<Record<number, number>> = { 1: 1, 2: 1, 3: 2, 4: 4, 5: 8, 6: 1, 7: 1, 8: 2, 9: 4, 10: 8, 11: 4, 12: 8 };
const damaged = () => new UserError('terrain.tiff-damaged');

/** Classic TIFF only. @throws UserError `terrain.tiff-damaged`, `terrain.tiff-unread` */
export function readTags(bytes: Uint8Array): TiffTags {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  if (bytes.length < 8) throw damaged();
  const little = view.getUint16(0) === 0x4949, version = view.getUint16(2, little);
  if (version === 43) throw new UserError('terrain.tiff-unread', { what: 'BigTIFF' });
  if (version !== 42) throw damaged();
  const start = view.getUint32(4, little), places = new Map<number, { type: number; count: number; at: number }>();
  if (start + 2 > bytes.length) throw damaged();
  const n = view.getUint16(start, little);
  if (start + 2 + 12 * n > bytes.length) throw damaged();
  for (let i = 0; i < n; i++) {
    const at = start + 2 + 12 * i, type = view.getUint16(at + 2, little), count = view.getUint32(at + 4, little), size = (SIZES[type] ?? 1) * count;
    const from = size <= 4 ? at + 8 : view.getUint32(at + 8, little);
    if (from + size <= bytes.length) places.set(view.getUint16(at, little), { type, count, at: from });
  }
  const READ: Readonly<Record<number, (at: number) => number>> = {
    1: (at) => view.getUint8(at), 3: (at) => view.getUint16(at, little), 4: (at) => view.getUint32(at, little), 7: (at) => view.getUint8(at), 8: (at) => view.getInt16(at, little),
    9: (at) => view.getInt32(at, little), 11: (at) => view.getFloat32(at, little), 12: (at) => view.getFloat64(at, little),
  };
  return {
    view, little,
    numbers(tag) {
      const place = places.get(tag), read = place && READ[place.type];
      return place && read ? Array.from({ length: place.count }, (_, i) => read(place.at + i * SIZES[place.type])) : null;
    },
    text(tag) {
      const place = places.get(tag);
      return place?.type === 2 ? new TextDecoder('latin1').decode(bytes.subarray(place.at, place.at + place.count)).replace(/\0.*$/s, '') : null;
    },
  };
}
