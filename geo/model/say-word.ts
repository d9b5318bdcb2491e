/** Says a word by its key (`choice.kind.lot`), parameters filled in; without such a word the fallback, else the key. Which catalogue it is and in which language is the caller's affair. */
export type SayWord = (key: string, params?: Record<string, string | number>, fallback?: string) => string;
