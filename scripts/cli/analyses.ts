import { ANALYSES, describe } from '../../geo/index.ts';
import type { Call } from './commands.ts';
import type { Terminal } from './terminal.ts';

/** `undercroft analyses`: the registry as JSON. */
export function analyses(_call: Call, { print, say }: Terminal): void {
  print(JSON.stringify(describe(ANALYSES, (key) => say(key)), null, 2));
}
