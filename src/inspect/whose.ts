import { foldName } from '../audit/fold-name.js';
import { namedAs } from '../audit/item-names.js';
import type { CanonicalItem } from '../audit/items.js';

/**
 * Words by which headers say whose a column is. `own`: somebody whom records are kept of; `other`: somebody who stands beside such a
 * person; `holder`: of an account, who may be the person or not; `same`: the person of the record, said once more.
 */
const ROLES: readonly (readonly [rank: Rank, words: string])[] = [
  ['same', '本人|当人|honnin'],
  [
    'own',
    '被保険者|被扶養者|被保|員|世帯員|提出義務者|対象者|受給者|受給権者|受給資格者|申請者|請求者|利用者|加入者|資格者|認定者|組合員|患者|児童|児童生徒|対象児童|園児|児|子|乳児|幼児|生徒|学生|被接種者|接種者|所持者|世帯員|受診者|障害者|納税義務者|義務者|納税者|債務者|契約者|従業員|hihokensha|hihoken|taishosha|taisyosya|jukyusha|jukyuusha|jyukyusya|shinseisha|sinseisya|seikyusha|riyosha|fuyosha_hi|hifuyosha|jido|enji|seito|gakusei|kanja|kumiaiin|kaiin|jushinsha|hisesshusha|shogaisha|gimusha|nozeigimusha|nozeisha|insured|insured_person|dependent|dependant|applicant|claimant|beneficiary|recipient|patient|child|student|subscriber|taxpayer|employee|subject',
  ],
  [
    'other',
    '世帯主|世主|主|筆頭者|受取者|受領者|来庁者|来所者|来所人|窓口来庁者|使者|任意代理人|同席者|提出者|委任者本人|医師|接種医師|主治医|配偶者|保護者|代理人|法定代理人|後見人|成年後見人|届出人|届出者|扶養者|扶養義務者|養育者|同居人|同伴者|連帯保証人|保証人|父|母|父親|母親|親|親権者|家族|同居者|送付先|送達先|緊急連絡先|勤務先|納税管理人|相続人|被相続人|代表者|依頼人|委任者|受任者|旧世帯主|uketorisha|juryosha|raichosha|setainushi|setai_nushi|nushi|haigusha|haigusya|hogosha|hogosya|dairinin|kokennin|fuyosha|fuyosya|todokedenin|sofusaki|soufusaki|spouse|head|householder|head_of_household|guardian|parent|father|mother|agent|proxy|representative|family_member|emergency|partner|supporter|mailing',
  ],
  [
    'holder',
    '口座名義人|口座名義|口座名|名義人|預金者|受取人|振込先|kouza_meiginin|koza_meiginin|meiginin|account_holder|account|payee',
  ],
];

export type Rank = 'same' | 'own' | 'other' | 'holder';

const WORDS = ROLES.flatMap(([rank, words]) => words.split('|').map((word) => ({ word, rank }))).toSorted(
  (a, b) => b.word.length - a.word.length,
);
const RANKS: ReadonlyMap<string, Rank> = new Map(WORDS.map(({ word, rank }) => [word, rank]));
const ROLE = WORDS.map(({ word }) => word).join('|');
/** 第1子, 児童２, 子3: each is a person. */
const NUMBERED = `(?:第?\\d{0,2})(?:${ROLE})\\d{0,2}`;
const BEFORE = new RegExp(`^\\(?(${NUMBERED})[の_()]*(.+)$`, 'u');
const BEHIND = new RegExp(`^(.+?)[_(]+(${NUMBERED})\\)?$`, 'u');
const ALONE = new RegExp(`^${NUMBERED}(?:名|名称|氏名)?$`, 'u');
/** What a column that is called after somebody holds. */
const NAME = '氏名';

/** Items that are somebody's. */
const PERSONAL: readonly CanonicalItem[] = [
  'my_number',
  'name',
  'kana',
  'former_name',
  'alias',
  'birth_date',
  'sex',
  'address',
  'phone',
];

/** Whose a column is, and what its name says without that word. */
export interface Whose {
  /** The word, with its number; '' where the name does not say. */
  readonly role: string;
  readonly rank: Rank | null;
  readonly bare: string;
}

