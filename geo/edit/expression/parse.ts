import { UserError, type Properties } from '../../model/index.ts';
import type { FieldDef } from '../../schema/index.ts';
import { choiceLabels, literalOf, wordsOf, type FieldNames } from './fields.ts';
import type { Token } from './tokens.ts';

/**
 * True, false, or null where an attribute is unknown: as in SQL, what is unknown is neither matched nor excluded by a
 * comparison, nor by its opposite. `is null` asks for it.
 */
export type Truth = boolean | null;
export type Test = (properties: Properties) => Truth;

/** Brackets deeper than this are no person's. */
const DEEPEST = 60;
const isUnknown = (value: unknown): value is null | undefined | '' => value === null || value === undefined || value === '';

/**
 * A parser by descent; what it returns are closures, so nothing of the text is ever run.
 *   or := and { or and }      and := not { and not }      not := [not] ( '(' or ')' | comparison )
 */
export class Parser {
  private at = 0;
  private depth = 0;
  constructor(private readonly tokens: readonly Token[], private readonly names: FieldNames) {}

  whole(): Test {
    if (this.tokens.length === 1) throw this.wrong('expression.empty');
    const test = this.or();
    if (!this.ahead('end')) throw this.wrong('expression.rest', { given: this.token.value });
    return test;
  }

  private or(): Test {
    let left = this.and();
    while (this.takes('or')) {
      const a = left, b = this.and();
      left = (row) => { const x = a(row); if (x === true) return true; const y = b(row); return y === true ? true : x === null || y === null ? null : false; };
    }
    return left;
  }
  private and(): Test {
    let left = this.not();
    while (this.takes('and')) {
      const a = left, b = this.not();
      left = (row) => { const x = a(row); if (x === false) return false; const y = b(row); return y === false ? false : x === null || y === null ? null : true; };
    }
    return left;
  }
  private not(): Test {
    if (++this.depth > DEEPEST) throw this.wrong('expression.deep', { most: DEEPEST });
    try {
      if (this.takes('not')) return opposite(this.not());
      if (!this.ahead('(')) return this.comparison();
      const open = this.token.column;
      this.at++;
      const inner = this.or();
      if (!this.ahead(')')) throw new UserError('expression.bracket', { column: open });
      this.at++;
      return inner;
    } finally {
      this.depth--;
    }
  }

  private comparison(): Test {
    const field = this.field();
    const { value: operator, kind } = this.token;
    if (kind !== 'operator') {
      if (field.type === 'boolean' && (kind === 'end' || kind === ')')) return ({ [field.name]: value }) => (isUnknown(value) ? null : value === true);
      throw this.wrong('expression.operator', { given: this.token.value });
    }
    if (field.type === 'boolean' && (operator === 'and' || operator === 'or')) return ({ [field.name]: value }) => (isUnknown(value) ? null : value === true);
    this.at++;
    switch (operator) {
      case 'is null': return nullTest(field, true);
      case 'is not null': return nullTest(field, false);
      case 'is': return this.isNull(field);
      case 'contains': return this.contains(field);
      case 'not contains': return opposite(this.contains(field));
      case 'in': return this.among(field);
      case 'not in': return opposite(this.among(field));
      case 'not':
        if (this.takes('contains')) return opposite(this.contains(field));
        if (this.takes('in')) return opposite(this.among(field));
        throw this.wrong('expression.operator', { given: this.token.value });
      case '=': case '!=': case '<': case '<=': case '>': case '>=': return this.compare(field, operator);
      default: this.at--; throw this.wrong('expression.operator', { given: operator });
    }
  }

  private field(): FieldDef {
    const { kind, value } = this.token;
    if (kind !== 'word' && kind !== 'field' && kind !== 'text') throw this.wrong('expression.field-missing', { given: value });
    const field = this.names.find(value);
    if (!field) throw this.wrong('expression.field', { given: value, near: this.names.near(value) });
    this.at++;
    return field;
  }
  private isNull(field: FieldDef): Test {
    const negative = this.takes('not');
    if (!this.takes('null')) throw this.wrong('expression.null', { given: this.token.value });
    return nullTest(field, !negative);
  }
  private contains(field: FieldDef): Test {
    const wanted = this.literalToken().value.toLowerCase();
    return ({ [field.name]: value }) => (isUnknown(value) ? null : wordsOf(field, value).includes(wanted));
  }
  private among(field: FieldDef): Test {
    if (!this.ahead('(')) throw this.wrong('expression.list', { given: this.token.value });
    const open = this.token.column, tests: Test[] = [];
    do {
      this.at++;
      tests.push(sameAs(field, this.literal(field)));
    } while (this.ahead(','));
    if (!this.ahead(')')) throw new UserError('expression.bracket', { column: open });
    this.at++;
    return (row) => (isUnknown(row[field.name]) ? null : tests.some((test) => test(row) === true));
  }

