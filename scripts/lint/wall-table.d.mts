export const GEO_ROOMS: Readonly<Record<string, readonly string[]>>;
export const UNPORTABLE_MATH: readonly string[];
export function breach(file: string, target: string, isRelative: boolean): string | null;
