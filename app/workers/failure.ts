import { UserError } from '../../geo/index.ts';
import { asError } from '../state/fault.ts';

/** Errors lose their class on the way between threads; this keeps a user's mistake apart from our bug. */
export type Outcome<T> = { ok: true; value: T } | { ok: false; user: true; code: string; params: Record<string, string | number> } | { ok: false; user: false; message: string; stack: string };

export async function outcome<T>(work: () => T | Promise<T>): Promise<Outcome<T>> {
  try {
    return { ok: true, value: await work() };
  } catch (error) {
    if (error instanceof UserError) return { ok: false, user: true, code: error.code, params: error.params };
    const bug = asError(error);
    return { ok: false, user: false, message: bug.message, stack: bug.stack ?? '' };
  }
}

export function valueOf<T>(result: Outcome<T>): T {
  if (result.ok) return result.value;
  if (result.user) throw new UserError(result.code, result.params);
  const bug = new Error(result.message);
  bug.stack = result.stack;
  throw bug;
}
