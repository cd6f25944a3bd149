import { beforeAll, describe, expect, it } from 'vitest';
import { type Added, BIRTH, type Case, HOME, runTown, type Verdict, verdictsOf } from './small-town.js';

const ELSEWHERE = '神奈川県ひばり野市緑町3丁目8番1号';
const NOWHERE = '神奈川県ひばり野市光が丘9丁目40番7号';
const DAY_BEFORE = '昭和41年11月22日';
const KANA = 'サトウ ショウタ';

const read = (over: Partial<Added> = {}): Added => ({
  name: '佐藤　翔太',
  kana: 'サトウ　ショウタ',
  ...over,
});
const unread = (over: Partial<Added> = {}): Added => ({ name: '佐藤　祥太', address: ELSEWHERE, ...over });

/** What is asked, the record's address, linked resident, another one, grades that are right (a C names the other as owner). */
const CASES: readonly (readonly [string, string, Added, Added, string])[] = [
  ['an owner without furigana may be meant as well', '', read(), unread(), 'U'],
  ['a namesake with furigana does not beat one without', '', unread(), read(), 'U'],
  ['nor where the record stands at neither’s home', NOWHERE, unread(), read(), 'U'],
  ['neither has furigana, both read so', '', unread(), unread({ name: '佐藤　正太', address: HOME }), 'U'],
  ['kanji that do not read so are no namesake', '', read(), unread({ name: '佐藤　健一' }), 'A'],
  ['nor another family name', '', read(), unread({ name: '森　祥太' }), 'A'],
  ['nor who was born the day before', '', read(), unread({ birth: DAY_BEFORE }), 'A'],
  ['nor a woman', '', read(), unread({ sex: '女' }), 'A'],
  ['a namesake by furigana that differs is none', '', unread(), read({ kana: 'サトウ　ハヤト' }), 'A'],
  ['the record stands at the linked resident’s', HOME, read(), unread(), 'A'],
  ['and at that of one without furigana', ELSEWHERE, unread(), read(), 'A'],
  ['it stands at the other’s, who has no furigana', ELSEWHERE, read(), unread(), 'C'],
  ['or has some', HOME, unread(), read(), 'C'],
  ['a name without a blank', '', read(), unread({ name: '佐藤祥太' }), 'U'],
];

/** A part of the town that bears another name since its records were made: people at their homes, and the last on a namesake's number. */
const [BEFORE, AFTER] = ['神奈川県ひばり野市元原', '神奈川県ひばり野市新原が丘'];
const RENAMED = [3, 14, 15, 92, 65, 358].map((lot, i): Case => {
  const birth = shifted(BIRTH, 20 + i);
  const atHome = read({ birth, address: `${AFTER}${lot}番地` });
  return {
    id: `renamed-${i}`,
    source: 'pensions',
    record: { kana: KANA, birth, sex: '男', address: `${BEFORE}${lot}番地` },
    residents: i < 5 ? [atHome] : [read({ birth, address: ELSEWHERE }), atHome],
  };
});

/** Places that the office's table knows, each with one record or two: nothing to learn from. */
const PLACES = `旧住所,新住所
神奈川県みどり郡旧浜村,神奈川県ひばり野市
神奈川県ひばり野市元浜町55番地,神奈川県ひばり野市新浜三丁目4番6号
`;
const VILLAGE = '神奈川県みどり郡旧浜村大字東';
const [OLD_LOT, NEW_LOT] = ['神奈川県ひばり野市元浜町55', '神奈川県ひばり野市新浜3丁目4番6号'];
/** What is asked, where the record stands, where the linked resident and another live, grades that are right. */
const KNOWN: readonly (readonly [string, string, string, string | null, string])[] = [
  ['a municipality that was merged', `${VILLAGE}77番地`, '神奈川県ひばり野市東77番地', null, 'B'],
  ['its village is part of the town’s name', `${VILLAGE}79番地`, '神奈川県ひばり野市旧浜東79番地', null, 'B'],
  [
    'a namesake lives in the old municipality',
    `${VILLAGE}78番地`,
    ELSEWHERE,
    '神奈川県ひばり野市東78番地',
    'C',
  ],
  ['a lot that was given a new number', OLD_LOT, NEW_LOT, null, 'B'],
  ['a namesake lives at the old lot', OLD_LOT, ELSEWHERE, NEW_LOT, 'C'],
  ['a lot beside it tells nothing', '神奈川県ひばり野市元浜町56', ELSEWHERE, NEW_LOT, 'U'],
];
const KNOWN_CASES = KNOWN.map(([, address, home, other], i): Case => {
  const birth = shifted(BIRTH, 30 + i);
  return {
    id: `known-${i}`,
    source: 'pensions',
    record: { kana: KANA, birth, sex: '男', address },
    residents: (other === null ? [home] : [home, other]).map((at) => read({ birth, address: at })),
  };
});

