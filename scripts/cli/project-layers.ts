import { isoDate, SECRECY_LEVELS, UserError, withinLevel, type Layer, type Project, type SchemaId, type SecrecyLevel } from '../../geo/index.ts';
import type { Call } from './commands.ts';

/** `--level`, internal where none is given. */
export function levelOf(call: Call): SecrecyLevel {
  const given = call.text('level') ?? 'internal';
  const level = SECRECY_LEVELS.find((known) => known === given);
  if (!level) throw new UserError('cli.sheet-choice', { option: '--level', given, known: SECRECY_LEVELS.join(', ') });
  return level;
}

/** `--date`, a day that there is; null where none is given. */
export function dateOf(call: Call): string | null {
  const given = call.text('date');
  if (given !== null && isoDate(given) !== given) throw new UserError('cli.sheet-date', { given });
  return given;
}

/** All features of a schema in a project, its results included, up to a level. */
export function featuresOf({ layers, runs }: Project, schema: SchemaId, level: SecrecyLevel): Layer {
  const all = [...layers.map(({ layer }) => layer), ...runs.flatMap((run) => Object.values(run.layers))];
  return { id: schema, schema, name: schema, features: all.filter((layer) => layer.schema === schema).flatMap((layer) => withinLevel(layer, level).layer.features) };
}
