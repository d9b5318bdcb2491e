import { UserError } from '../../geo/index.ts';
import { asError, faultWords } from '../state/fault.ts';
import { notify } from '../state/tasks.ts';
import { Cancelled } from '../workers/link.ts';

/**
 * Runs a command. A user's mistake becomes one sentence, our bug another with details to report; a cancelled run
 * says so. In no case is the document touched: commands commit at their end or not at all.
 */
export async function attempt<T>(command: () => Promise<T> | T): Promise<T | undefined> {
  try {
    return await command();
  } catch (error) {
    if (error instanceof Cancelled) notify('info', 'app.cancelled');
    else if (error instanceof UserError) notify('error', `error.${error.code}`, error.params);
    else {
      const bug = asError(error), { key, params } = faultWords(bug);
      console.error(bug);
      notify('error', key, params, bug.stack);
    }
    return undefined;
  }
}
