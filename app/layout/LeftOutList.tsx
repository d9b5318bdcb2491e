import type { LeftOut } from '../../geo/index.ts';
import { useWords } from '../i18n/index.ts';

const SHOWN = 200;

/** What found no room on the sheet: nothing is left out in silence. */
export function LeftOutList({ found }: { found: readonly LeftOut[] }) {
  const { say, sayCode } = useWords();
  if (found.length === 0) return null;
  return (
    <details className="composer-left-out">
      <summary>{say('sheet.leftOut', { n: found.length })}</summary>
      <ul>{found.slice(0, SHOWN).map(({ code, layer, text }, i) => <li key={i}>{sayCode(code, { layer, text })}</li>)}</ul>
    </details>
  );
}
