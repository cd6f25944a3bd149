import { beforeAll, describe, expect, it } from 'vitest';
import {
  type Added,
  type Case,
  type CaseRecord,
  runTown,
  type Source,
  type Verdict,
  verdictsOf,
} from './small-town.js';

const HANG = { name: 'NGUYEN THI THU HANG', kana: 'グエン　ティ　トゥ　ハン' } as const;
const JOHN = { name: 'SMITH JOHN MICHAEL', kana: 'スミス　ジョン　マイケル' } as const;
const together = (...names: readonly string[]): readonly Added[] =>
  names.map((name) => ({ name, household: names[0]! }));
const JOHNS = together('GRANT JOHN MICHAEL', 'GRANT JOHN BRIAN');
const PAULS = together('GRANT PAUL R', 'GRANT PAUL T');
const [TOMOMI, OTHER_TOMOMI] = ['石橋　友美', '石橋　智美'].map((name): Added => ({ name, sex: '女' }));
const BEFORE_MARRIAGE = { kana: 'クボタ トモミ', sex: '女' } as const;
const ROBERTO = { name: 'GARCIA ROBERTO' } as const;
const ANNA = { name: 'MARTIN ANNA ANN' } as const;
const KENICHI = { name: '田所　健一', kana: 'タドコロ　ケンイチ' } as const;

/** Birth dates of the register, and what records make of them: two parts are other than they were. */
const BIRTH = '1964年11月30日';
const [YEAR_AND_DAY, MONTH_AND_DAY, SWAPPED_AND_YEAR] = ['1963年11月28日', '1964年3月14日', '1965年12月11日'];
const SONS = '1993年4月9日';
const HOME = '神奈川県ひばり野市栄町2丁目2番4号';
const ELSEWHERE = '神奈川県ひばり野市緑町3丁目8番1号';

/** People of one home, and the kana by which a record names one of them. */
const twins = (
  family: string,
  kana: string,
  ...names: readonly (readonly [string, string])[]
): readonly Added[] =>
  names.map(([one, sound]) => ({
    name: `${family}　${one}`,
    kana: `${kana}　${sound}`,
    household: family + names[0]![0],
  }));
const MISAKI = twins('桐野', 'キリノ', ['美咲', 'ミサキ'], ['美幸', 'ミユキ']);
const YUI = twins('蓮田', 'ハスダ', ['ゆい', 'ユイ'], ['めい', 'メイ']);
const DAIKI = twins('槇村', 'マキムラ', ['大輝', 'ダイキ'], ['大輔', 'ダイスケ']).map(
  ({ kana: _, ...one }) => one,
);
const [FATHER, SON] = twins('樋渡', 'ヒワタシ', ['和夫', 'カズオ'], ['和也', 'カズヤ']);

/**
 * What is asked, the record, the linked resident and others, grades that are right (a C names the second resident as the owner), and
 * the source where it is not `cards`.
 */
