import { describe, expect, test } from 'vitest';
import type { CandidateView, RecordBeside } from '../../src/audit/case.js';
import type { Evidence, LevelKind } from '../../src/audit/evidence.js';
import { FINDING_KINDS } from '../../src/findings/kinds/index.js';
import { nextOf } from '../../src/result/advice.js';
import { type ReasonOf, reasonOf } from '../../src/result/reason.js';

const row = (item: string, ja: string, en: string, kind: LevelKind, weight: number): Evidence => ({
  ...{ item, title: { ja, en }, level: kind, kind, weight },
  text: { ja: '', en: '' },
});
const family = (kind: LevelKind, weight: number) => row('family', '氏', 'Family name', kind, weight);
const given = (kind: LevelKind, weight: number) => row('given', '名', 'Given name', kind, weight);
const birth = (kind: LevelKind, weight: number) =>
  row('birth_date', '生年月日', 'Date of birth', kind, weight);
const address = (kind: LevelKind, weight: number) => row('address', '住所', 'Address', kind, weight);

/** A candidate of whom so much is likely, with a level per item; one that is hidden counts as not compared. */
function candidate(
  probability: number,
  why: string | null,
  kinds: readonly (LevelKind | 'hidden')[],
): CandidateView {
  const levels = kinds.map((level, index) => [
    LEVELS[index]!,
    { level, kind: level === 'hidden' ? 'missing' : level, text: { ja: '', en: '' } },
  ]);
  return {
    ...{ residentId: 'R', items: {}, birthDate: null, protected: false, probability },
    why: why === null ? [] : [{ ja: why, en: 'same household' }],
    levels: Object.fromEntries(levels) as CandidateView['levels'],
  };
}

/** Another record of the linked resident, by how its items compare with the resident's. */
function beside(kinds: Readonly<Record<string, LevelKind>>): RecordBeside {
  const levels = Object.entries(kinds).map(([id, kind]) => [
    id,
    { level: kind, kind, text: { ja: '', en: '' } },
  ]);
  return {
    ...{ residentId: null, items: {}, birthDate: null, protected: false, recordId: 'r' },
    levels: Object.fromEntries(levels) as RecordBeside['levels'],
  };
}

/** By the items of `LEVELS`, in their order. */
const LEVELS = ['family', 'given', 'birth_date', 'sex', 'address'];
const WHOLE: readonly LevelKind[] = ['equal', 'equivalent', 'equal', 'equal'];
const PARTLY: readonly LevelKind[] = ['equal', 'different'];
/** Of a protected person: all that is shown agrees. */
const HIDING = [...WHOLE, 'hidden'] as const;
const HIDDEN_ADDRESS: Evidence = { ...address('missing', 0), level: 'hidden' };
/** The row of other records, which the page shows. */
const RECORDS = { item: 'records', record: null, beside: [], linked: null, candidates: [] };
const say = (part: Partial<ReasonOf>) =>
  reasonOf({ kind: 'wrong-resident', cause: null, candidates: [], evidence: [], related: [], ...part });
const person = (birthDate: string | null) => ({ residentId: null, items: {}, birthDate, protected: false });
const registration = (day: string | null) => ({ at: day, day, terminal: null, operator: null, lookup: null });

const ALIKE = {
  evidence: [family('equal', 5), given('equal', 5), birth('equal', 9), row('sex', '性別', 'Sex', 'equal', 1)],
  candidates: [candidate(0.98, null, WHOLE)],
  facts: [RECORDS],
};
const SURVIVING = { kind: 'defunct-resident' } as const;

