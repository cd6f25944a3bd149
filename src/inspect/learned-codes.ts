import { foldName } from '../audit/fold-name.js';
import { isStatus, type Vitality, vitality } from '../normalize/status.js';
import type { UnknownCode } from './inspection.js';

/** What codes of a status mean, and the columns beside it that say so. */
export interface LearnedCodes {
  readonly codes: Readonly<Record<string, string>>;
  readonly columns: readonly string[];
}

interface Around {
  readonly kind: 'register' | 'link';
  /** The column of the status, and the codes in it that nobody has said the meaning of. */
  readonly status: string;
  readonly unknown: readonly UnknownCode[];
  readonly values: ReadonlyMap<string, readonly string[]>;
}

/** Rows of a code from which it can be learned. */
const FEWEST_ROWS = 3;
/** Share of the rows of a code that must say the same; of a place to which somebody went, which is not always known; and of slips. */
const SAME = 0.95;
const MOSTLY = 0.5;
const SLIPS = 0.05;
/** Words that a name of a status has at most, and their letters. */
const MOST_WORDS = 30;
const LONGEST = 16;
/** What tables hold where there is no day. */
const NO_DAY = /^[0\-/. ]*$|^9{8}$/;

/** Columns that are filled for those alone who are gone, by name, the plainest first. */
const FILLED_FOR: readonly (readonly [ends: Exclude<Vitality, 'active'>, named: RegExp])[] = [
  ['dead', /死亡|死去|(^|_)(shibo|sibo)|death|deceas|died/],
  ['departed', /転出(?!予定|届|取消|元|前)|国外|(^|_)ten(shu|syu)tsu|moved?_?out|emigrat/],
  [
    'ended',
    /減異動|消除|除票|(^|[^得])喪失|失効|廃止|返納|返還|取消|脱退|終了|消滅|解約|退会|(^|_)(sho?ujo|johyo|so?shitsu|shikko|haishi|henno)|revo[ck]|cancel|withdr|ended|terminat|returned/,
  ],
];
/** What a flag is called that says whether something is in force, and how it says so. */
const IN_FORCE = /^(is_?)?(active|enabled)(_?(flg|flag))?$|^(資格|有効)(の?有無|フラグ|区分)?$/;
const FLAGS: Readonly<Record<string, 'active' | 'ended'>> = {
  ...Object.fromEntries(
    ['true', 't', 'yes', 'y', '1', '有', '有り', 'あり', '○'].map((word) => [word, 'active']),
  ),
  ...Object.fromEntries(
    ['false', 'f', 'no', 'n', '0', '無', '無し', 'なし', '×'].map((word) => [word, 'ended']),
  ),
};
/** What is said of each in pipeline files. That somebody is gone, and not how, is all that a day of removal tells. */
const WORDS: Readonly<Record<'register' | 'link', Readonly<Record<Vitality, string>>>> = {
  register: { active: '現存', dead: '死亡', departed: '転出', ended: '除票' },
  link: { active: '有効', dead: '死亡', departed: '転出', ended: '失効' },
};

/**
 * What codes of a status mean by the columns beside them: one that has a word for each (a name, a reason), or days and places that only those
 * have who are gone. Null where nothing tells, or not of every code that is common enough.
 */
export function learnedCodes(around: Around): LearnedCodes | null {
  const { status, unknown, values } = around;
  const flags = IN_FORCE.test(foldName(status)) ? flagCodes(around) : null;
  if (flags !== null) return flags;
  const told = unknown.filter(({ rows }) => rows >= FEWEST_ROWS).map(({ code }) => code);
  const own = values.get(status) ?? [];
  const rowsOf = new Map(
    told.map((code) => [code, own.flatMap((value, row) => (value === code ? [row] : []))]),
  );
  const codes = told.filter((code) => rowsOf.get(code)!.length >= FEWEST_ROWS);
  if (codes.length < 2 || codes.length < told.length) return null;
  const others = [...values].filter(([name]) => name !== status);
  const byWords = others
    .flatMap(([name, of]) =>
      wordsOf(around, codes, rowsOf, of).map((found) => ({ codes: found, columns: [name] })),
    )
    .toSorted((a, b) => wordCount(values, a.columns) - wordCount(values, b.columns));
  return byWords[0] ?? filledOf(around, codes, rowsOf, others);
}

