export const ROOT: string;
export function say(sentence: string): void;
export function isNewEnough(version: string): boolean;
export function isInstalled(root?: string): boolean;
export function bootstrap(root?: string): void;
export function withLock<T>(path: string, work: () => T): T;
