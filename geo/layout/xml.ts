/** What XML 1.0 has no place for (2.2), surrogates without their other half among it. */
const NOT_XML = /[^\t\n\r\u0020-\uD7FF\uE000-\uFFFD\u{10000}-\u{10FFFF}]/gu;
const ENTITIES: Readonly<Record<string, string>> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', '\n': '&#10;', '\r': '&#13;', '\t': '&#9;' };

export const escaped = (text: string): string => text.replace(NOT_XML, '').replace(/[&<>"\n\r\t]/g, (sign) => ENTITIES[sign]);

type Value = string | number | undefined;
/** ` name="value"`, those without a value left out. */
export function attributes(values: Readonly<Record<string, Value>>): string {
  return Object.entries(values).map(([name, value]) => (value === undefined ? '' : ` ${name}="${escaped(`${value}`)}"`)).join('');
}

/** Ids that XML takes, each once. */
export class Ids {
  private readonly taken = new Set<string>();

  of(wanted: string): string {
    const sound = wanted.replace(/[^\p{L}\p{N}_.-]/gu, '_').replace(/^(?![\p{L}_])/u, '_');
    let id = sound;
    for (let i = 2; this.taken.has(id); i++) id = `${sound}-${i}`;
    this.taken.add(id);
    return id;
  }
}
