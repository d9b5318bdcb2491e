import { describe, expect, it } from 'vitest';
import { faultWords } from '../../app/state/fault.ts';

describe('the words for a fault', () => {
  it.each([
    'Failed to fetch dynamically imported module: http://127.0.0.1/assets/ScenariosPanel-x.js', 'error loading dynamically imported module: http://127.0.0.1/assets/a.js',
    'Importing a module script failed.', 'Unable to preload CSS for /assets/ImportDialog-x.css',
  ])('a part that did not come is no bug to report: %s', (message) => {
    expect(faultWords(new Error(message)).key).toBe('app.outdated');
  });
  it('anything else is', () => {
    expect(faultWords(new Error('x is not a function'))).toEqual({ key: 'app.bug', params: { message: 'x is not a function' } });
  });
});
