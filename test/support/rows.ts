/** The rows of a result file as a set: layers keep the order of their input, and one feature stands on one line. */
export function sortedRows(text: string): string[] {
  return text.split('\n').map((line) => line.replace(/,$/, '')).sort();
}

/** Where in a value a number is not finite: files would say null and nobody would know why. */
export function unfinished(value: unknown, at = ''): string[] {
  if (typeof value === 'number') return Number.isFinite(value) ? [] : [`${at}: ${value}`];
  return typeof value === 'object' && value !== null ? Object.entries(value).flatMap(([key, part]) => unfinished(part, `${at}/${key}`)) : [];
}
