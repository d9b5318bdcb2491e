const PORTION = 0x6000;

/** In portions, for a function takes only so many arguments; each is a multiple of three, so that they join. */
export function dataUri(bytes: Uint8Array, type: string): string {
  let text = '';
  for (let at = 0; at < bytes.length; at += PORTION) text += btoa(String.fromCharCode(...bytes.subarray(at, at + PORTION)));
  return `data:${type};base64,${text}`;
}
