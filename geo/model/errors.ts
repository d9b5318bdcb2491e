/**
 * The user can put this right: a wrong file, parameter or combination. The command line prints one line and
 * exits with 2; the browser shows it in place. Anything else that is thrown is a bug of ours (exit 1).
 * `code` is a key of geo/messages under `error.<code>`.
 */
export class UserError extends Error {
  constructor(
    readonly code: string,
    readonly params: Record<string, string | number> = {},
  ) {
    super(`${code} ${JSON.stringify(params)}`);
    this.name = 'UserError';
  }
}
