type Calls = Record<string, (...args: never[]) => unknown>;
/** The same calls; each answers when their code is there. */
type Awaiting<A extends Calls> = { [N in keyof A]: (...args: Parameters<A[N]>) => Promise<Awaited<ReturnType<A[N]>>> };

/** Calls whose code is loaded with the first that is asked. All are named, since none can be looked up before. */
export function onDemand<A extends Calls>(load: () => Promise<A>, names: { readonly [N in keyof A]: true }): Awaiting<A> {
  let loaded: Promise<A> | null = null;
  // One that did not come is asked for again by the next call.
  const code = () => loaded ??= load().catch((error: unknown) => { loaded = null; throw error; });
  const call = (name: keyof A) => async (...args: never[]) => (await code())[name](...args);
  return Object.fromEntries(Object.keys(names).map((name) => [name, call(name)])) as unknown as Awaiting<A>;
}
