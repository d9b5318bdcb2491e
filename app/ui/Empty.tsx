import type { ReactNode } from 'react';

/** What a panel says when there is nothing to show yet, and how to get something. */
export function Empty({ icon, title, hint, children }: { icon?: ReactNode; title: string; hint?: string; children?: ReactNode }) {
  return (
    <div className="empty">
      {icon}
      <b>{title}</b>
      {hint && <p>{hint}</p>}
      {children}
    </div>
  );
}
