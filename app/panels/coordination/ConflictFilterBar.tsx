import { X } from 'lucide-react';
import { useMemo } from 'react';
import type { ConflictRow } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';
import { choicesOf, isFiltered, NO_FILTER, type ConflictFilter } from '../../state/conflict-filter.ts';
import { setCoordination } from '../../state/coordination.ts';
import { IconButton } from '../../ui/Button.tsx';
import { sayValue } from './conflict-words.ts';

const FIELDS: readonly (keyof ConflictFilter)[] = ['department', 'nature', 'kind', 'state', 'site'];

/** What is shown, in the list and on the map. Each choice says how many it would show. */
export function ConflictFilterBar({ rows, filter }: { rows: readonly ConflictRow[]; filter: ConflictFilter }) {
  const { say, sayCode } = useWords();
  const choices = useMemo(() => choicesOf(rows, filter), [rows, filter]);
  const names = useMemo(() => new Map(rows.map(({ conflict }) => [conflict.site, conflict.siteName])), [rows]);
  const words = (field: keyof ConflictFilter, code: string) => (field === 'site' ? names.get(code) ?? code : sayValue(field, code, sayCode));
  return (
    <div className="conflict-filter">
      {FIELDS.map((field) => (
        <select key={field} className="select" data-set={filter[field] !== '' || undefined} aria-label={say(`conflicts.all.${field}`)} value={filter[field]} onChange={(event) => setCoordination({ filter: { ...filter, [field]: event.target.value } })}>
          <option value="">{say(`conflicts.all.${field}`)}</option>
          {[...choices[field]].map(([code, n]) => [code, `${words(field, code)} (${n})`]).sort(([, a], [, b]) => a.localeCompare(b, 'zh')).map(([code, text]) => <option key={code} value={code}>{text}</option>)}
          {filter[field] !== '' && !choices[field].has(filter[field]) && <option value={filter[field]}>{words(field, filter[field])} (0)</option>}
        </select>
      ))}
      {isFiltered(filter) && <IconButton size="small" label={say('conflicts.clear')} onClick={() => setCoordination({ filter: NO_FILTER })}><X /></IconButton>}
    </div>
  );
}
