/** What the screen should show, kept beside the program: names by id, and the layers with their counts. */
interface Shown {
  names: Readonly<Record<string, string>>;
  layers: Readonly<Record<string, number>>;
}
export const digest = ({ names, layers }: Shown): string => JSON.stringify([sorted(names), sorted(layers)]);
const sorted = (record: Readonly<Record<string, unknown>>) => Object.entries(record).sort(([a], [b]) => (a < b ? -1 : 1));

/** Every state that a session went through, in order, with undo and redo as the program has them. */
export class Model {
  /** Digests of the states since the browser was started; one stands here before its action is begun. */
  readonly states: string[];
  /** The last of them that the screen called saved. */
  confirmed = 0;
  private past: Shown[] = [];
  private future: Shown[] = [];

  constructor(public now: Shown) {
    this.states = [digest(now)];
  }
  change(next: Shown): void {
    this.past.push(this.now);
    this.future = [];
    this.enter(next);
  }
  undo(): boolean {
    const before = this.past.pop();
    if (!before) return false;
    this.future.push(this.now);
    this.enter(before);
    return true;
  }
  redo(): boolean {
    const after = this.future.pop();
    if (!after) return false;
    this.past.push(this.now);
    this.enter(after);
    return true;
  }
  /** The screen said that this is saved. */
  confirm(shown: string): void {
    this.confirmed = Math.max(this.confirmed, this.states.lastIndexOf(shown));
  }
  private enter(next: Shown): void {
    this.now = next;
    this.states.push(digest(next));
  }
}
