import { expect, it } from 'vitest';
import { onDemand } from '../../app/workers/on-demand.ts';

function counted() {
  const calls = { loaded: 0 };
  const load = () => {
    calls.loaded++;
    return Promise.resolve({ add: (a: number, b: number) => a + b, refuse: (why: string): never => { throw new Error(why); } });
  };
  return { calls, api: onDemand(load, { add: true, refuse: true }) };
}

it('loads nothing before a call, and once for all of them', async () => {
  const { calls, api } = counted();
  expect(calls.loaded).toBe(0);
  expect(await Promise.all([api.add(1, 2), api.add(3, 4)])).toEqual([3, 7]);
  expect(calls.loaded).toBe(1);
});
it('hands on what a call throws', async () => {
  await expect(counted().api.refuse('no ground')).rejects.toThrow('no ground');
});
it('loads again after the server did not answer', async () => {
  let asked = 0;
  const api = onDemand(() => (asked++ === 0 ? Promise.reject(new Error('no network')) : Promise.resolve({ name: () => 'here' })), { name: true });
  await expect(api.name()).rejects.toThrow('no network');
  expect(await api.name()).toBe('here');
});
