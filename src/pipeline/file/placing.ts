import {
  type Document,
  isAlias,
  isMap,
  isNode,
  isSeq,
  type LineCounter,
  type Node,
  type Pair,
  visit,
} from 'yaml';
import type { Bilingual } from '../../text/bilingual.js';
import type { Problem } from '../../text/problem.js';
import type { PlacedProblem } from './problems.js';

/** Gives a problem its line and column: at the node of its path, or at the nearest one around it that exists. */
export function place(problem: Problem, document: Document, lines: LineCounter): PlacedProblem {
  const { line, col } = lines.linePos(offsetOf(problem, document));
  return { line, column: col, text: problem.text };
}

function offsetOf(problem: Problem, document: Document): number {
  let node: unknown = document.contents;
  let offset = isNode(node) ? (node.range?.[0] ?? 0) : 0;
  for (const [depth, key] of problem.path.entries()) {
    if (isAlias(node)) node = node.resolve(document);
    const last = depth === problem.path.length - 1;
    const pair = isMap(node) ? node.items.find((item) => keyText(item) === String(key)) : undefined;
    const value: unknown = isSeq(node) ? node.items[Number(key)] : pair?.value;
    const pointed = pair && (value == null || (last && problem.atKey)) ? pair.key : value;
    if (!isNode(pointed)) return offset;
    offset = pointed.range?.[0] ?? offset;
    node = value;
  }
  return offset;
}

function keyText(pair: Pair): string {
  return isNode(pair.key) && 'value' in pair.key ? String(pair.key.value) : String(pair.key);
}

/**
 * What YAML itself finds wrong: syntax, duplicate keys, aliases of anchors that do not exist. One error of syntax makes
 * many others, so each sort is told once; tabs and duplicate keys each need mending, so all of them are.
 */
export function yamlProblems(
  document: Document,
  lines: LineCounter,
): { fatal: boolean; problems: PlacedProblem[] } {
  const told = new Set<string>();
  const problems = document.errors
    .filter(({ code }) => EACH_TOLD.includes(code) || (!told.has(code) && told.add(code)))
    .map(({ code, pos }) => {
      const { line, col } = lines.linePos(pos[0]);
      return { line, column: col, text: yamlText(code) };
    });
  let unresolved = 0;
  visit(document, {
    Alias: (_, alias) => {
      if (alias.resolve(document) !== undefined) return;
      unresolved += 1;
      const { line, col } = lines.linePos((alias as Node).range?.[0] ?? 0);
      problems.push({
        line,
        column: col,
        text: {
          ja: `「*${alias.source}」が指す「&${alias.source}」がこれより前にありません。`,
          en: `"*${alias.source}" refers to "&${alias.source}", which is not defined before it.`,
        },
      });
    },
  });
  const fatal = unresolved > 0 || document.errors.some((error) => error.code !== 'DUPLICATE_KEY');
  return { fatal, problems };
}

const EACH_TOLD: readonly string[] = ['DUPLICATE_KEY', 'TAB_AS_INDENT'];

/** Our own words: those of the library quote the file, and somebody may name an export of people by mistake. */
function yamlText(code: string): Bilingual {
  const found = YAML_TEXTS[code];
  if (found) return found;
  const { ja, en } = SYNTAX[code] ?? { ja: code, en: code };
  return { ja: `YAML として読めません（${ja}）。`, en: `Not readable as YAML: ${en}.` };
}

const YAML_TEXTS: Readonly<Record<string, Bilingual>> = {
  DUPLICATE_KEY: {
    ja: '同じキーが二度書かれています。一方を消してください。',
    en: 'This key is written twice; remove one of them.',
  },
  TAB_AS_INDENT: {
    ja: '字下げにタブは使えません。空白にしてください。',
    en: 'Tabs cannot indent; use spaces.',
  },
};

const SYNTAX: Readonly<Record<string, Bilingual>> = {
  BAD_INDENT: { ja: '字下げがそろっていません', en: 'the indentation does not match the lines around' },
  MISSING_CHAR: { ja: '引用符・かっこ・コロンなどが足りません', en: 'a quote, bracket or colon is missing' },
  UNEXPECTED_TOKEN: {
    ja: 'ここにあるはずのない文字があります',
    en: 'something stands here that does not belong',
  },
  BAD_SCALAR_START: {
    ja: 'この記号で始まる値は引用符で囲みます',
    en: 'a value that starts with this character needs quotes',
  },
  MULTILINE_IMPLICIT_KEY: { ja: 'キーの後のコロンがありません', en: 'a key has no colon after it' },
  BLOCK_AS_IMPLICIT_KEY: {
    ja: '1行に2つのコロンがあります。値を引用符で囲んでください',
    en: 'two colons in one line; put the value in quotes',
  },
  MULTIPLE_DOCS: { ja: '「---」で文書が分かれています', en: 'a line "---" starts a second document' },
};
