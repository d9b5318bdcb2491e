/** Told by long work. `done` runs 0..1. Cancelling is ending the worker, so nothing is returned. */
export type Progress = (step: string, done: number) => void;
export const noProgress: Progress = () => {};
