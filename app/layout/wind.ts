/** Eight or sixteen shares of the year from what was typed, null for no rose; undefined for what is neither. */
export function windFrequencies(text: string): number[] | null | undefined {
  const numbers = text.split(/[,，、;；\s]+/).filter((part) => part !== '').map(Number);
  if (numbers.length === 0) return null;
  return [8, 16].includes(numbers.length) && numbers.every((share) => share >= 0 && share <= 100) ? numbers : undefined;
}
