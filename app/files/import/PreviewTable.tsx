import type { Properties } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';
import { showRaw } from './field-choice.ts';

/** The first rows as they were delivered. */
export function PreviewTable({ columns, preview }: { columns: readonly string[]; preview: readonly Properties[] }) {
  const { say } = useWords();
  return (
    <details className="import-preview">
      <summary>{say('import.preview', { n: preview.length })}</summary>
      <div className="import-scroll">
        <table className="import-table">
          <thead><tr><th />{columns.map((column) => <th key={column}>{column}</th>)}</tr></thead>
          <tbody>
            {preview.map((row, i) => (
              <tr key={i}>
                <th scope="row" className="numeric">{i + 1}</th>
                {columns.map((column) => <td key={column} className={typeof row[column] === 'number' ? 'numeric' : undefined}>{showRaw(row[column])}</td>)}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </details>
  );
}
