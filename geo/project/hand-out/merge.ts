import { mergeOpinions, standing, writeOpinion, type Meeting, type Opinion } from '../../meeting/index.ts';
import { UserError } from '../../model/index.ts';
import type { Documents } from '../document-kinds.ts';
import type { Project } from '../types.ts';

/** What of a file counts when it comes back. */
export type HandedBack = Pick<Project, 'origin' | 'handOut' | 'opinions' | 'meetings'>;
type Own = Pick<Documents, 'opinions' | 'meetings'> & Pick<Project, 'origin' | 'handOut'>;

export interface Merged extends Pick<Documents, 'opinions' | 'meetings'> {
  /** Opinions that are new. */
  added: Opinion[];
  /** Opinions that were not taken: of another department, or not as they were written. */
  refused: number;
  /** Actions that are done now. */
  done: number;
  /** Words of one department on one subject that stand side by side: somebody has to say which one counts. */
  unsettled: Opinion[][];
}

/**
 * What departments wrote, put into the project that it was handed out from. Opinions are a set and a done mark stays, so whoever merges what in
 * whatever order, once or twice, has the same; nothing is overwritten. Layers and all else of the file are not looked at.
 * @throws UserError `hand-out.not-handed-out`, `hand-out.other-project`, `hand-out.twice`
 */
export function mergeHandedBack(own: Own, handedBack: readonly HandedBack[]): Merged {
  if (own.handOut) throw new UserError('hand-out.twice');
  for (const { origin, handOut } of handedBack) {
    if (!handOut || !origin) throw new UserError('hand-out.not-handed-out');
    if (origin !== own.origin) throw new UserError('hand-out.other-project', { department: handOut.department });
  }
  const known = new Set(own.opinions.map(({ id }) => id));
  const fresh = handedBack.map((file) => ({ file, opinions: file.opinions.filter(({ id }) => !known.has(id)) }));
  const added = mergeOpinions([], fresh.flatMap(({ file, opinions: written }) => written.filter((opinion) => counts(opinion, file))));
  const refused = new Set(fresh.flatMap(({ file, opinions: written }) => written.filter((opinion) => !counts(opinion, file)).map(({ id }) => `${id} ${file.handOut!.department}`))).size;
  const opinions = added.length === 0 ? own.opinions : mergeOpinions(own.opinions, added);
  const meetings = own.meetings.map((meeting) => withDone(meeting, handedBack));
  const unsettled = [...standing(opinions).values()].filter((words) => words.length > 1);
  const done = count(meetings) - count(own.meetings);
  return { opinions, meetings: done === 0 ? own.meetings : meetings, added, refused, done, unsettled };
}
const count = (meetings: readonly Meeting[]): number => meetings.reduce((sum, { actions }) => sum + actions.filter(({ done }) => done).length, 0);

/**
 * A word counts where it is the department's own, is as it was written (its id follows from what it says), and replaces only words of the same
 * department on the same subject. All of these are in its file, so that it does not matter what came before.
 */
function counts(opinion: Opinion, { opinions, handOut }: HandedBack): boolean {
  const { department, subject, over } = opinion;
  return department === handOut!.department && writeOpinion(opinion).id === opinion.id && over.every((id) => opinions.some((other) => other.id === id && other.subject === subject && other.department === department));
}

/** Done anywhere is done. */
function withDone(meeting: Meeting, handedBack: readonly HandedBack[]): Meeting {
  const marks = new Set(handedBack.flatMap(({ meetings }) => meetings.filter(({ id }) => id === meeting.id).flatMap(({ actions }) => actions.filter(({ done }) => done).map(({ id, text }) => JSON.stringify([id, text])))));
  const isNew = ({ id, text, done }: Meeting['actions'][number]) => !done && marks.has(JSON.stringify([id, text]));
  return meeting.actions.some(isNew) ? { ...meeting, actions: meeting.actions.map((action) => (isNew(action) ? { ...action, done: true } : action)) } : meeting;
}
