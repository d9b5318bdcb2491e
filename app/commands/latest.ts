import { attempt } from './attempt.ts';

/** Work that is asked for faster than it is done: one at a time, and of what waits only the last. One that fails is told, and the next goes on. */
export class Latest {
  private wanted: (() => Promise<unknown>) | null = null;
  private working = false;

  ask(work: () => Promise<unknown>): void {
    this.wanted = work;
    if (!this.working) void this.go();
  }
  get isBusy(): boolean {
    return this.working;
  }
  /** Something newer waits. */
  get isWaiting(): boolean {
    return this.wanted !== null;
  }
  private async go(): Promise<void> {
    this.working = true;
    while (this.wanted) {
      const next = this.wanted;
      this.wanted = null;
      await attempt(next);
    }
    this.working = false;
  }
}