  private compare(field: FieldDef, operator: string): Test {
    const other = this.otherField(field);
    const equal = operator === '=' || operator === '!=';
    if (!equal && ['choice', 'boolean', 'points'].includes(field.type)) throw new UserError('expression.order', { column: this.tokens[this.at - 1].column, field: field.name });
    if (!other) {
      const literal = this.literal(field);
      if (equal) return operator === '=' ? sameAs(field, literal) : opposite(sameAs(field, literal));
      return ({ [field.name]: value }) => (isUnknown(value) ? null : ordered(operator, value, literal));
    }
    return (row) => {
      const a = row[field.name], b = row[other.name];
      if (isUnknown(a) || isUnknown(b)) return null;
      return equal ? (a === b) === (operator === '=') : ordered(operator, a, b);
    };
  }
  /** Another field on the right: in square brackets, or a name where the field itself cannot hold such a word. */
  private otherField(field: FieldDef): FieldDef | null {
    const { kind, value } = this.token;
    if (kind !== 'field' && (kind !== 'word' || field.type === 'text' || literalOf(field, value) !== undefined)) return null;
    const other = this.names.find(value);
    if (!other) { if (kind === 'field') throw this.wrong('expression.field', { given: value, near: this.names.near(value) }); return null; }
    this.at++;
    return other;
  }
  private literal(field: FieldDef): string | number | boolean {
    const token = this.literalToken();
    const value = field.type === 'text' ? token.value : literalOf(field, token.value);
    if (value !== undefined) return value;
    const { column, value: given } = token;
    throw field.choices ? new UserError('expression.choice', { column, given, field: field.name, choices: choiceLabels(field) }) : new UserError('expression.value', { column, given, field: field.name });
  }
  private literalToken(): Token {
    const { token } = this;
    if (token.kind !== 'word' && token.kind !== 'text') throw this.wrong('expression.value-missing', { given: token.value });
    this.at++;
    return token;
  }

  private get token(): Token {
    return this.tokens[Math.min(this.at, this.tokens.length - 1)];
  }
  private ahead(kind: Token['kind']): boolean {
    return this.token.kind === kind;
  }
  private takes(operator: string): boolean {
    const found = this.token.kind === 'operator' && this.token.value === operator;
    if (found) this.at++;
    return found;
  }
  private wrong(code: string, params: Record<string, string | number> = {}): UserError {
    return new UserError(code, { column: this.token.column, ...params });
  }
}

const opposite = (test: Test): Test => (row) => { const truth = test(row); return truth === null ? null : !truth; };
const nullTest = ({ name }: FieldDef, wanted: boolean): Test => (row) => isUnknown(row[name]) === wanted;

/** Text is compared without case. A column that only this file has may hold numbers. */
function sameAs(field: FieldDef, literal: string | number | boolean): Test {
  const text = String(literal).toLowerCase();
  return ({ [field.name]: value }) => (isUnknown(value) ? null : typeof literal === 'string' ? String(value).toLowerCase() === text || (typeof value === 'number' && value === Number(literal)) : value === literal);
}
function ordered(operator: string, value: unknown, literal: unknown): Truth {
  const a = comparable(value), b = comparable(literal);
  const numbers = typeof value === 'number' && Number.isFinite(Number(literal));
  const order = numbers ? value - Number(literal) : a < b ? -1 : a > b ? 1 : 0;
  return operator === '<' ? order < 0 : operator === '<=' ? order <= 0 : operator === '>' ? order > 0 : order >= 0;
}
/** ISO dates order as text. */
const comparable = (value: unknown): string => String(value).toLowerCase();
