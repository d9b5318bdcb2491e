import { useVirtualizer } from '@tanstack/react-virtual';
import { FileText, Printer } from 'lucide-react';
import { useMemo, useRef } from 'react';
import type { ConflictRow } from '../../../geo/index.ts';
import { agendaToSheets, printAgendas } from '../../commands/coordination.ts';
import { openConflict } from '../../commands/show-conflict.ts';
import { formatNumber } from '../../i18n/format.ts';
import { useWords } from '../../i18n/index.ts';
import { groupConflicts } from '../../state/conflict-filter.ts';
import { useCoordination } from '../../state/coordination.ts';
import { Button } from '../../ui/Button.tsx';
import { Menu } from '../../ui/Menu.tsx';
import { NATURE_SIGNS, sayFigures, sayValue, STATE_KINDS } from './conflict-words.ts';

const HEAD = 34, ROW = 58;
type Line = { head: string; n: number } | { row: ConflictRow };

/** Conflicts under the headings of their groups; only the rows in sight are in the page. */
export function ConflictList({ rows }: { rows: readonly ConflictRow[] }) {
  const { say } = useWords();
  const groupBy = useCoordination((state) => state.groupBy);
  const lines = useMemo(() => groupConflicts(rows, groupBy).flatMap(({ group, rows: own }): Line[] => [{ head: group, n: own.length }, ...own.map((row) => ({ row }))]), [rows, groupBy]);
  const scroller = useRef<HTMLDivElement>(null);
  const virtual = useVirtualizer({ count: lines.length, getScrollElement: () => scroller.current, estimateSize: (index) => ('head' in lines[index] ? HEAD : ROW), overscan: 8, getItemKey: (index) => keyOf(lines[index]) });
  return (
    <div ref={scroller} className="coordination-scroller" role="list" aria-label={say('coordination.conflicts')}>
      {rows.length === 0 && <p className="section-empty">{say('conflicts.noneShown')}</p>}
      <div style={{ height: virtual.getTotalSize(), position: 'relative' }}>
        {virtual.getVirtualItems().map(({ index, start, size, key }) => {
          const line = lines[index];
          return (
            <div key={key} role="listitem" className="coordination-slot" style={{ transform: `translateY(${start}px)`, height: size }}>
              {'head' in line ? <GroupHead group={line.head} n={line.n} name={rows.find(({ conflict }) => conflict.site === line.head)?.conflict.siteName} /> : <ConflictLine row={line.row} />}
            </div>
          );
        })}
      </div>
    </div>
  );
}
const keyOf = (line: Line): string => ('head' in line ? `group ${line.head}` : line.row.subject);

function GroupHead({ group, n, name }: { group: string; n: number; name: string | undefined }) {
  const { say, sayCode } = useWords();
  const groupBy = useCoordination((state) => state.groupBy);
  const title = groupBy === 'site' ? name ?? group : sayValue(groupBy, group, sayCode);
  return (
    <div className="conflict-group">
      <h3>{title}</h3><span className="count">{formatNumber(n)}</span>
      {groupBy === 'department' && (
        <Menu rows={[
          { key: 'pdf', label: say('conflicts.agendaPdf'), icon: <Printer />, onSelect: () => void printAgendas(group) },
          { key: 'sheet', label: say('conflicts.agendaSheet'), icon: <FileText />, onSelect: () => void agendaToSheets(group) },
        ]}>
          <Button size="small" kind="plain"><FileText />{say('conflicts.agenda')}</Button>
        </Menu>
      )}
    </div>
  );
}

function ConflictLine({ row }: { row: ConflictRow }) {
  const { say, sayCode } = useWords();
  const { conflict, state } = row;
  return (
    <button type="button" className="conflict-row" onClick={() => openConflict(row)}>
      <span className="conflict-sign" data-nature={conflict.nature} aria-hidden="true">{NATURE_SIGNS[conflict.nature]}</span>
      <span className="conflict-name">
        <span>{conflict.siteName}</span>
        <span className="muted">{sayValue('kind', conflict.kind, sayCode)}　{conflict.name}</span>
      </span>
      <span className="tag" data-kind={STATE_KINDS[state]}>{sayValue('state', state, sayCode)}</span>
      <span className="conflict-figures muted">{[sayValue('nature', conflict.nature, sayCode), ...sayFigures(conflict, say)].join(' · ')}</span>
    </button>
  );
}
