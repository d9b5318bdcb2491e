import { afterEach, expect, test, vi } from 'vitest';
import { COMMANDS, type CommandDef } from '../../scripts/cli/commands.ts';
import { main } from '../../scripts/cli/main.ts';

afterEach(() => { vi.restoreAllMocks(); });

test('a bug of ours exits 1, with the stack and a request to report it', async () => {
  let said = '';
  vi.spyOn(process.stderr, 'write').mockImplementation((text) => { said += String(text); return true; });
  vi.spyOn(COMMANDS.find(({ name }) => name === 'analyses') as CommandDef, 'run').mockImplementation(() => { throw new Error('a wheel came off'); });
  expect(await main(['analyses', '--lang', 'en'])).toBe(1);
  expect(said).toMatch(/bug of the program.*report/);
  expect(said).toMatch(/a wheel came off[\s\S]*at /);
});
