import type { ReactNode } from 'react';
import { CRS_CHOICES, type Crs } from '../../geo/index.ts';
import { useWords } from '../i18n/index.ts';
import { crsName } from './crs-name.ts';

interface CrsSelectProps {
  value: string | null;
  kinds: readonly Crs['kind'][];
  onChange: (code: string) => void;
  /** Options besides those of the table. */
  children?: ReactNode;
}
/** One of the systems of the table, the families in groups. Those that are only read are not offered. */
export function CrsSelect({ value, kinds, onChange, children }: CrsSelectProps) {
  const { sayCode } = useWords();
  const rows = CRS_CHOICES.filter(({ kind, importOnly }) => kinds.includes(kind) && !importOnly);
  const families = [...new Set(rows.map(({ id }) => id))];
  return (
    <select className="select" value={value ?? ''} onChange={(event) => onChange(event.target.value)}>
      {families.map((id) => (
        <optgroup key={id} label={sayCode(`crs.kind.${rows.find((row) => row.id === id)!.kind}`)}>
          {rows.filter((row) => row.id === id).map(({ code }) => <option key={code} value={code}>{crsName(code, sayCode)}</option>)}
        </optgroup>
      ))}
      {children}
    </select>
  );
}
