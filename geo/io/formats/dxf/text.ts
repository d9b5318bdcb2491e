/** What the codes inside a text mean. Source: AutoCAD, "Control codes and special text strings"; MTEXT format codes. */
const SPECIAL: Readonly<Record<string, string>> = { d: '°', p: '±', c: '⌀', '%': '%' };
const plain = (text: string): string => text
  .replace(/\\U\+([0-9a-f]{4})/gi, (_, code: string) => String.fromCharCode(parseInt(code, 16)))
  .replace(/%%(\d{3})/g, (_, code: string) => String.fromCharCode(Number(code)))
  .replace(/%%([uok])/gi, '')
  .replace(/%%([dpc%])/gi, (_, letter: string) => SPECIAL[letter.toLowerCase()]);

export const textOfText = (value: string): string => plain(value).trim();

/** The words of an MTEXT without its fonts, heights and colours; paragraphs become line ends. Braces of words stay. */
export function textOfMtext(value: string): string {
  const words = plain(value)
    .replace(/\\\\/g, '\u0001').replace(/\\([{}])/g, (_, brace: string) => (brace === '{' ? '\u0002' : '\u0003'))
    .replace(/\\[Pp](?=[^;]*$|(?![ixqtlr*,.\d-]+[^;\\]*;))/g, '\n')
    .replace(/\\~/g, ' ')
    .replace(/\\S([^;]*);/g, (_, stack: string) => stack.replace(/[\^#]/, '/'))
    .replace(/\\[ACFfHQTWp][^;\\]*;/g, '')
    .replace(/\\[LlOoKkN]/g, '')
    .replace(/[{}]/g, '');
  return words.replaceAll('\u0001', '\\').replaceAll('\u0002', '{').replaceAll('\u0003', '}').split('\n').map((line) => line.trim()).join('\n').trim();
}
