import type { ButtonHTMLAttributes, ReactNode } from 'react';
import { Hint } from './Hint.tsx';

interface ButtonProps extends ButtonHTMLAttributes<HTMLButtonElement> {
  kind?: 'primary' | 'danger' | 'bar' | 'plain';
  size?: 'small';
  children: ReactNode;
}

export function Button({ kind, size, children, ...rest }: ButtonProps) {
  return <button type="button" className="button" data-kind={kind} data-size={size} {...rest}>{children}</button>;
}

/** A button that shows only an icon: its name is told to screen readers and in a hint. */
export function IconButton({ label, kind = 'plain', size, children, ...rest }: ButtonProps & { label: string }) {
  return (
    <Hint text={label}>
      <button type="button" className="button" data-icon="" data-kind={kind} data-size={size} aria-label={label} {...rest}>{children}</button>
    </Hint>
  );
}
