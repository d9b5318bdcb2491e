import type { Stratum } from '../../../geo/index.ts';
import { STRATA } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';
import { setVolumes, showAllVolumes, useVolumes } from '../../state/volumes.ts';
import { Button } from '../../ui/Button.tsx';

const colourOf = (code: string) => STRATA.find(({ value }) => value === code)?.color ?? '#8a949e';

/** Two handles for the depths that are drawn, and the strata whose volumes are. */
export function DepthPanel({ floor, strata }: { floor: number; strata: readonly Stratum[] }) {
  const { say, sayCode } = useWords();
  const { from, to, hiddenStrata, isolation } = useVolumes();
  const [upper, lower] = [Math.min(from ?? 0, floor - 1), Math.min(to ?? floor, floor)];
  const toggle = (code: string) => setVolumes({ hiddenStrata: hiddenStrata.includes(code) ? hiddenStrata.filter((one) => one !== code) : [...hiddenStrata, code] });
  const isWhole = from === null && to === null;
  return (
    <section className="map-overlay depth-panel" aria-label={say('volumes.depth')}>
      <h3>{say('volumes.depth')}<output className="muted numeric">{isWhole ? say('volumes.depth.all') : say('volumes.depth.range', { from: upper, to: lower })}</output></h3>
      <div className="double-range">
        <i style={{ left: `${100 * upper / floor}%`, right: `${100 - 100 * lower / floor}%` }} />
        <input
          type="range" min={0} max={floor} step={0.5} value={upper} aria-label={say('volumes.depth.from')}
          onChange={(event) => { const value = Math.min(Number(event.target.value), lower - 0.5); setVolumes({ from: value <= 0 ? null : value }); }}
        />
        <input
          type="range" min={0} max={floor} step={0.5} value={lower} aria-label={say('volumes.depth.to')}
          onChange={(event) => { const value = Math.max(Number(event.target.value), upper + 0.5); setVolumes({ to: value >= floor ? null : value }); }}
        />
      </div>
      <h3>{say('volumes.strata')}</h3>
      <ul className="stratum-list">
        {strata.map(({ code, name, from: begin, to: end }) => (
          <li key={code}>
            <label className="check">
              <input type="checkbox" checked={!hiddenStrata.includes(code)} onChange={() => toggle(code)} />
              <i className="stratum-mark" style={{ background: colourOf(code) }} />
              <span>{name ?? sayCode(`choice.stratum.${code}`)}</span>
              <span className="muted numeric">{end === null ? say('volumes.stratum.below', { from: begin }) : say('volumes.stratum.range', { from: begin, to: end })}</span>
            </label>
          </li>
        ))}
      </ul>
      {(!isWhole || hiddenStrata.length > 0 || isolation !== 'all') && <Button size="small" onClick={showAllVolumes}>{say('volumes.showAll')}</Button>}
    </section>
  );
}
