import { useState } from 'react';

/** Text that is taken when the field is left or Enter is pressed. */
export function TextField({ label, value, onChange }: { label: string; value: string; onChange: (value: string) => void }) {
  const [typed, setTyped] = useState<string | null>(null);
  const take = () => {
    setTyped(null);
    if (typed !== null && typed !== value) onChange(typed);
  };
  return (
    <label className="field"><span className="field-label">{label}</span>
      <input className="input" value={typed ?? value} onChange={(event) => setTyped(event.target.value)} onBlur={take} onKeyDown={(event) => { if (event.key === 'Enter') take(); if (event.key === 'Escape') setTyped(null); }} />
    </label>
  );
}
