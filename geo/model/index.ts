export * from './feature.ts';
export * from './by-id.ts';
export * from './schema-id.ts';
export * from './issue.ts';
export * from './errors.ts';
export * from './indicator.ts';
export * from './progress.ts';
export * from './extent.ts';
export type * from './analysis.ts';
