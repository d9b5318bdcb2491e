import { UserError } from '../../geo/index.ts';
import { asError, faultWords } from '../state/fault.ts';
import { Cancelled } from '../workers/link.ts';

/** What a dialogue is told: the answer, or the words that say why there is none. */
export type Answer<T> = { ok: true; value: T } | { ok: false; key: string; params: Record<string, string | number> };

export async function answer<T>(work: () => Promise<T>): Promise<Answer<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof UserError) return { ok: false, key: `error.${error.code}`, params: error.params };
    if (error instanceof Cancelled) return { ok: false, key: 'app.cancelled', params: {} };
    console.error(error);
    return { ok: false, ...faultWords(asError(error)) };
  }
}
