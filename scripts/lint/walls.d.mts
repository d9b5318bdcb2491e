import type { Rule } from 'eslint';

declare const walls: { rules: Record<'imports' | 'worker' | 'pure' | 'inert', Rule.RuleModule> };
export default walls;
