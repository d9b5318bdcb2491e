const ROW = 0x02014b50, END = 0x06054b50;

/** The same archive of one file with all its sizes and places in 64 bits (PKWARE APPNOTE 4.3.14 to 4.3.16, 4.5.3). */
export function inWideNumbers(archive: Uint8Array): Uint8Array {
  const view = new DataView(archive.buffer, archive.byteOffset, archive.byteLength);
  const find = (mark: number) => { for (let at = 0; ; at++) if (view.getUint32(at, true) === mark) return at; };
  const row = find(ROW), end = find(END), name = view.getUint16(row + 28, true);
  const part = (size: number, write: (to: DataView) => void) => { const made = new Uint8Array(size); write(new DataView(made.buffer)); return made; };
  const header = archive.slice(row, row + 46 + name), head = new DataView(header.buffer);
  const extra = part(28, (to) => { to.setUint16(0, 1, true); to.setUint16(2, 24, true); to.setBigUint64(4, BigInt(view.getUint32(row + 24, true)), true); to.setBigUint64(12, BigInt(view.getUint32(row + 20, true)), true); to.setBigUint64(20, BigInt(view.getUint32(row + 42, true)), true); });
  for (const at of [20, 24, 42]) head.setUint32(at, 0xffffffff, true);
  head.setUint16(30, extra.length, true);
  const size = header.length + extra.length;
  const wide = part(56, (to) => { to.setUint32(0, 0x06064b50, true); to.setBigUint64(4, 44n, true); to.setBigUint64(24, 1n, true); to.setBigUint64(32, 1n, true); to.setBigUint64(40, BigInt(size), true); to.setBigUint64(48, BigInt(row), true); });
  const locator = part(20, (to) => { to.setUint32(0, 0x07064b50, true); to.setBigUint64(8, BigInt(row + size), true); to.setUint32(16, 1, true); });
  const last = archive.slice(end), tail = new DataView(last.buffer);
  tail.setUint16(8, 0xffff, true);
  tail.setUint16(10, 0xffff, true);
  tail.setUint32(12, 0xffffffff, true);
  tail.setUint32(16, 0xffffffff, true);
  return new Uint8Array([...archive.subarray(0, row), ...header, ...extra, ...wide, ...locator, ...last]);
}
