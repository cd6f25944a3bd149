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
import type { PlacedProblem, Problem } from './problems.js';

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

/** What YAML itself finds wrong: syntax, duplicate keys, aliases of anchors that do not exist. */
export function yamlProblems(
  document: Document,
  lines: LineCounter,
): { fatal: boolean; problems: PlacedProblem[] } {
  const problems = document.errors.map((error) => {
    const { line, col } = lines.linePos(error.pos[0]);
    return { line, column: col, text: yamlText(error.code, error.message) };
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

function yamlText(code: string, message: string) {
  const detail = message.replace(/ at line \d+, column \d+:[\s\S]*$/, '');
  if (code === 'DUPLICATE_KEY') {
    return {
      ja: '同じキーが二度書かれています。一方を消してください。',
      en: 'This key is written twice; remove one of them.',
    };
  }
  if (code === 'TAB_AS_INDENT') {
    return { ja: '字下げにタブは使えません。空白にしてください。', en: 'Tabs cannot indent; use spaces.' };
  }
  return { ja: `YAML として読めません（${detail}）。`, en: `Not readable as YAML: ${detail}.` };
}
