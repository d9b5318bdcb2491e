import { useState } from 'react';
import { UserError, type PropertyValue } from '../../../geo/index.ts';
import { setField } from '../../commands/edit.ts';
import { useWords } from '../../i18n/index.ts';
import { sayRefusal } from './say-refusal.ts';

interface CellEditorProps {
  layerId: string;
  featureId: string;
  field: string;
  label: string;
  value: PropertyValue | undefined;
  onEnd: () => void;
}

/** A cell that is written in: Enter keeps it, Escape leaves it as it was; a value that cannot be is refused with the reason. */
export function CellEditor({ layerId, featureId, field, label, value, onEnd }: CellEditorProps) {
  const { sayCode } = useWords();
  const [text, setText] = useState(value === null || value === undefined ? '' : typeof value === 'object' ? JSON.stringify(value) : String(value));
  const [wrong, setWrong] = useState<string | null>(null);
  const keep = (): boolean => {
    try {
      setField(layerId, [featureId], field, text);
      onEnd();
      return true;
    } catch (error) {
      if (!(error instanceof UserError)) throw error;
      setWrong(sayRefusal(error, label, sayCode));
      return false;
    }
  };
  return (
    <span className="cell-editor">
      <input
        className="input" autoFocus value={text} aria-label={label} aria-invalid={wrong !== null} onChange={(event) => { setText(event.target.value); setWrong(null); }}
        onFocus={(event) => event.target.select()} onBlur={() => { if (wrong === null) keep(); else onEnd(); }} onClick={(event) => event.stopPropagation()} onDoubleClick={(event) => event.stopPropagation()}
        onKeyDown={(event) => {
          event.stopPropagation();
          if (event.key === 'Enter') keep();
          else if (event.key === 'Escape') onEnd();
        }}
      />
      {wrong && <span className="cell-wrong" role="alert">{wrong}</span>}
    </span>
  );
}
