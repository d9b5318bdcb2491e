import { useState } from 'react';

interface TextFieldProps {
  label: string;
  value: string;
  onChange: (value: string) => void;
  /** What does not fit stays as typed and is marked. */
  fits?: (text: string) => boolean;
  /** Of a text of several lines, in which Enter begins another. */
  rows?: number;
  /** Id of a list of proposals. */
  list?: string;
  /** Shown while it is empty. */
  hint?: string;
}

/** Text that is taken when the field is left or Enter is pressed. */
export function TextField({ label, value, onChange, fits = () => true, rows, list, hint }: TextFieldProps) {
  const [typed, setTyped] = useState<string | null>(null);
  const bad = typed !== null && !fits(typed);
  const take = () => {
    if (bad) return;
    setTyped(null);
    if (typed !== null && typed !== value) onChange(typed);
  };
  const shared = {
    className: 'input', placeholder: hint, value: typed ?? value, 'aria-invalid': bad, onBlur: take,
    onChange: (event: { target: { value: string } }) => setTyped(event.target.value),
    onKeyDown: ({ key }: { key: string }) => { if (key === 'Enter' && !rows) take(); if (key === 'Escape') setTyped(null); },
  };
  return <label className="field"><span className="field-label">{label}</span>{rows ? <textarea rows={rows} {...shared} /> : <input list={list} {...shared} />}</label>;
}