describe('a reason', () => {
  test.each<[what: string, part: Partial<ReasonOf>, ja: string]>([
    [
      'family and given name are the name, and the weightiest comes first',
      { evidence: [family('different', -3), given('different', -4), birth('different', -6)] },
      'Bは氏名・生年月日がAと一致しません。',
    ],
    [
      'two agree alike, and the linked one has such a record already',
      { ...ALIKE, isHeld: true },
      'Bは比べた全項目がAと一致します。C1は比べた全項目がAと一致します。C1が先の手がかり: Bには同じ事務の記録が既にあり、C1にはないこと。',
    ],
    [
      'both have one',
      { ...ALIKE, isHeld: true, holders: ['C1'] },
      'Bは比べた全項目がAと一致します。C1は比べた全項目がAと一致します。',
    ],
    [
      'records that are not shown decide nothing that is said',
      { ...ALIKE, isHeld: true, facts: [] },
      'Bは比べた全項目がAと一致します。C1は比べた全項目がAと一致します。',
    ],
    [
      'another office knows the linked resident by the kana of the record',
      { evidence: [given('different', -4)], linkedName: 'kana', facts: [RECORDS] },
      'Bは名がAと一致しません。ただし、Bのほかの記録にカナがAと同じものがあります。',
    ],
    [
      'which is nothing new where the name agrees',
      { evidence: [family('equal', 4), birth('different', -6)], linkedName: 'name', facts: [RECORDS] },
      'Bは生年月日がAと一致しません。',
    ],
    [
      'nobody else bears the kana of a record that survives its resident',
      { ...SURVIVING, evidence: [family('equal', 9)], bearers: 0 },
      'Bは死亡または転出しています（異動日は不明）。Bは比べた氏がAと一致し、ほかは比べていません。同じカナで登録された住民は、ほかに住んでいません。',
    ],
    [
      'somebody does, whom nobody has weighed',
      { ...SURVIVING, candidates: [candidate(0, null, ['equal', 'equal'])], bearers: 1 },
      'Bは死亡または転出しています（異動日は不明）。同じカナの住民がほかに1人住んでいます（C1）。',
    ],
    [
      'more do than the page shows',
      {
        ...SURVIVING,
        candidates: [1, 2, 3].map(() => candidate(0, null, ['equal', 'equal'])),
        bearers: 1204,
      },
      'Bは死亡または転出しています（異動日は不明）。同じカナの住民がほかに1,204人住んでいます（C1～C3など）。',
    ],
    [
      'a registration before the birth is told first, without the birth',
      {
        evidence: [family('equal', 9)],
        registration: registration('2022-11-09'),
        record: person('2022-12-07'),
      },
      'Aの登録日（2022年11月9日）はAの生年月日より前です。Bは比べた氏がAと一致し、ほかは比べていません。',
    ],
    [
      'where the record states no birth, that of the resident',
      {
        evidence: [family('equal', 9)],
        registration: registration('2022-11-09'),
        record: person(null),
        linked: person('2022-12-07'),
      },
      'Aの登録日（2022年11月9日）はBの生年月日より前です。Bは比べた氏がAと一致し、ほかは比べていません。',
    ],
    ...(
      [
        ['2022-11-09', '2022-11-09'],
        ['2022-11-09', '2022-11'],
        ['2022-11-09', '2022'],
        ['2022-11-09', null],
        [null, '2022-12-07'],
        ['on the 9th', '2022-12-07'],
      ] as const
    ).map(([day, birth]): [string, Partial<ReasonOf>, string] => [
      `registered ${day}, born ${birth}: nothing to tell`,
      { evidence: [family('equal', 9)], registration: registration(day), record: person(birth) },
      'Bは比べた氏がAと一致し、ほかは比べていません。',
    ]),
    [
      'a candidate whose other row is not on the page is no certainty',
      { candidates: [candidate(0.99, null, WHOLE)], doubles: [['C1', '0000001561']] },
      'C1は比べた全項目がAと一致します。C1には同じ人とみられる別の行（宛名番号 0000001561）があり、記録だけでは決められません。二重登録かを先に確認してください（関連する事案）。',
    ],
    [
      'a name that sounds alike in other kanji is told beside what differs',
      {
        evidence: [
          family('equal', 9),
          { ...given('explained', 2), level: 'kana_only' },
          address('different', -4),
        ],
      },
      'Bは住所がAと一致せず、名の漢字も異なります。',
    ],
    [
      'and beside what agrees, of both parts and either form',
      {
        evidence: [
          { ...family('explained', 2), level: 'homophone' },
          { ...given('explained', 1), level: 'kana_only' },
          birth('equal', 9),
        ],
      },
      'Bは生年月日がAと一致し、氏名の漢字が異なります。',
    ],
    [
      'kana that differ, too',
      { evidence: [family('equal', 9), { ...given('explained', 2), level: 'kanji_only' }] },
      'Bは氏がAと一致し、名のカナが異なります。',
    ],
    [
      'a variant character is no other kanji',
      { evidence: [family('equal', 9), given('equivalent', 2), address('different', -4)] },
      'Bは住所がAと一致しません。',
    ],
    [
      'one of the two stays what it is',
      { evidence: [family('equal', 9), given('different', -4), birth('different', -6)] },
      'Bは生年月日・名がAと一致しません。',
    ],
    [
      'nothing differs',
      {
        evidence: [
          ...[family('equal', 9), given('equal', 7), address('equivalent', 4), birth('equal', 9)],
          row('sex', '性別', 'Sex', 'missing', 0),
        ],
      },
      'Bは比べた全項目がAと一致します。',
    ],
    [
      'of two items it says which',
      { evidence: [family('equal', 9), given('equal', 7), address('equivalent', 4)] },
      'Bは比べた氏名・住所がAと一致し、ほかは比べていません。',
    ],
    [
      'of one, too',
      { evidence: [family('equal', 9), given('equal', 7), birth('missing', 0)] },
      'Bは比べた氏名がAと一致し、ほかは比べていません。',
    ],
    [
      'so it is of one who fits',
      { candidates: [candidate(0.9, '同一世帯', ['equal', 'equal', 'missing'])] },
      'C1（同一世帯）は比べた氏名がAと一致し、ほかは比べていません。',
    ],
    [
      'an explained difference is neither',
      { evidence: [family('equal', 9), given('equal', 7), address('explained', -1)] },
      'Bは氏名がAと一致します。',
    ],
    [
      'one candidate who agrees',
      { evidence: [given('different', -4)], candidates: [candidate(0.9, '同一世帯', WHOLE)] },
      'Bは名がAと一致しません。C1（同一世帯）は比べた全項目がAと一致します。',
    ],
    [
      'one of another name who is unlikely fits no number of nobody',
      { kind: 'unknown-number', candidates: [candidate(0.003, '隣の行の住民', ['different'])] },
      'Aの番号を持つ住民がいません。Aに合う住民は見つかりません。C1（隣の行の住民）は氏がAと一致しません。',
    ],
    [
      'nor does one who agrees in a birth date alone, of a link that nobody fits',
      { kind: 'nobody-fits', candidates: [candidate(0.2, null, ['different', 'different', 'equal'])] },
      'Aに合う住民は見つかりません。C1は氏名がAと一致しません。',
    ],
    [
      'one who is likely does, though something differs',
      {
        kind: 'unknown-number',
        candidates: [candidate(0.8, '同一世帯', ['equal', 'equal', 'equal', 'different'])],
      },
      'Aの番号を持つ住民がいません。C1（同一世帯）は性別がAと一致しませんが、BよりはAによく合います。',
    ],
    [
      'of many who all agree none is likely, and each fits',
      { kind: 'unknown-number', candidates: [candidate(0.1, null, WHOLE), candidate(0.1, null, WHOLE)] },
      'Aの番号を持つ住民がいません。C1とC2の2人が同じように一致し、記録だけでは決められません（並び順に意味はありません）。',
    ],
    [
      'one who agrees in part, and in what they do not',
      { candidates: [candidate(0.9, null, PARTLY)] },
      'C1は名がAと一致しませんが、BよりはAによく合います。',
    ],
    [
      'of a family name that differs alone it is told that no former one is registered',
      { candidates: [candidate(0.9, '同一世帯', ['different', 'equal', 'equal', 'equal'])] },
      'C1（同一世帯）は氏がAと一致しません（旧氏の登録なし）が、BよりはAによく合います。',
    ],
    [
      'or that the former one is not it either',
      {
        candidates: [
          { ...candidate(0.9, null, ['different', 'equal', 'equal']), items: { former_name: '山手' } },
        ],
      },
      'C1は氏がAと一致しません（旧氏とも不一致）が、BよりはAによく合います。',
    ],
    [
      'where the given name differs, too, it is no change of the family name',
      { candidates: [candidate(0.9, null, ['different', 'different', 'equal'])] },
      'C1は氏名がAと一致しませんが、BよりはAによく合います。',
    ],
    [
      'one of two kanji of a given name may be a brother’s',
      {
        evidence: [
          family('equal', 9),
          { ...given('explained', -1), level: 'half_written' },
          birth('equal', 9),
        ],
      },
      'Bは氏・生年月日がAと一致し、名の1文字が異なります。',
    ],
    ...(
      [
        ['near', '名の1文字'],
        ['near_short', '名のカナの1文字'],
        ['near_known', '名のカナの1文字'],
        ['other_reading', '名のカナ'],
        ['misspelt', '名のローマ字のつづり'],
      ] as const
    ).map(([level, ja]): [string, Partial<ReasonOf>, string] => [
      `a given name that is ${level}`,
      { evidence: [family('equal', 9), { ...given('explained', -1), level }] },
      `Bは氏がAと一致し、${ja}が異なります。`,
    ]),
    [
      'two alike are a tie',
      { candidates: [candidate(0.5, '同一世帯', WHOLE), candidate(0.4, '同一世帯', WHOLE)] },
      'C1とC2の2人が同じように一致し、記録だけでは決められません。',
    ],
    [
      'of two as likely as each other the order says nothing',
      { candidates: [candidate(0.497, '同一世帯', WHOLE), candidate(0.494, '同一世帯', WHOLE)] },
      'C1とC2の2人が同じように一致し、記録だけでは決められません（並び順に意味はありません）。',
    ],
    [
      'two alike who are one person, registered twice, are a question of the register',
      {
        candidates: [candidate(0.5, '同一世帯', WHOLE), candidate(0.5, '同一世帯', WHOLE)],
        twins: [['C1', 'C2']],
      },
      'C1とC2は同じように一致し、記録だけでは決められません。1人の二重登録か別の2人かを先に確認してください（関連する事案）。',
    ],
    [
      'so are the linked resident and who fits',
      { candidates: [candidate(0.9, null, WHOLE)], twins: [['B', 'C1']] },
      'C1は比べた全項目がAと一致します。BとC1が1人の二重登録か別の2人かを先に確認してください（関連する事案）。',
    ],
    [
      'two alike, one far less likely, are no tie, but it is told that they are alike',
      { candidates: [candidate(0.98, '同一世帯', WHOLE), candidate(0.01, '同一世帯', WHOLE)] },
      'C1（同一世帯）は比べた全項目がAと一致します。C2も比べた項目は同じように合います（C1が先の手がかり: 氏名の珍しさ）。',
    ],
    [
      'of a name alone, too',
      {
        candidates: [
          candidate(0.9, null, ['equivalent', 'equivalent']),
          candidate(0.1, null, ['equivalent', 'equivalent']),
        ],
      },
      'C1は比べた氏名がAと一致し、ほかは比べていません。C2も比べた項目は同じように合います（C1が先の手がかり: 氏名の珍しさ）。',
    ],
    [
      'how they came to be candidates is such a clue',
      { candidates: [candidate(0.9, '番号が1桁違い', WHOLE), candidate(0.01, null, WHOLE)] },
      'C1（番号が1桁違い）は比べた全項目がAと一致します。C2も比べた項目は同じように合います（C1が先の手がかり: 番号が1桁違い）。',
    ],
    [
      'and that the other has a record of the source, where the page shows what they have',
      {
        candidates: [candidate(0.9, null, WHOLE), candidate(0.01, null, WHOLE)],
        facts: [RECORDS],
        holders: ['C2'],
      },
      'C1は比べた全項目がAと一致します。C2も比べた項目は同じように合います（C1が先の手がかり: C2には同じ事務の記録が既にあること）。',
    ],
    [
      'and of nobody of whom it is hidden',
      {
        candidates: [candidate(0.9, null, WHOLE), candidate(0.01, null, WHOLE)],
        facts: [],
        holders: ['C2'],
        otherNames: [['C2', 'kana']],
      },
      'C1は比べた全項目がAと一致します。C2も比べた項目は同じように合います（C1が先の手がかり: 氏名の珍しさ）。',
    ],
    [
      'whoever has another name in other records does not fit as well',
      {
        candidates: [candidate(0.9, null, WHOLE), candidate(0.01, null, WHOLE)],
        facts: [RECORDS],
        otherNames: [['C2', 'kana']],
      },
      'C1は比べた全項目がAと一致します。C2は比べた項目は合いますが、ほかの記録のカナがAと異なります。',
    ],
    [
      'and of two who tie that is told of each',
      {
        candidates: [candidate(0.5, null, WHOLE), candidate(0.4, null, WHOLE)],
        facts: [RECORDS],
        otherNames: [['C2', 'name']],
      },
      'C1とC2の2人が同じように一致し、記録だけでは決められません。ただし、C2のほかの記録の氏名はAと異なります。',
    ],
    [
      'several behind for several reasons',
      {
        candidates: [candidate(0.6, null, WHOLE), candidate(0.05, null, WHOLE), candidate(0.04, null, WHOLE)],
        facts: [RECORDS],
        holders: ['C3'],
      },
      'C1は比べた全項目がAと一致します。C2も比べた項目は同じように合います（C1が先の手がかり: 氏名の珍しさ）。C3も比べた項目は同じように合います（C1が先の手がかり: C3には同じ事務の記録が既にあること）。',
    ],
    [
      'two who differ in the same things are alike, too',
      { candidates: [candidate(0.9, null, PARTLY), candidate(0.01, null, PARTLY)] },
      'C1は名がAと一致しませんが、BよりはAによく合います。C2も比べた項目は同じように合います（C1が先の手がかり: 氏名の珍しさ）。',
    ],
    [
      'whoever agrees in all in which the first does is as good, in another notation and in more items',
      {
        candidates: [
          candidate(0.9, null, ['equal', 'equal', 'missing']),
          candidate(0.05, null, ['equal', 'equivalent', 'equal']),
        ],
      },
      'C1は比べた氏名がAと一致し、ほかは比べていません。C2も比べた項目は同じように合います（C1が先の手がかり: 名の合い方）。',
    ],
    [
      'whoever has no kana registered is behind for that alone',
      {
        candidates: [
          { ...candidate(0.9, null, ['equal', 'equal', 'missing']), items: { kana: 'ﾔﾏﾀﾞ ﾊﾅ' } },
          { ...candidate(0.05, null, ['equivalent', 'equivalent', 'missing']), items: { kana: ' ' } },
        ],
      },
      'C1は比べた氏名がAと一致し、ほかは比べていません。C2も比べた項目は同じように合います（C1が先の手がかり: C2はカナが未登録で、氏名の読みで比べたこと）。',
    ],
    [
      'not where both have, nor where something else parts them, too',
      {
        candidates: [
          { ...candidate(0.9, null, ['equal', 'equal', 'equal']), items: { kana: 'ﾔﾏﾀﾞ ﾊﾅ' } },
          { ...candidate(0.05, null, ['equivalent', 'equal', 'equal']), items: { kana: 'ﾔﾏﾀﾞ ﾊﾅ' } },
          { ...candidate(0.05, null, ['equivalent', 'equal', 'equivalent']), items: {} },
        ],
      },
      'C1は比べた氏名・生年月日がAと一致し、ほかは比べていません。C2も比べた項目は同じように合います（C1が先の手がかり: 氏の合い方）。C3も比べた項目は同じように合います（C1が先の手がかり: 氏・生年月日の合い方）。',
    ],
    [
      'in fewer items they are not',
      {
        candidates: [
          candidate(0.9, null, ['equal', 'equal', 'equal']),
          candidate(0.05, null, ['equal', 'equal', 'missing']),
        ],
      },
      'C1は比べた氏名・生年月日がAと一致し、ほかは比べていません。',
    ],
    [
      'beside two who tie a third is as good as they are',
      {
        candidates: [candidate(0.5, null, WHOLE), candidate(0.4, null, WHOLE), candidate(0.01, null, WHOLE)],
      },
      'C1とC2の2人が同じように一致し、記録だけでは決められません。C3も比べた項目は同じように合います（C1とC2が先の手がかり: 氏名の珍しさ）。',
    ],
    [
      'of a protected person it is not "every item" that agrees: one of them is not shown',
      { candidates: [candidate(0.9, '同一世帯', HIDING)] },
      'C1（同一世帯）は、結果を表示しない項目を除き、比べた全項目がAと一致します。',
    ],
    [
      'nor of two items nothing but these',
      { candidates: [candidate(0.9, null, ['equal', 'equal', 'missing', 'missing', 'hidden'])] },
      'C1は、結果を表示しない項目を除き、比べた氏名がAと一致し、ほかは比べていません。',
    ],
    [
      'nor of the linked resident',
      { evidence: [family('equal', 9), birth('equal', 9), given('equal', 5), HIDDEN_ADDRESS] },
      'Bは、結果を表示しない項目を除き、比べた氏名・生年月日がAと一致し、ほかは比べていません。',
    ],
    [
      'what differs is told as of anybody',
      { evidence: [family('different', -9), HIDDEN_ADDRESS] },
      'Bは氏がAと一致しません。',
    ],
    [
      'an address that is not stated hides nothing',
      { candidates: [candidate(0.9, null, [...WHOLE, 'missing'])] },
      'C1は比べた全項目がAと一致します。',
    ],
    [
      'two of whom all that is shown is alike are a tie, however likely: that would tell what is hidden',
      { candidates: [candidate(0.98, null, HIDING), candidate(0.001, null, HIDING)] },
      'C1とC2の2人が、表示する項目では同じように一致し、この画面だけでは決められません。',
    ],
    [
      'nor is it told that other evidence decides',
      {
        candidates: [
          candidate(0.98, null, ['equal', 'equal', 'missing', 'missing', 'hidden']),
          candidate(0.001, null, ['equal', 'equivalent', 'missing', 'missing', 'hidden']),
        ],
      },
      'C1は、結果を表示しない項目を除き、比べた氏名がAと一致し、ほかは比べていません。C2も表示する項目は同じように合います。',
    ],
    [
      'whoever fits where nobody has the number fits better than nobody',
      { kind: 'unknown-number', linked: null, candidates: [candidate(0.9, '同一世帯', PARTLY)] },
      'Aの番号を持つ住民がいません。C1（同一世帯）は名がAと一致しませんが、ほかはAに合います。',
    ],
    [
      'two of whom one agrees less are none',
      { candidates: [candidate(0.5, null, WHOLE), candidate(0.49, null, PARTLY)] },
      'C1は比べた全項目がAと一致します。',
    ],
    [
      'a swap leads to its other half',
      { kind: 'swapped-links', cause: 'swap', related: ['F-1'], candidates: [candidate(0.9, null, WHOLE)] },
      'C1は比べた全項目がAと一致します。入れ替わりの相手は、関連する事案にあります。',
    ],
    [
      'of a ring of three it is told how many they are; another question about the link is none of them',
      {
        ...{ kind: 'swapped-links', cause: 'swap', related: ['F-1', 'F-2', 'F-3'] },
        candidates: [candidate(0.9, null, WHOLE)],
        relatedCases: ['swapped with this one', 'swapped with this one', 'another question'].map(
          (en, at) => ({
            ...{ id: `F-${at + 1}`, kind: 'swapped-links' },
            how: { ja: '', en },
          }),
        ),
      },
      'C1は比べた全項目がAと一致します。3件の記録が順に入れ替わった形です（関連する事案）。',
    ],
    [
      'of a shared record those who share it are told of as they compare, likely or not',
      {
        kind: 'shared-record',
        evidence: [family('equal', 9), given('equal', 8)],
        candidates: [
          candidate(0, '同じ記録が紐付く別の住民', ['equal', 'different']),
          candidate(0, null, WHOLE),
        ],
      },
      '同じ記録が、ほかの住民にも紐付いています。Bは比べた氏名がAと一致し、ほかは比べていません。C1は名がAと一致しません。C2は比べた全項目がAと一致します。',
    ],
    [
      'died, and registered later',
      {
        kind: 'defunct-resident',
        ended: { how: 'dead', on: '2023-03-06' },
        registration: registration('2023-04-03'),
      },
      'Bは2023年3月6日に死亡、Aの登録はその28日後です。',
    ],
    [
      'moved away, and registered before',
      {
        kind: 'defunct-resident',
        ended: { how: 'departed', on: '2024-03-01' },
        registration: registration('2024-02-28'),
      },
      'Bは2024年3月1日に転出、Aの登録はその2日前です。',
    ],
    [
      'the same day',
      {
        kind: 'defunct-resident',
        ended: { how: 'dead', on: '2023-03-06' },
        registration: registration('2023-03-06'),
      },
      'Bは2023年3月6日に死亡、Aの登録も同じ日です。',
    ],
    [
      'a day that nobody wrote down',
      {
        kind: 'defunct-resident',
        ended: { how: 'dead', on: null },
        registration: registration('2023-03-06'),
      },
      'Bは死亡しています（異動日は不明）。',
    ],
    [
      'a registration that nobody wrote down',
      { kind: 'defunct-resident', ended: { how: 'dead', on: '2023-03-06' } },
      'Bは2023年3月6日に死亡、Aの登録日は不明です。',
    ],
    [
      'of a second record an unlikely candidate is not spoken of',
      { kind: 'duplicate-link', candidates: [candidate(0.01, '同一世帯', WHOLE)] },
      'Bには、有効な記録がほかにもあります。',
    ],
    [
      'each of several records is told of by how it fits the resident, and what the headline says is not said again',
      {
        kind: 'duplicate-link',
        evidence: [birth('different', -6), address('equal', 4)],
        beside: [beside({ birth_date: 'equal', address: 'equivalent' }), beside({ birth_date: 'different' })],
      },
      'Aは生年月日がBと一致しません。A2は比べた生年月日・住所がBと一致し、ほかは比べていません。A3は生年月日がBと一致しません。',
    ],
    [
      'a record beside with another name and an explained address',
      {
        kind: 'duplicate-link',
        evidence: [birth('equal', 6)],
        beside: [beside({ family: 'different', given: 'different', address: 'explained' })],
      },
      'Aは比べた生年月日がBと一致し、ほかは比べていません。A2は氏名がBと一致しません。',
    ],
    [
      'a record beside of which nothing can be compared is left out',
      { kind: 'duplicate-link', evidence: [birth('equal', 6)], beside: [beside({ address: 'missing' })] },
      'Aは比べた生年月日がBと一致し、ほかは比べていません。',
    ],
  ])('%s', (_, part, ja) => {
    expect(say(part).ja).toBe(ja);
  });

  test.each(FINDING_KINDS.map(({ id }) => id))(
    'is there for %s, whatever is known, in both languages',
    (kind) => {
      const differs = [
        family('different', -3),
        given('different', -3),
        birth('different', -3),
        address('different', -2),
      ];
      for (const evidence of [differs, [family('equal', 9)]]) {
        for (const candidates of [[], [candidate(0.9, '同一世帯', WHOLE)]]) {
          const { ja, en } = say({ kind, evidence, candidates });
          expect(ja).toMatch(/^[^。]+。/);
          expect(en).toMatch(/^[A-Z].+\.$/);
          expect(ja.length).toBeLessThan(80);
        }
      }
    },
  );

  test('what to do next is one line of every kind, in both languages', () => {
    for (const { id } of FINDING_KINDS) {
      const next = nextOf({ kind: id, candidates: [], evidence: [] });
      expect(next.ja.length).toBeLessThan(70);
      expect(next.en.length).toBeLessThan(130);
      expect(next.ja).toMatch(/[1-5]/);
      expect(next.en).toMatch(/[1-5]/);
    }
  });
});
