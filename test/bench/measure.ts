/** One line of the table. Times are milliseconds; a target is what the job may take at most. */
export interface Row {
  group: string;
  job: string;
  median: number | null;
  worst: number | null;
  unit: 'ms' | 'KB' | 'x';
  target: number | null;
  note: string;
}

export interface Timing<T> {
  median: number;
  worst: number;
  times: number[];
  /** What the last round gave. */
  result: T;
}

/** Times of a job after `warm` rounds that do not count: what a program that is running takes, not its first call. */
export function timed<T>(work: (round: number) => T, { rounds = 7, warm = 2 } = {}): Timing<T> {
  const times: number[] = [];
  let result!: T;
  for (let round = -warm; round < rounds; round++) {
    const started = performance.now();
    result = work(round);
    if (round >= 0) times.push(performance.now() - started);
  }
  return { ...summary(times), times, result };
}

export async function timedAsync<T>(work: () => Promise<T>, { rounds = 5, warm = 1 } = {}): Promise<Timing<T>> {
  const times: number[] = [];
  let result!: T;
  for (let round = -warm; round < rounds; round++) {
    const started = performance.now();
    result = await work();
    if (round >= 0) times.push(performance.now() - started);
  }
  return { ...summary(times), times, result };
}

export function summary(times: readonly number[]): { median: number; worst: number } {
  const sorted = Float64Array.from(times).sort();
  const middle = sorted.length >> 1;
  return { median: sorted.length % 2 === 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2, worst: sorted[sorted.length - 1] };
}

export const row = (group: string, job: string, { median, worst }: { median: number; worst: number }, target: number | null = null, note = ''): Row => ({ group, job, median, worst, unit: 'ms', target, note });
