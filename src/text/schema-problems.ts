import type { z } from 'zod';
import type { Bilingual } from './bilingual.js';
import { type Problem, suggestion } from './problem.js';

type Issue = z.core.$ZodIssue;

/** Turns what zod found into problems in words, with the nearest allowed key or value. */
export function schemaProblems(issues: readonly Issue[], schema: z.ZodType, value: unknown): Problem[] {
  return issues.flatMap((issue) => problemsOf(issue, schema, value));
}

function problemsOf(issue: Issue, schema: z.ZodType, value: unknown): Problem[] {
  const { path } = issue;
  const found = valueAt(value, path);
  if (issue.code === 'unrecognized_keys') {
    return issue.keys.map((key) => unknownKey([...path, key], key, keysAt(schema, path)));
  }
  if (issue.code === 'invalid_union') return unionProblems(issue, schema, value);
  if (issue.code === 'invalid_value' && found !== undefined)
    return [{ path, text: of(path, notAllowed(found, issue.values.map(String))) }];
  if (found === undefined) return [missing(path)];
  return [{ path, text: of(path, wrongValue(issue, found)) }];
}

/** What is wrong with a value, after the key that it was written for. */
function of(path: readonly PropertyKey[], text: Bilingual): Bilingual {
  const key = path.findLast((part) => typeof part === 'string');
  return key === undefined ? text : { ja: `${key}: ${text.ja}`, en: `${key}: ${text.en}` };
}

function unknownKey(path: readonly PropertyKey[], key: string, allowed: readonly string[]): Problem {
  const hint = suggestion(key, allowed);
  return {
    path,
    atKey: true,
    text: { ja: `「${key}」というキーはありません。${hint.ja}`, en: `Unknown key "${key}". ${hint.en}` },
  };
}

function missing(path: readonly PropertyKey[]): Problem {
  const key = String(path.at(-1));
  return {
    path: path.slice(0, -1),
    atKey: true,
    text: { ja: `必須の「${key}」がありません。`, en: `The required key "${key}" is missing.` },
  };
}

function notAllowed(found: unknown, allowed: readonly string[]): Bilingual {
  const hint = suggestion(String(found), allowed);
  return {
    ja: `「${show(found)}」は使えません。${hint.ja}`,
    en: `"${show(found)}" is not allowed. ${hint.en}`,
  };
}

// A value may be written in several ways: judge it by the way that is of its own type, else name all of them.
function unionProblems(issue: z.core.$ZodIssueInvalidUnion, schema: z.ZodType, value: unknown): Problem[] {
  const deeper = issue.errors.find(
    (branch) => !branch.some((i) => i.path.length === 0 && i.code === 'invalid_type'),
  );
  if (deeper) {
    const prefixed = deeper.map((inner) => ({ ...inner, path: [...issue.path, ...inner.path] }) as Issue);
    return schemaProblems(prefixed, schema, value);
  }
  const found = valueAt(value, issue.path);
  if (found === undefined) return [missing(issue.path)];
  const kinds = issue.errors.flatMap((branch) =>
    branch.flatMap((i) => (i.code === 'invalid_type' ? [i.expected as string] : [])),
  );
  return [{ path: issue.path, text: of(issue.path, expected(found, [...new Set(kinds)])) }];
}

function wrongValue(issue: Issue, found: unknown): Bilingual {
  if (issue.code === 'invalid_type') return expected(found, [issue.expected]);
  if (issue.code === 'too_small') return limit(found, `${issue.minimum}`, '以上', 'at least');
  if (issue.code === 'too_big') return limit(found, `${issue.maximum}`, '以下', 'at most');
  return {
    ja: `「${show(found)}」は使えません（${issue.message}）。`,
    en: `"${show(found)}" is not allowed (${issue.message}).`,
  };
}

function limit(found: unknown, bound: string, ja: string, en: string): Bilingual {
  if (found === '' || (Array.isArray(found) && found.length === 0)) {
    return { ja: '空です。値を書いてください。', en: 'Empty; write a value.' };
  }
  const what = typeof found === 'string' || Array.isArray(found) ? ['長さ', 'length'] : ['値', 'value'];
  return {
    ja: `「${show(found)}」の${what[0]}は ${bound} ${ja}でなければなりません。`,
    en: `"${show(found)}": the ${what[1]} must be ${en} ${bound}.`,
  };
}

const KINDS: Readonly<Record<string, Bilingual>> = {
  string: { ja: '文字列', en: 'text' },
  number: { ja: '数', en: 'a number' },
  int: { ja: '整数', en: 'a whole number' },
  boolean: { ja: 'true か false', en: 'true or false' },
  array: { ja: '並び [a, b]', en: 'a list [a, b]' },
  tuple: { ja: '[開始, 長さ]', en: '[start, length]' },
  object: { ja: 'キーと値の組', en: 'keys with values' },
  record: { ja: 'キーと値の組', en: 'keys with values' },
};

function expected(found: unknown, kinds: readonly string[]): Bilingual {
  const words = (language: keyof Bilingual) => kinds.map((kind) => KINDS[kind]?.[language] ?? kind);
  const quote = typeof found === 'number' && kinds.includes('string');
  return {
    ja: `${describe(found).ja}が書かれていますが、正しくは${words('ja').join('、または')}です。${quote ? '引用符で囲んでください。' : ''}`,
    en: `Found ${describe(found).en}; expected ${words('en').join(' or ')}.${quote ? ' Put it in quotes.' : ''}`,
  };
}

function describe(found: unknown): Bilingual {
  if (found === null || found === undefined) return { ja: '何も書かれていない値', en: 'nothing' };
  if (Array.isArray(found)) return { ja: '並び', en: 'a list' };
  if (typeof found === 'object') return { ja: 'キーと値の組', en: 'keys with values' };
  return { ja: `「${show(found)}」`, en: `"${show(found)}"` };
}

function show(found: unknown): string {
  const text = typeof found === 'object' ? JSON.stringify(found) : String(found);
  return text.length > 60 ? `${text.slice(0, 57)}…` : text;
}

function valueAt(value: unknown, path: readonly PropertyKey[]): unknown {
  return path.reduce<unknown>(
    (at, key) =>
      at !== null && typeof at === 'object' ? (at as Record<PropertyKey, unknown>)[key] : undefined,
    value,
  );
}

/** Keys the schema allows at a path: follows objects, records, lists and the object branch of unions. */
function keysAt(schema: z.ZodType, path: readonly PropertyKey[]): string[] {
  const def = schema.def as unknown as SchemaDef;
  if (def.innerType) return keysAt(def.innerType, path);
  if (def.options) return def.options.flatMap((option) => keysAt(option, path));
  const [head, ...rest] = path;
  if (head === undefined) return def.shape ? Object.keys(def.shape) : [];
  const next = def.shape?.[String(head)] ?? def.valueType ?? def.element;
  return next ? keysAt(next, rest) : [];
}

interface SchemaDef {
  readonly shape?: Readonly<Record<string, z.ZodType>>;
  readonly innerType?: z.ZodType;
  readonly options?: readonly z.ZodType[];
  readonly valueType?: z.ZodType;
  readonly element?: z.ZodType;
}
