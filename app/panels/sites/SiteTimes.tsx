import { CalendarClock, Lock, Users } from 'lucide-react';
import type { PlanFeature } from '../../../geo/index.ts';
import { useWords } from '../../i18n/index.ts';

/** The dates that decide, and who must be asked. */
export function SiteTimes({ site: { properties: p } }: { site: PlanFeature }) {
  const { say, sayCode } = useWords();
  const consult = String(p['consult'] ?? '').split(',').filter(Boolean);
  const daysLeft = typeof p['daysLeft'] === 'number' ? p['daysLeft'] : null;
  return (
    <ul className="site-times">
      {p['deadline'] && <li data-kind={daysLeft !== null && daysLeft < 0 ? 'bad' : undefined}><CalendarClock />{say('sites.deadline', { date: String(p['deadline']) })}{daysLeft !== null && <b>{say(daysLeft < 0 ? 'sites.daysOver' : 'sites.daysLeft', { n: Math.abs(daysLeft) })}</b>}</li>}
      {p['lockUntil'] && <li data-kind={p['locked'] === true ? 'bad' : undefined}><Lock />{say(p['locked'] === true ? 'sites.lockedNow' : 'sites.lockLater', { date: String(p['lockUntil']) })}</li>}
      {consult.length > 0 && <li><Users />{say('sites.consult', { who: consult.map((code) => sayCode(`department.${code}`, {}, code)).join(say('list.comma')) })}</li>}
    </ul>
  );
}
