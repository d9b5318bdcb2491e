/** One message in every language of the program. `{name}` is filled from parameters. */
export interface Words {
  zh: string;
  en: string;
}
export type MessageTable = Readonly<Record<string, Words>>;
export type Language = keyof Words;
