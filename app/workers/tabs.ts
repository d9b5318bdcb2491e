/**
 * Tabs of one project. The worker that holds its lock owns the files; the others ask the owner over a channel. The browser frees the lock when the
 * owner's tab goes, however it goes.
 */
const nameOf = (id: string) => `undercroft/${id}`;

type Question = { ask: 'here' | 'copy'; number: string };
type Answer = { to: string; copy?: Blob };

/** How long a tab that is going may still hold the lock, as when a page is loaded again (milliseconds). */
const PARTING = 3000;

/** Holds the project until the returned function is called; null where another tab has it. */
export async function holdProject(id: string): Promise<(() => void) | null> {
  const free = await request(id, { ifAvailable: true });
  if (free) return free;
  // A tab that lives says so; one that is just going does not, and its lock comes free.
  const stop = new AbortController();
  const timer = setTimeout(() => stop.abort(), PARTING);
  void askOwner(id, 'here', PARTING).then((answer) => { if (answer) stop.abort(); });
  return request(id, { signal: stop.signal }).finally(() => clearTimeout(timer));
}
/** Holds the project as soon as the tab that has it goes; null when `signal` ends the waiting. */
export const holdWhenFree = (id: string, signal: AbortSignal) => request(id, { signal });

function request(id: string, options: LockOptions): Promise<(() => void) | null> {
  return new Promise((resolve) => {
    const held = (lock: Lock | null) => (lock ? new Promise<void>((letGo) => { resolve(letGo); }) : resolve(null));
    // Aborted, or timed out.
    navigator.locks.request(nameOf(id), options, held).catch(() => resolve(null));
  });
}

/** The owner tells other tabs that it is there, and gives them what is stored. Returns the end of it. */
export function answerTabs(id: string, copy: () => Promise<Blob>): () => void {
  const channel = new BroadcastChannel(nameOf(id));
  const answer = async ({ ask, number }: Question) => channel.postMessage({ to: number, ...(ask === 'copy' ? { copy: await copy() } : {}) } satisfies Answer);
  // Where there is nothing to give, the other tab says so when its patience ends.
  channel.onmessage = ({ data }: MessageEvent<Question | Answer>) => { if ('ask' in data) void answer(data).catch(() => {}); };
  return () => channel.close();
}

/** Asks the tab that owns the project; null when it does not answer in time. */
export function askOwner(id: string, ask: Question['ask'], patience: number): Promise<Answer | null> {
  const channel = new BroadcastChannel(nameOf(id));
  const number = `${performance.timeOrigin}-${performance.now()}-${Math.random()}`;
  return new Promise<Answer | null>((resolve) => {
    const timer = setTimeout(() => resolve(null), patience);
    channel.onmessage = ({ data }: MessageEvent<Question | Answer>) => {
      if (!('to' in data) || data.to !== number) return;
      clearTimeout(timer);
      resolve(data);
    };
    channel.postMessage({ ask, number } satisfies Question);
  }).finally(() => channel.close());
}
