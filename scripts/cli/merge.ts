import { mergeHandedBack, Names, putDocuments, type Project } from '../../geo/index.ts';
import type { Call } from './commands.ts';
import { openProject, saveProject, settle } from './project-file.ts';
import type { Terminal } from './terminal.ts';

/** `undercroft merge`: what departments wrote in their files comes into the project; nothing of it is overwritten. */
export async function merge(call: Call, screen: Terminal): Promise<void> {
  const [given, ...files] = call.operands;
  const open = await openProject(given, screen), { project, db } = open;
  const handedBack: Project[] = [];
  for (const file of files) handedBack.push((await openProject(file, screen)).project);
  const { opinions, meetings, added, refused, done, unsettled } = mergeHandedBack(project, handedBack);
  const { print, say, language } = screen;
  if (added.length > 0 || done > 0) {
    settle(open);
    putDocuments(db, 'opinions', opinions);
    putDocuments(db, 'meetings', meetings);
    saveProject(open, screen);
  }
  print(say('cli.merge.counts', { path: screen.show(open.path), added: added.length, done, refused }));
  const names = new Names([...project.layers.map(({ layer }) => layer), ...project.runs.flatMap((run) => Object.values(run.layers))], project.measures);
  for (const words of unsettled) {
    print(say('cli.merge.unsettled', { department: say(`department.${words[0].department}`), subject: names.subject(words[0].subject, language) ?? words[0].subject }));
    for (const { state, note, who, at } of words) print(say('cli.merge.word', { at: at.slice(0, 16), who: who || '-', state: say(`opinion.${state}`), note: note || '-' }));
  }
}