/** Women of the years after the war who bear a name, and men and women who bear カオル. */
const bearers = (kana: string, kanji: string, many: number, sex: (i: number) => '男' | '女'): Added[] =>
  Array.from({ length: many }, (_, i) => ({
    name: `${FAMILIES[i % FAMILIES.length]![0]}　${kanji}`,
    kana: `${FAMILIES[i % FAMILIES.length]![1]}　${kana}`,
    birth: `昭和${22 + (i % 14)}年3月${1 + (i % 28)}日`,
    sex: sex(i),
    address: `神奈川県ひばり野市若葉町${i + 1}番地`,
  }));
const FAMILIES = ['田村 タムラ', '小野 オノ', '原 ハラ', '和田 ワダ', '石井 イシイ'].map((one) =>
  one.split(' '),
);
const BOY = { birth: '平成26年5月5日', sex: '男' } as const;
const WOMAN = { birth: '昭和30年6月7日', sex: '女' } as const;
/** What is asked, the kana of an account, linked resident and another, grades that are right. */
const GENERATIONS: readonly (readonly [string, string, Added, Added[], string])[] = [
  [
    'ヨウコ is no boy of 2014',
    'スズキ ヨウコ',
    { name: '鈴木　陽虎', ...BOY },
    [{ name: '鈴木　洋子', kana: 'スズキ　ヨウコ', ...WOMAN }],
    'C',
  ],
  [
    'nor is シズコ',
    'ナカムラ シズコ',
    { name: '中村　静虎', ...BOY },
    [{ name: '中村　静子', kana: 'ナカムラ　シズコ', ...WOMAN }],
    'C',
  ],
  [
    'ヨウコ may be a woman whose kanji are read so',
    'コバヤシ ヨウコ',
    { name: '小林　葉子', ...WOMAN },
    [],
    'A',
  ],
  ['カオル may be a man', 'カトウ カオル', { name: '加藤　薫', ...WOMAN, sex: '男' }, [], 'A'],
  ['or a woman', 'ヤマダ カオル', { name: '山田　薫', ...WOMAN }, [], 'A'],
];
const GENERATION_CASES = GENERATIONS.map(
  ([, kana, linked, others], i): Case => ({
    id: `generation-${i}`,
    source: 'accounts',
    record: { kana },
    residents: [
      linked,
      ...others,
      ...(i === 0 ? bearers('ヨウコ', '洋子', 40, () => '女') : []),
      ...(i === 1 ? bearers('シズコ', '静子', 25, () => '女') : []),
      ...(i === 3 ? bearers('カオル', '薫', 30, (n) => (n % 2 === 0 ? '男' : '女')) : []),
    ],
  }),
);

/** What is asked, the kana of an account, the linked resident, who has no furigana, somebody else, and the grades that are right. */
const READ_IN_PART: readonly (readonly [string, string, string, Added | null, string])[] = [
  ['a reading that nobody knows, half of it read', 'ワカシオ ルウ', '若潮　琉大', null, 'U'],
  ['a slip in a name of two kana', 'ヒラノ ルナ', '平野　梨奈', null, 'U'],
  ['a name of which nothing is read', 'ワカシオ ケンジ', '若潮　琉大', null, 'U'],
  ['nor here', 'ヒラノ サクラ', '平野　梨奈', null, 'U'],
  [
    'half is read, and somebody of the household is called so',
    'ヒロセ ルカ',
    '広瀬　琉奈',
    { name: '広瀬　瑠華', kana: 'ヒロセ　ルカ' },
    'C',
  ],
  [
    'half is read, and the kanji of somebody of the household are read so',
    'イマイ マナ',
    '今井　愛実',
    { name: '今井　真那' },
    'C',
  ],
  ['half a given name, and another family', 'モリヤマ ルナ', '平野　梨奈', null, 'C'],
  ['a dakuten too many', 'イトウ ガズヤ', '伊藤　和也', null, 'A'],
  ['a long vowel left out', 'オガタ ヨヘイ', '緒形　陽平', null, 'A'],
  ['two kana off', 'イトウ ガクヤ', '伊藤　和也', null, 'U'],
  [
    'a dakuten too many, and somebody of the household is called so',
    'タケナカ ダイキ',
    '竹中　泰輝',
    { name: '竹中　大樹', kana: 'タケナカ　ダイキ' },
    'C',
  ],
];
const READ_IN_PART_CASES = READ_IN_PART.map(
  ([, kana, name, other], i): Case => ({
    id: `part-${i}`,
    source: 'accounts',
    record: { kana },
    residents: [
      ...[{ name }, ...(other ? [other] : [])].map((one, n) => ({
        ...one,
        birth: shifted(BIRTH, 10 + i + n),
        household: `part-${i}`,
      })),
      ...(name === '竹中　泰輝' ? bearers('ダイキ', '大輝', 4, () => '男') : []),
    ],
  }),
);

