import { useWords } from '../../i18n/index.ts';
import { cornersOf, type Scene } from './scene-layers.ts';
import { projector, useCamera } from './camera-state.ts';

/** Names of the strata at the corner of their planes that stands furthest to the left, and of the ground. */
export function StrataLabels({ scene: { filter: { strata, hiddenStrata }, extent, depth, exaggeration, range: [above, below] } }: { scene: Scene }) {
  const { say, sayCode } = useWords();
  const state = useCamera();
  if (!extent) return null;
  const project = projector(state);
  const shown = strata.filter(({ code, to }) => to !== null && to <= depth && to >= above && to <= below && !hiddenStrata.includes(code));
  const labels = shown.flatMap(({ code, name, from, to }) => {
    const corners = cornersOf(extent, -to! * exaggeration).map(project).filter((at) => at !== null);
    const at = corners.sort((a, b) => a[0] - b[0])[0];
    return at ? [{ code, at, text: `${name ?? sayCode(`choice.stratum.${code}`)} ${say('volumes.stratum.range', { from, to: to! })}` }] : [];
  });
  return (
    <div className="strata-labels" aria-hidden="true">
      {spread(labels).map(({ code, at: [x, y], text }) => <span key={code} style={{ transform: `translate(${Math.round(Math.min(Math.max(x, 8), state.width - 240))}px, ${Math.round(y)}px)` }}>{text}</span>)}
    </div>
  );
}

const LINE = 18;
/** One below the other where they would lie over each other, in the order in which they are seen. */
function spread<L extends { at: [number, number] }>(labels: readonly L[]): L[] {
  let last = -Infinity;
  return [...labels].sort((a, b) => a.at[1] - b.at[1]).map((label) => {
    last = Math.max(label.at[1], last + LINE);
    return { ...label, at: [label.at[0], last] };
  });
}
