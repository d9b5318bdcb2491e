/**
 * Names of columns as they can be kept: not empty, each once, and none that would change what objects are.
 * The order stays.
 */
export function uniqueColumns(names: readonly string[]): string[] {
  const used = new Set<string>();
  return names.map((name, i) => {
    const wanted = name.trim() === '' || name === '__proto__' ? `column ${i + 1}` : name;
    let column = wanted;
    for (let n = 2; used.has(column); n++) column = `${wanted}_${n}`;
    used.add(column);
    return column;
  });
}
