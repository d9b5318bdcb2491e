import { Fragment } from 'react';

interface Part {
  label: string;
  n: number;
  kind?: 'good' | 'bad';
}
/** Counts written as the sum that they are, so that nobody has to add them up to see that nothing was lost. */
export function Sum({ total, parts }: { total: Part; parts: readonly Part[] }) {
  return (
    <dl className="import-counts">
      <Count {...total} />
      {parts.map((part, i) => <Fragment key={part.label}><span aria-hidden="true">{i === 0 ? '=' : '+'}</span><Count {...part} /></Fragment>)}
    </dl>
  );
}
function Count({ label, n, kind }: Part) {
  return <div data-kind={kind}><dd>{n.toLocaleString()}</dd><dt>{label}</dt></div>;
}
