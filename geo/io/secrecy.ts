import type { Layer, Properties } from '../model/index.ts';

/** Command works are never mapped or kept; how many there were is all that stays (DESIGN 1.7). */
export function isCommandWork(properties: Properties): boolean {
  return properties['wartimeFunction'] === 'command';
}

/** From what everybody may see upwards. A feature without a level counts as internal: nobody said that it is public. */
export const SECRECY_LEVELS = ['public', 'internal', 'secret'] as const;
export type SecrecyLevel = (typeof SECRECY_LEVELS)[number];
const levelOf = (properties: Properties): number => {
  const level = SECRECY_LEVELS.indexOf(properties['secrecy'] as SecrecyLevel);
  return level < 0 ? SECRECY_LEVELS.indexOf('internal') : level;
};

/** How many of the features are above a level. */
export const aboveLevel = (features: readonly { properties: Properties }[], level: SecrecyLevel): number => features.filter(({ properties }) => levelOf(properties) > SECRECY_LEVELS.indexOf(level)).length;

/** The layer with nothing above a level, and how many features that leaves out: every export states its level (DESIGN 1.7). */
export function withinLevel(layer: Layer, level: SecrecyLevel): { layer: Layer; leftOut: number } {
  const features = layer.features.filter(({ properties }) => levelOf(properties) <= SECRECY_LEVELS.indexOf(level));
  return { layer: features.length === layer.features.length ? layer : { ...layer, features }, leftOut: layer.features.length - features.length };
}

/** What is made from features is as secret as the most secret of them; nothing is said where none of them says anything. */
export function inheritedSecrecy(features: readonly { properties: Properties }[]): { secrecy?: SecrecyLevel } {
  let highest = -1;
  for (const { properties } of features) highest = Math.max(highest, SECRECY_LEVELS.indexOf(properties['secrecy'] as SecrecyLevel));
  return highest < 0 ? {} : { secrecy: SECRECY_LEVELS[highest] };
}

/** Whether a project of these features may go with a sheet of a level from hand to hand: nothing in it is secret, or above the level. */
export function mayCarryProject(held: readonly (readonly { properties: Properties }[])[], level: SecrecyLevel): boolean {
  return held.every((features) => aboveLevel(features, level === 'secret' ? 'internal' : level) === 0);
}
