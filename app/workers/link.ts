import { releaseProxy, wrap, type Remote } from 'comlink';

/** The work was ended by the user. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

interface Line<Api> {
  worker: Worker;
  remote: Remote<Api>;
  /** Never resolves; rejects when the worker is ended, so that nobody waits for an answer that cannot come. */
  ended: Promise<never>;
  hangUp: () => void;
}

/** The line to a worker: opened when it is first needed, hung up to cancel, opened anew after that. */
export class WorkerLink<Api> {
  private line: Line<Api> | null = null;
  private asked = 0;

  constructor(private readonly start: () => Worker) {}

  call<R>(ask: (api: Remote<Api>) => R): Promise<Awaited<R>> {
    const { remote, ended } = this.line ??= open(this.start());
    this.asked++;
    return Promise.race([Promise.resolve(ask(remote)), ended]).finally(() => { this.asked--; });
  }
  /** Opens the line before anything is asked, so that the worker comes up while the page does. */
  wake(): void {
    this.line ??= open(this.start());
  }
  /** Ends the worker. Everyone who waits is told `Cancelled`. */
  cancel(): void {
    const { line } = this;
    this.line = null;
    line?.remote[releaseProxy]();
    line?.worker.terminate();
    line?.hangUp();
  }
  /** How many answers are waited for. */
  get pending(): number {
    return this.asked;
  }
  /** Tells one worker from the next. */
  get current(): Worker | null {
    return this.line?.worker ?? null;
  }
}

function open<Api>(worker: Worker): Line<Api> {
  let hangUp = () => {};
  const ended = new Promise<never>((_, reject) => { hangUp = () => reject(new Cancelled()); });
  ended.catch(() => {});
  return { worker, remote: wrap<Api>(worker), ended, hangUp };
}
