import { isStatus, vitality } from '../normalize/status.js';

/** What a list of codes says of the codes of a status, by code. */
export type ToldCodes = Readonly<Record<string, string>>;

const CODE = '[0-9A-Za-z]{1,4}';
const WORD = '[\\p{Script=Han}々\\p{Script=Katakana}\\p{Script=Hiragana}ー]+|[A-Za-z]{3,}(?:[ _-][A-Za-z]+)?';
const OPEN = `["'「(]?`;
const CLOSED = `["'」)]?`;
const ONE = `(?<![0-9A-Za-z])${OPEN}(?<code>${CODE})${CLOSED}`;
const SAID = `${OPEN}(?<said>(?:${WORD})(?:[・/](?:${WORD}))*)`;
/** 1:住民, 1=住民, (1)住民, 「1」住民; and 住民=1, 住民(1). */
const MARKED = [
  new RegExp(
    `${ONE}\\s*(?:[:=.→]\\s*|(?<=[」)"']))${SAID}|(?<![0-9A-Za-z])(?<before>${CODE})\\((?<within>${WORD})\\)`,
    'gu',
  ),
  new RegExp(`${SAID}${CLOSED}\\s*[:=→(「]\\s*["']?(?<code>${CODE})(?![0-9A-Za-z])`, 'gu'),
];
/** Cells side by side: 1 住民; and 住民 1. */
const SPACED = [
  new RegExp(`${ONE}\\s+${SAID}`, 'gu'),
  new RegExp(`${SAID}${CLOSED}\\s+(?<code>${CODE})(?![0-9A-Za-z])`, 'gu'),
];
/** A line that goes on with a list: marks, a code, its word. */
const GOES_ON = new RegExp(`^[\\s・*+※○●■-]*["'「(]?${CODE}["'」)]?\\s*[:=.、→…\\s-]`, 'u');
/** What stands round a name that heads a list, and behind it. */
const DECORATION =
  /[\s【】[\]〈〉<>「」『』■□◆◇●○・#*:=()＜＞-]|(の)?(コード|区分値)?(一覧表?|表|の意味|の内容)?$/gu;
const LONGEST_WORD = 16;

interface Pair {
  readonly at: number;
  readonly code: string;
  readonly word: string;
}

/**
 * What the lines of a note, a list of codes or a description say that the codes of a column mean: behind its name in the line, in lines that
 * go on with the list, or below a line with nothing but the name. Only words of a status count; none where two lines say different things.
 *
 * @param name the column as it is called.
 * @param codes those to be explained.
 */
export function toldCodes(
  name: string,
  codes: readonly string[],
  lines: readonly string[],
  kind: 'register' | 'link',
): ToldCodes {
  const wanted = plain(name);
  const found = new Map<string, string>();
  const denied = new Set<string>();
  let isWithin = false;
  for (const line of lines.map(plain)) {
    const behind = behindName(line, wanted);
    const isHeading = line.replace(DECORATION, '') === wanted.replace(DECORATION, '');
    if (behind === null && !(isWithin && GOES_ON.test(line))) {
      isWithin = isHeading || (isWithin && line.trim() === '');
      continue;
    }
    const pairs = pairsIn(behind ?? line, codes, kind);
    for (const { code, word } of pairs) {
      const before = found.get(code);
      if (before !== undefined && vitality(before) !== vitality(word)) denied.add(code);
      else if (before === undefined) found.set(code, word);
    }
    isWithin = isHeading || pairs.length > 0 || behind === null;
  }
  const kept = [...found].filter(([code]) => !denied.has(code));
  const isOfStates = kept.some(([, word]) => !WHO_LIVES.test(word));
  return Object.fromEntries(
    kept.flatMap(([code, word]) =>
      WHO_LIVES.test(word) ? (isOfStates ? [[code, LIVES_HERE]] : []) : [[code, word]],
    ),
  );
}

function plain(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}

/** What a line says behind a name, null where the name does not stand in it by itself. */
function behindName(line: string, name: string): string | null {
  for (let at = line.indexOf(name); at >= 0; at = line.indexOf(name, at + 1)) {
    const [before, after] = [line.slice(0, at), line.slice(at + name.length)];
    if (
      !/[\p{L}\p{N}_]$/u.test(before) &&
      !/^[\p{L}\p{N}_]/u.test(after.replace(/^(の?コード|は|が|の意味|について)/u, ''))
    )
      return after;
  }
  return null;
}

/** The pairs of a text; of two ways to read it (1 住民 2 転出; 住民 1 転出 2) the one that begins first. */
function pairsIn(text: string, codes: readonly string[], kind: 'register' | 'link'): readonly Pair[] {
  for (const ways of [MARKED, SPACED]) {
    const [first] = ways
      .map((pattern) => readBy(pattern, text, codes, kind))
      .filter((pairs) => pairs.length > 0)
      .toSorted((a, b) => a[0]!.at - b[0]!.at);
    if (first !== undefined) return first;
  }
  return [];
}

function readBy(
  pattern: RegExp,
  text: string,
  codes: readonly string[],
  kind: 'register' | 'link',
): readonly Pair[] {
  return [...text.matchAll(pattern)].flatMap(({ groups, index: at }) => {
    const [told, said] = [groups?.code ?? groups?.before ?? '', groups?.said ?? groups?.within ?? ''];
    const code = codes.find((one) => sameCode(one, told));
    const word = code === undefined ? null : meaningOf(said, kind);
    return word === null ? [] : [{ at, code: code!, word }];
  });
}

/** 1 and 01 are one code. */
function sameCode(one: string, other: string): boolean {
  const bare = (code: string) =>
    plain(code)
      .replace(/\.0$/, '')
      .replace(/^0+(?=\d)/, '');
  return bare(one) === bare(other);
}

/** What a list of residents' states, beside those who left, may call the ones who live here. */
const WHO_LIVES = /^(日本人|外国人|日本国籍者?|外国籍者?)$/;
const LIVES_HERE = '住民';

/** One word as it stands; of several that mean different ends, that it has ended. */
function meaningOf(said: string, kind: 'register' | 'link'): string | null {
  if (kind === 'register' && WHO_LIVES.test(said)) return said;
  const words = said.split(/[・/]/).filter(isStatus);
  const first = words[0];
  if (first === undefined || first.length > LONGEST_WORD) return null;
  const kinds = new Set(words.map(vitality));
  if (kinds.size === 1) return first;
  return kinds.has('active') ? null : kind === 'register' ? '除票' : '失効';
}
