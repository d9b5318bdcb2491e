/** What a browser says where a file of the program itself did not come (Chromium, Firefox, Safari, styles). */
const NOT_COME = /dynamically imported module|Importing a module script failed|Unable to preload CSS/i;

/** Whatever was thrown, as an error. */
export const asError = (thrown: unknown): Error => (thrown instanceof Error ? thrown : new Error(String(thrown)));

/** The words for a fault that is not the user's: of the program, or of a page that is older than the program on its server. */
export function faultWords(error: Error): { key: 'app.outdated' | 'app.bug'; params: { message: string } } {
  return { key: NOT_COME.test(error.message) ? 'app.outdated' : 'app.bug', params: { message: error.message } };
}
