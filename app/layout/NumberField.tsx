import { useState } from 'react';

interface NumberFieldProps { label: string; value: number; least: number; most: number; onChange: (value: number) => void }

/** A number that is taken when the field is left or Enter is pressed; one that is none stays as typed and is marked. */
export function NumberField({ label, value, least, most, onChange }: NumberFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const shown = typed ?? String(Math.round(value * 100) / 100);
  const number = Number(shown);
  const bad = typed !== null && (shown.trim() === '' || !Number.isFinite(number) || number < least || number > most);
  const take = () => {
    if (bad || typed === null) return;
    setTyped(null);
    if (number !== value) onChange(number);
  };
  return (
    <label className="field"><span className="field-label">{label}</span>
      <input className="input numeric" inputMode="decimal" value={shown} aria-invalid={bad} onChange={(event) => setTyped(event.target.value)} onBlur={take}
        onKeyDown={(event) => { if (event.key === 'Enter') take(); if (event.key === 'Escape') setTyped(null); }} />
    </label>
  );
}
