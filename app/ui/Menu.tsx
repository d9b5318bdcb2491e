import { DropdownMenu } from 'radix-ui';
import type { ReactElement, ReactNode } from 'react';

export interface MenuRow {
  key: string;
  label: string;
  icon?: ReactNode;
  kind?: 'danger';
  disabled?: boolean;
  onSelect: () => void;
}

/** A drop-down menu from a table; `null` draws a line. Not modal: that would lock scrolling with a style sheet that the content policy refuses. */
export function Menu({ rows, children }: { rows: readonly (MenuRow | null)[]; children: ReactElement }) {
  return (
    <DropdownMenu.Root modal={false}>
      <DropdownMenu.Trigger asChild>{children}</DropdownMenu.Trigger>
      <DropdownMenu.Portal>
        <DropdownMenu.Content className="menu" align="end" sideOffset={4} collisionPadding={8}>
          {rows.map((row, index) => (row === null
            ? <DropdownMenu.Separator key={`line-${index}`} className="menu-line" />
            : (
              <DropdownMenu.Item key={row.key} className="menu-row" data-kind={row.kind} disabled={row.disabled} onSelect={row.onSelect}>
                {row.icon}{row.label}
              </DropdownMenu.Item>
            )))}
        </DropdownMenu.Content>
      </DropdownMenu.Portal>
    </DropdownMenu.Root>
  );
}
