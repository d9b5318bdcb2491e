import type { ColourRule, Symbology } from '../../geo/index.ts';

const first = (rule: ColourRule): string => (rule.kind === 'single' ? rule.color : rule.kind === 'classes' ? rule.stops[1]?.color ?? rule.stops[0].color : rule.rows[0]?.color ?? rule.other);

/** How the layer looks on the map, in a thumbnail. */
export function Swatch({ symbology }: { symbology: Symbology }) {
  const { fill, outline, line, point } = symbology;
  return (
    <svg className="swatch" viewBox="0 0 18 14" aria-hidden="true">
      {(fill || outline) && <rect x="1" y="1.5" width="16" height="11" rx="1.5" fill={fill ? first(fill) : 'none'} stroke={outline ? first(outline.color) : 'none'} strokeWidth="1.2" strokeDasharray={outline?.dash?.join(' ')} />}
      {!fill && line && <path d="M1 11 L6 5 L11 9 L17 3" fill="none" stroke={line.color.kind === 'single' && line.color.color === '#ffffff' ? '#c4ccd4' : first(line.color)} strokeWidth="2" />}
      {!fill && !line && point && <circle cx="9" cy="7" r="4" fill={first(point.color)} />}
    </svg>
  );
}
/** A colour of a class; as a line where the map draws only outlines. */
export function ColourPatch({ color, asLine = false }: { color: string; asLine?: boolean }) {
  return (
    <svg className="swatch" viewBox="0 0 18 14" aria-hidden="true">
      {asLine ? <rect x="2" y="2" width="14" height="10" rx="1.5" fill="none" stroke={color} strokeWidth="2.4" /> : <rect x="1" y="1" width="16" height="12" rx="1.5" fill={color} stroke="rgb(0 0 0 / 18%)" />}
    </svg>
  );
}