const CASES: readonly (readonly [string, CaseRecord, readonly Added[], string, Source?])[] = [
  ['a twin, one kana off', { kana: 'キリノ ミユキ' }, MISAKI, 'U', 'pensions'],
  ['her own record', { kana: 'キリノ ミサキ' }, MISAKI, 'A', 'pensions'],
  ['a slip that is nobody’s name', { kana: 'キリノ ミサニ' }, MISAKI, 'B', 'pensions'],
  ['a twin of a short name', { kana: 'ハスダ メイ' }, YUI, 'U', 'pensions'],
  ['her account', { kana: 'ハスダ メイ' }, YUI, 'C', 'accounts'],
  ['a twin, one kanji off, neither with furigana', { name: '槇村　大輔' }, DAIKI, 'C'],
  ['his own record, neither with furigana', { name: '槇村　大輝' }, DAIKI, 'A'],
  ['a son’s account', { kana: 'ヒワタシ カズヤ' }, [FATHER!, { ...SON!, birth: SONS }], 'C', 'accounts'],
  ['the same where the register has no son', { kana: 'ヒワタシ カズヤ' }, [FATHER!], 'B', 'accounts'],

  [
    'a middle name left out, year and day off',
    { ...HANG, name: 'NGUYEN HANG', birth: YEAR_AND_DAY },
    [HANG],
    'B',
  ],
  ['month and day off', { ...HANG, name: 'NGUYEN HANG', birth: MONTH_AND_DAY }, [HANG], 'B'],
  ['turned round besides', { ...JOHN, name: 'JOHN SMITH', birth: SWAPPED_AND_YEAR }, [JOHN], 'B'],
  ['by initials', { ...JOHN, name: 'SMITH J M', birth: YEAR_AND_DAY }, [JOHN], 'B'],
  [
    'the middle name left out of the kana, too',
    { name: 'SMITH JOHN', kana: 'スミス　ジョン', birth: MONTH_AND_DAY },
    [JOHN],
    'B',
  ],
  [
    'kanji of another hand, year and day off',
    { ...KENICHI, name: '田所　謙市', birth: YEAR_AND_DAY },
    [KENICHI],
    'U',
  ],
  [
    'a son of the name left out is himself',
    { name: 'SMITH JOHN', kana: 'スミス　ジョン', birth: SONS },
    [JOHN, { name: 'SMITH JOHN', kana: 'スミス　ジョン', birth: SONS }],
    'C',
  ],
  [
    'and so is a namesake at home elsewhere',
    { ...HANG, name: 'NGUYEN HANG', birth: SONS, address: ELSEWHERE },
    [HANG, { ...HANG, birth: SONS, address: ELSEWHERE }],
    'C',
  ],
  [
    'a father whose name sounds so',
    { ...KENICHI, name: '田所　謙市', birth: SONS },
    [KENICHI, { ...KENICHI, name: '田所　謙市', birth: SONS }],
    'C',
  ],
  [
    'a brother of whom the register knows nothing',
    { name: 'NGUYEN VAN NAM', kana: 'グエン　ヴァン　ナム', birth: YEAR_AND_DAY },
    [HANG],
    'C',
  ],
  [
    'another name at the same home',
    { name: 'TRAN LAN', kana: 'チャン　ラン', birth: YEAR_AND_DAY },
    [HANG],
    'C',
  ],
  ['a brother, in katakana', { name: 'ガルシア　ミゲル', kana: 'ガルシア ミゲル' }, [ROBERTO], 'U'],
  ['a brother, by kana alone', { kana: 'ガルシア ミゲル' }, [ROBERTO], 'U', 'pensions'],
  ['his own record, in katakana', { name: 'ガルシア　ロベルト', kana: 'ガルシア ロベルト' }, [ROBERTO], 'A'],
  ['and as another hand hears it', { kana: 'ガルシーア ロベルトー' }, [ROBERTO], 'A', 'pensions'],
  [
    'an uncommon reading of kanji is his own',
    { kana: 'カツラヤマ ミゾレ' },
    [{ name: '桂山　風雪' }],
    'B',
    'pensions',
  ],
  [
    'by the name before marriage, at the home of a namesake by sound',
    { ...BEFORE_MARRIAGE, address: ELSEWHERE },
    [TOMOMI!, { ...OTHER_TOMOMI!, address: ELSEWHERE }],
    'C',
    'pensions',
  ],
  [
    'by the name before marriage, at her own',
    BEFORE_MARRIAGE,
    [TOMOMI!, { ...OTHER_TOMOMI!, address: ELSEWHERE }],
    'B',
    'pensions',
  ],
  ['two letters of a name, turned round', { name: 'AA ANN MARTIN' }, [ANNA], 'B'],
  ['initials run together, turned round', { name: 'JM SMITH' }, [JOHN], 'B'],
  ['a contraction', { name: 'WM JOHNSON' }, [{ name: 'JOHNSON WILLIAM' }], 'B'],
  ['initials of somebody else', { name: 'KT SMITH' }, [JOHN], 'C'],
  ['a twin of the same first name, by an initial', { name: 'GRANT JOHN B' }, JOHNS, 'U'],
  ['his own record, by an initial', { name: 'GRANT JOHN M' }, JOHNS, 'B'],
  ['a twin, both with an initial', { name: 'GRANT PAUL T' }, PAULS, 'C'],
  ['his own record, both with an initial', { name: 'GRANT PAUL R' }, PAULS, 'A'],
  [
    'a twin of whom the register knows nothing',
    { name: 'HARDY JOHN B' },
    [{ name: 'HARDY JOHN MICHAEL' }],
    'U',
  ],
  [
    'a twin bears the initials that are not the linked resident’s',
    { name: 'AB MARTIN' },
    [ANNA, { name: 'MARTIN AB' }],
    'C',
  ],
];

const cases = CASES.map(
  ([, record, residents, , source = 'cards'], i): Case => ({
    id: `case-${i}`,
    source,
    // Each at a home of its own, and of a day of its own.
    record: {
      sex: '男',
      ...record,
      birth: moved(record.birth ?? BIRTH, i),
      address: home(record.address, i),
    },
    residents: residents.map((one) => ({
      ...one,
      birth: moved(one.birth ?? BIRTH, i),
      address: home(one.address, i),
      ...(one.household ? { household: one.household + i } : {}),
    })),
  }),
);

function moved(date: string, years: number): string {
  return date.replace(/^\d+/, (year) => String(Number(year) - years));
}

function home(address: string | undefined, i: number): string {
  return (address ?? HOME).replace(/番.*/, `番${20 + i}号`);
}

describe('slips, and people of one home', () => {
  let verdicts: ReadonlyMap<string, Verdict>;
  beforeAll(async () => {
    verdicts = await verdictsOf(runTown(cases, 1000));
  });

  it.each(CASES.map(([asked, , , grade], i) => [asked, grade, i] as const))('%s: %s', (_, grade, i) => {
    const before = CASES.slice(0, i).reduce((sum, [, , residents]) => sum + residents.length, 0);
    const hasOther = grade === 'C' && CASES[i]![2].length > 1;
    expect(verdicts.get(`case-${i}`)).toMatchObject({
      grade,
      ...(hasOther ? { owner: `T${before + 2}` } : {}),
    });
  });
});
