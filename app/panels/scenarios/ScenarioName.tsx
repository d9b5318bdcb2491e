import { Pencil } from 'lucide-react';
import { useState } from 'react';
import type { Scenario } from '../../../geo/index.ts';
import { renameScenario } from '../../commands/scenarios.ts';
import { useWords } from '../../i18n/index.ts';
import { IconButton } from '../../ui/Button.tsx';

/** A pencil that becomes a field: Enter and leaving take the name, Escape does not. */
export function ScenarioName({ scenario: { id, name } }: { scenario: Scenario }) {
  const { say } = useWords();
  const [text, setText] = useState<string | null>(null);
  if (text === null) return <IconButton size="small" label={`${say('scenario.rename')}: ${name}`} onClick={() => setText(name)}><Pencil /></IconButton>;
  const end = (keep: boolean) => { if (keep && text.trim() !== name) renameScenario(id, text); setText(null); };
  return (
    <input
      className="input matrix-name" autoFocus maxLength={40} value={text} aria-label={say('scenario.rename')} onFocus={(event) => event.target.select()} onChange={(event) => setText(event.target.value)} onBlur={() => end(true)}
      onKeyDown={(event) => { if (event.key === 'Enter') end(true); else if (event.key === 'Escape') { event.stopPropagation(); end(false); } }}
    />
  );
}
