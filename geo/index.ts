/** The engine. Everything outside geo/ imports from here. */
export * from './model/index.ts';
export * from './crs/index.ts';
export * from './geometry/index.ts';
export * from './schema/index.ts';
export * from './io/index.ts';
export * from './edit/index.ts';
export { readBands } from './allocation/index.ts';
export * from './analysis/index.ts';
export * from './ranking/index.ts';
export { CONSTRAINT_RULES, indicatorTableOf, type ConstraintRule } from './sites/index.ts';
export { isoDate } from './sites/index.ts';
export * from './coordination/index.ts';
export * from './style/index.ts';
export * from './layout/index.ts';
export * from './project/index.ts';
export { messages, say, type Language, type MessageTable, type Words } from './messages/index.ts';
export type { ServiceId } from './service/index.ts';
