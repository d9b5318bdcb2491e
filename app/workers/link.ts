import { releaseProxy, wrap, type Remote } from 'comlink';
import type { EngineApi } from './engine-api.ts';

/** The work was ended by the user. */
export class Cancelled extends Error {
  constructor() {
    super('cancelled');
    this.name = 'Cancelled';
  }
}

interface Line {
  worker: Worker;
  remote: Remote<EngineApi>;
  /** Never resolves; rejects when the worker is ended, so that nobody waits for an answer that cannot come. */
  ended: Promise<never>;
  hangUp: () => void;
}

/** The line to the engine's worker: opened when it is first needed, hung up to cancel, opened anew after that. */
export class WorkerLink {
  private line: Line | null = null;

  call<R>(ask: (api: Remote<EngineApi>) => R): Promise<Awaited<R>> {
    this.line ??= open();
    return Promise.race([Promise.resolve(ask(this.line.remote)), this.line.ended]);
  }
  /** Ends the worker. Everyone who waits is told `Cancelled`. */
  cancel(): void {
    const { line } = this;
    this.line = null;
    line?.remote[releaseProxy]();
    line?.worker.terminate();
    line?.hangUp();
  }
  /** Tells one worker from the next. */
  get current(): Worker | null {
    return this.line?.worker ?? null;
  }
}

function open(): Line {
  const worker = new Worker(new URL('./engine.worker.ts', import.meta.url), { type: 'module', name: 'engine' });
  let hangUp = () => {};
  const ended = new Promise<never>((_, reject) => { hangUp = () => reject(new Cancelled()); });
  ended.catch(() => {});
  return { worker, remote: wrap<EngineApi>(worker), ended, hangUp };
}
