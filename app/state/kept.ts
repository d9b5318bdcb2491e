/** A function that answers once for each object and keeps the answer as long as the object. What follows from several takes one such function inside another. */
export function kept<K extends object, V>(make: (of: K) => V): (of: K) => V {
  const known = new WeakMap<K, { answer: V }>();
  return (of) => {
    const found = known.get(of) ?? { answer: make(of) };
    known.set(of, found);
    return found.answer;
  };
}
