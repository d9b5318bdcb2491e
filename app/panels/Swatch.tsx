import { type ColourRule, strengthOf, type Symbology } from '../../geo/index.ts';
import { dashOf } from './swatch-look.ts';

const first = (rule: ColourRule): string => (rule.kind === 'single' ? rule.color : rule.kind === 'classes' ? rule.stops[1]?.color ?? rule.stops[0].color : rule.rows[0]?.color ?? rule.other);

/** How the layer looks on the map, in a thumbnail: dashes, tint and opacity too. `isPoints`: of what may be ground or places, it has places only. */
export function Swatch({ symbology, opacity, isPoints = false }: { symbology: Symbology; opacity: number; isPoints?: boolean }) {
  const { point } = symbology, { fill, outline, line } = isPoints && point ? { fill: undefined, outline: undefined, line: undefined } : symbology;
  const strength = strengthOf(symbology, opacity);
  return (
    <svg className="swatch" viewBox="0 0 18 14" aria-hidden="true">
      {(fill || outline) && (
        <rect
          x="1" y="1.5" width="16" height="11" rx="1.5" fill={fill ? first(fill) : 'none'} fillOpacity={strength.fill}
          stroke={outline ? first(outline.color) : 'none'} strokeOpacity={strength.line} strokeWidth={fill ? 1.2 : 2} strokeDasharray={dashOf(outline?.dash, 1.2)}
        />
      )}
      {line && !outline && <path d="M1 11 L6 5 L11 9 L17 3" fill="none" strokeOpacity={strength.line} stroke={line.color.kind === 'single' && line.color.color === '#ffffff' ? '#c4ccd4' : first(line.color)} strokeWidth="2" strokeDasharray={dashOf(line.dash, 1.2)} />}
      {!fill && !line && point && <circle cx="9" cy="7" r="4.5" fill={first(point.color)} fillOpacity={strength.fill} stroke={point.stroke} />}
    </svg>
  );
}
/** A colour of a class, as the map draws it: an outline where it draws only outlines, a tint where the fill is one. */
export function ColourPatch({ color, symbology, opacity }: { color: string; symbology: Symbology; opacity: number }) {
  const { fill, outline, line, fillShare } = symbology;
  const strength = strengthOf(symbology, opacity);
  const isTint = fillShare !== undefined;
  return (
    <svg className="swatch" viewBox="0 0 18 14" aria-hidden="true">
      {!fill && outline
        ? <rect x="2" y="2" width="14" height="10" rx="1.5" fill="none" stroke={color} strokeOpacity={strength.line} strokeWidth="2.4" />
        : <rect x="1" y="1" width="16" height="12" rx="1.5" fill={color} fillOpacity={strength.fill} stroke={isTint ? color : 'rgb(0 0 0 / 18%)'} strokeOpacity={isTint ? strength.line : 1} strokeDasharray={isTint ? dashOf(line?.dash, 0.8) : undefined} />}
    </svg>
  );
}
