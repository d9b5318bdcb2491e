import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';

/**
 * The sha256 of bytes, part by part, in hexadecimal. By the browser, beside whatever the worker does meanwhile, where it offers that: an intranet page
 * without https does not have it. More than one part is not copied together for it.
 */
export async function sha256Of(parts: readonly Uint8Array[]): Promise<string> {
  const subtle = (globalThis as { crypto?: { subtle?: SubtleCrypto } }).crypto?.subtle;
  if (subtle && parts.length === 1) return bytesToHex(new Uint8Array(await subtle.digest('SHA-256', parts[0] as BufferSource)));
  const hash = sha256.create();
  for (const part of parts) hash.update(part);
  return bytesToHex(hash.digest());
}
