import { catalogue } from './catalogue.ts';

// The build writes the words themselves in its place (scripts/bundle/one-language.ts).
export default catalogue('zh');
