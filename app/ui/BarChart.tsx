export interface Bar {
  key: string;
  label: string;
  /** Null draws no bar; `text` says why. */
  value: number | null;
  text: string;
  /** Beside the value: the difference from the first bar. */
  note?: string;
  /** Marked by colour and by a sign. */
  best?: boolean;
}

/** Bars from 0, lying, with large figures: read from across a room. The table of the same values stands elsewhere. */
export function BarChart({ label, bars }: { label: string; bars: readonly Bar[] }) {
  const largest = Math.max(0, ...bars.map(({ value }) => value ?? 0));
  return (
    <div className="bar-chart" role="img" aria-label={`${label}: ${bars.map((bar) => `${bar.label} ${bar.text}${bar.note ? ` (${bar.note})` : ''}`).join('; ')}`}>
      {bars.map(({ key, label: name, value, text, note, best }, i) => (
        <div className="chart-line" key={key} data-first={i === 0} data-best={best}>
          <span className="chart-label" title={name}>{name}</span>
          <span className="chart-track"><span className="chart-fill" style={{ width: `${largest > 0 && value !== null ? Math.max(0, 100 * value / largest) : 0}%` }} /></span>
          <span className="chart-value"><b>{best && <span className="chart-best" aria-hidden="true">★</span>}{text}</b>{note && <small>{note}</small>}</span>
        </div>
      ))}
    </div>
  );
}
