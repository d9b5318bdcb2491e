import type { Geometry } from 'geojson';
import { extentOf } from '../../model/index.ts';
import { readWkb, WkbError, wkbSize, writeWkb } from '../../geometry/index.ts';

const HEADER = 8;
/** West, east, south, north, of an extent. */
const ENVELOPE = [0, 2, 1, 3];
/** Bytes of the envelope by its code in the flags. */
const ENVELOPES = [0, 32, 48, 48, 64];

/** A geometry as GeoPackages hold it (OGC 12-128r17, 2.1.3): magic, flags, CRS, envelope, WKB. Little-endian; points need no envelope. */
export function toBlob(geometry: Geometry, srs: number): Uint8Array {
  const extent = geometry.type === 'Point' ? null : extentOf([{ geometry }]);
  const head = HEADER + (extent ? 32 : 0);
  const bytes = new Uint8Array(head + wkbSize(geometry));
  const view = new DataView(bytes.buffer);
  bytes.set([0x47, 0x50, 0, (extent ? 2 : 0) | 1]);
  view.setInt32(4, srs, true);
  if (extent) ENVELOPE.forEach((side, i) => view.setFloat64(HEADER + i * 8, extent[side], true));
  writeWkb(geometry, view, head);
  return bytes;
}

/** @throws WkbError */
export function fromBlob(bytes: Uint8Array): { geometry: Geometry; dropped: '' | 'Z' | 'M' | 'ZM' } {
  if (bytes.length < HEADER + 5 || bytes[0] !== 0x47 || bytes[1] !== 0x50) throw new WkbError('broken', 'no GeoPackage geometry');
  const flags = bytes[3];
  if (flags & 0x20) throw new WkbError('curve', 'extended geometry');
  const envelope = ENVELOPES[(flags >> 1) & 7];
  if (envelope === undefined) throw new WkbError('broken', 'envelope');
  return readWkb(bytes, HEADER + envelope);
}
