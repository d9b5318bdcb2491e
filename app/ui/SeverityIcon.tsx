import './severity.css';
import { CircleAlert, Info, TriangleAlert } from 'lucide-react';
import type { Severity } from '../../geo/index.ts';
import { useWords } from '../i18n/index.ts';

const ICONS = { error: CircleAlert, warning: TriangleAlert, info: Info };

/** Shape and colour both tell the severity. */
export function SeverityIcon({ severity }: { severity: Severity }) {
  const { say } = useWords();
  const Icon = ICONS[severity];
  return <Icon className="severity" data-kind={severity} size={15} role="img" aria-label={say(`issues.${severity}`)} />;
}