const cases = CASES.map(
  ([, address, linked, other], i): Case => ({
    id: `case-${i}`,
    source: 'pensions',
    // Each on a day of its own, so that no case is a namesake of another.
    record: { kana: KANA, birth: shifted(BIRTH, i), sex: '男', address },
    residents: [linked, other].map((one) => ({ ...one, birth: shifted(one.birth ?? BIRTH, i) })),
  }),
);

function shifted(date: string, years: number): string {
  return date.replace(/\d+年/, (year) => `${Number.parseInt(year, 10) - years}年`);
}

describe('kana on one side, kanji alone on the other', () => {
  let verdicts: ReadonlyMap<string, Verdict>;
  beforeAll(async () => {
    verdicts = await verdictsOf(
      runTown(
        [...cases, ...RENAMED, ...GENERATION_CASES, ...KNOWN_CASES, ...READ_IN_PART_CASES],
        undefined,
        PLACES,
      ),
    );
  });

  it.each(CASES.map((one, i) => [...one, i] as const))('%s', (_, __, ___, ____, grade, i) => {
    const verdict = verdicts.get(`case-${i}`)!;
    expect(verdict).toMatchObject({ grade, ...(grade === 'C' ? { owner: `T${2 * i + 2}` } : {}) });
  });

  it('finds the owner of a record at the old name of a place, and nothing odd of those who live there', () => {
    const found = RENAMED.map(({ id }) => verdicts.get(id)!);
    expect(found.slice(0, 5).map(({ grade }) => grade)).toEqual(Array(5).fill('B'));
    expect(found[5]).toMatchObject({ grade: 'C', owner: `T${2 * CASES.length + 7}` });
  });

  it.each(KNOWN.map(([asked, , , , grade], i) => [asked, grade, i] as const))(
    'the gazetteer: %s: %s',
    (_, grade, i) => {
      const first = [...cases, ...RENAMED, ...GENERATION_CASES, ...KNOWN_CASES.slice(0, i)];
      const owner = `T${first.reduce((sum, { residents }) => sum + residents.length, 0) + 2}`;
      expect(verdicts.get(`known-${i}`)).toMatchObject({ grade, ...(grade === 'C' ? { owner } : {}) });
    },
  );

  it.each(
    READ_IN_PART.map(([asked, kana, name, other, grade], i) => [asked, kana, name, grade, other, i] as const),
  )('half of a name: %s: %s on %s: %s', (_, __, ___, grade, other, i) => {
    const before = [
      ...cases,
      ...RENAMED,
      ...GENERATION_CASES,
      ...KNOWN_CASES,
      ...READ_IN_PART_CASES.slice(0, i),
    ];
    const owner = `T${before.reduce((sum, { residents }) => sum + residents.length, 0) + 2}`;
    expect(verdicts.get(`part-${i}`)).toMatchObject({ grade, ...(other ? { owner } : {}) });
  });

  it('says more against a name of which nothing is read', () => {
    const [half, slip, none, nothing] = [0, 1, 2, 3].map((i) => verdicts.get(`part-${i}`)!.p);
    expect(none! / half!).toBeGreaterThan(8);
    expect(nothing! / slip!).toBeGreaterThan(8);
  });

  it.each(GENERATIONS.map(([asked, , , , grade], i) => [asked, grade, i] as const))(
    '%s: %s',
    (_, grade, i) => {
      const verdict = verdicts.get(`generation-${i}`)!;
      const before = GENERATION_CASES.slice(0, i).reduce((sum, { residents }) => sum + residents.length, 0);
      const owner = `T${2 * CASES.length + 7 + before + 2}`;
      expect(verdict).toMatchObject({ grade, ...(grade === 'C' ? { owner } : {}) });
    },
  );
});