/** Whether a column is called after somebody, and after nothing of theirs. */
export function isCalledAlone(column: string): boolean {
  return ALONE.test(foldName(column)) && rankOf(foldName(column)) !== null;
}

/** A part of a name or of a date, by itself no item that a table knows. */
const PARTS =
  /^(姓|氏|名|セイ|メイ|カナ姓?|カナ名|(姓|名|氏)_?(カナ|漢字|フリガナ)|元号|和暦|年号|生年|生月|生日|年|月|日|番地|方書|(last|first|family|given|sur|l|f)_?n(ame|m)(_?(kana|kanji|kj))?|(kana|kanji)_(last|first|family|given)|birth_(era|year|month|day))$/;

/** Reads whose item a header speaks of; what is no item of a person (a certificate's number) is nobody's. */
export function whoseOf(column: string, register: boolean): Whose {
  const name = foldName(column)
    .replace(/[[【〔「<]/gu, '(')
    .replace(/[\]】〕」>]/gu, ')');
  const nobody: Whose = { role: '', rank: null, bare: name };
  for (const role of ALONE.test(name) ? [name, name.replace(/(氏?名|名称)$/u, '')] : []) {
    const rank = rankOf(role);
    if (rank !== null && rank !== 'same') return { role: asOneWord(role), rank, bare: NAME };
  }
  for (const [pattern, at, rest] of [
    [BEFORE, 1, 2],
    [BEHIND, 2, 1],
  ] as const) {
    const found = pattern.exec(name);
    if (!found) continue;
    const role = found[at]!;
    const bare = found[rest]!.replace(/^[_()の]+|[_(の]+$/gu, '');
    if (!PARTS.test(bare) && personalItems(bare, register).length === 0) continue;
    const rank = rankOf(role) ?? 'other';
    return rank === 'same' ? { ...nobody, bare } : { role: asOneWord(role), rank, bare };
  }
  return nobody;
}

/** Words for one person of a file: 口座名義人カナ beside 名義人生年月日. */
const SAME_PERSON: readonly (readonly [RegExp, string])[] = [
  [/^(口座名義|口座名|名義人)$/, '口座名義人'],
  [/^ko(u)?za_meiginin$/, 'meiginin'],
  [/^義務者$/, '納税義務者'],
  [/^(児童生徒|対象児童|生徒)$/, '児童'],
];

function asOneWord(role: string): string {
  return SAME_PERSON.find(([words]) => words.test(role))?.[1] ?? role;
}

function rankOf(role: string): Rank | null {
  return RANKS.get(role.replace(/^第?\d+|\d+$/gu, '')) ?? null;
}

/** The same for every column of a file. */
export function whoseAll(columns: readonly string[], register: boolean): ReadonlyMap<string, Whose> {
  return partedNames(new Map(columns.map((name) => [name, whoseOf(name, register)])));
}

/** A given name stands in 児童名 where a family name stands in 児童姓; else that is the whole name. */
function partedNames(whose: ReadonlyMap<string, Whose>): ReadonlyMap<string, Whose> {
  const parted = new Set([...whose.values()].filter(({ bare }) => FAMILY.test(bare)).map(({ role }) => role));
  return new Map(
    [...whose].map(([name, one]) => [
      name,
      one.bare === NAME && parted.has(one.role) && /[^氏]名$/u.test(name) ? { ...one, bare: '名' } : one,
    ]),
  );
}

/** A family name by itself. */
export const FAMILY =
  /^(姓|氏|(姓|氏)_?漢字|(last|family|sur)_?n(ame|m)(_?(kanji|kj))?|kanji_(last|family))$/u;
export const FAMILY_KANA =
  /^(セイ|カナ姓|(姓|氏)_?(カナ|フリガナ)|(last|family|sur)_?name_?kana|kana_(last|family))$/u;

/** Items of a person that a name, without the word for whose it is, speaks of. */
export function personalItems(bare: string, register: boolean): readonly CanonicalItem[] {
  return namedAs(bare, register)
    .filter(({ item, strength }) => strength !== 'other' && PERSONAL.includes(item))
    .map(({ item }) => item);
}
