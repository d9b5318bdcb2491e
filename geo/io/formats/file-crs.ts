import { crsFromWkt, crsOf, type Crs, type CrsGuess, type CrsRef } from '../../crs/index.ts';
import { UserError } from '../../model/index.ts';
import type { Tally } from './tally.ts';

/** The Crs that a file is to be written in. @throws UserError `crs.unlisted`, `crs.grid`, `crs.unwritable` for one that is only read */
export function crsForWriting(ref: CrsRef): Crs {
  const crs = crsOf(ref);
  if (crs.importOnly) throw new UserError('crs.unwritable', { code: crs.code });
  return crs;
}

/** What a .prj states, where it is a listed Crs; else null and the reason in `log`: the user has to say, and nothing is shifted in silence. */
export function statedCrs(prj: string, log: Tally): CrsGuess | null {
  try {
    const crs = crsFromWkt(prj);
    if (crs && !crs.code.startsWith('LOCAL:')) return { code: crs.code, swapped: false, confidence: 1, reason: 'stated' };
    log.add('shapefile.prj-unlisted', 'warning', null, { name: crs?.name ?? /"([^"]{1,60})"/.exec(prj)?.[1] ?? prj.slice(0, 30) });
  } catch (error) {
    if (!(error instanceof UserError)) throw error;
    log.add('shapefile.prj-datum', 'warning', null, { datum: error.params['datum'] ?? '?' });
  }
  return null;
}