/** A flag that is called after what it says: true is in force, false is not. */
function flagCodes({ kind, status, unknown }: Around): LearnedCodes | null {
  const meant = unknown.map(({ code }) => [code, FLAGS[code.toLowerCase()]] as const);
  if (!meant.every(([, of]) => of !== undefined)) return null;
  const codes = meant.map(([code, of]) => [code, WORDS[kind][of!]] as const);
  return { codes: Object.fromEntries(codes), columns: [status] };
}

function wordCount(values: Around['values'], [name]: readonly string[]): number {
  return new Set(values.get(name!)).size;
}

/** The word for each code in a column beside it: none where the column holds no words, or says two things of one code. */
function wordsOf(
  { kind }: Around,
  codes: readonly string[],
  rowsOf: ReadonlyMap<string, readonly number[]>,
  of: readonly string[],
): readonly Readonly<Record<string, string>>[] {
  const words = new Set(of.filter((value) => value !== ''));
  if (words.size === 0 || words.size > MOST_WORDS || [...words].some((word) => word.length > LONGEST))
    return [];
  const ending = (word: string) => word !== '' && isEnd(kind, vitality(word));
  if (![...words].some(ending)) return [];
  const meant = codes.map((code): readonly [string, string] | null => {
    const said = rowsOf.get(code)!.map((row) => of[row] ?? '');
    const kinds = new Map<Vitality, number>();
    for (const word of said) kinds.set(meaningOf(word), (kinds.get(meaningOf(word)) ?? 0) + 1);
    const [[commonest, count]] = [...kinds].toSorted((a, b) => b[1] - a[1]) as [[Vitality, number]];
    if (count < SAME * said.length) return null;
    // One word for all of them is the name of the code; several are reasons for which people are here, or gone.
    const word = commonestOf(said.filter((one) => isStatus(one) && vitality(one) === commonest));
    const isName = word !== undefined && said.filter((one) => one === word).length >= SAME * said.length;
    return [code, isName ? word : WORDS[kind][commonest]];
  });
  const found = meant.filter((one) => one !== null);
  return found.length === codes.length && found.some(([, word]) => ending(word))
    ? [Object.fromEntries(found)]
    : [];
}

function meaningOf(word: string): Vitality {
  return word === '' ? 'active' : vitality(word);
}

/** That a card has ended says nothing of the resident. */
function isEnd(kind: 'register' | 'link', of: Vitality): boolean {
  return of !== 'active' && (kind === 'link' || of !== 'ended');
}

function commonestOf(words: readonly string[]): string | undefined {
  const counts = new Map<string, number>();
  for (const word of words) counts.set(word, (counts.get(word) ?? 0) + 1);
  return [...counts].toSorted((a, b) => b[1] - a[1] || (a[0] < b[0] ? -1 : 1))[0]?.[0];
}

/** Codes by the days and places that only those have who are gone. */
function filledOf(
  { kind }: Around,
  codes: readonly string[],
  rowsOf: ReadonlyMap<string, readonly number[]>,
  others: readonly (readonly [string, readonly string[]])[],
): LearnedCodes | null {
  const partners = others.flatMap(([name, of]) => {
    const ends = /予定/.test(name)
      ? undefined
      : FILLED_FOR.find(([, named]) => named.test(foldName(name)))?.[0];
    const share = (code: string) => {
      const rows = rowsOf.get(code)!;
      return rows.filter((row) => !NO_DAY.test(of[row] ?? '')).length / rows.length;
    };
    return ends === undefined
      ? []
      : [{ name, ends, shares: new Map(codes.map((code) => [code, share(code)])) }];
  });
  const telling = partners.filter(({ shares, ends }) => {
    const marked = [...shares.values()].filter((one) => one > SLIPS);
    // Filled for all, such as the day on which a card will expire, or for some of every kind: says nothing.
    return (
      marked.length > 0 &&
      marked.length < codes.length &&
      marked.every((one) => one >= (ends === 'ended' ? SAME : MOSTLY))
    );
  });
  if (telling.length === 0) return null;
  const found = codes.map((code): readonly [string, string] => {
    const marks = telling.filter(({ shares }) => shares.get(code)! > SLIPS);
    const plainest = FILLED_FOR.find(([ends]) => marks.some((one) => one.ends === ends))?.[0] ?? 'active';
    return [code, WORDS[kind][plainest]];
  });
  return { codes: Object.fromEntries(found), columns: telling.map(({ name }) => name) };
}
