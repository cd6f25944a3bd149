import { describe, expect, it } from 'vitest';
import { whoseOf } from '../../src/inspect/whose.js';
import { address, half, iso, kana, name, type Person, wareki, zero } from './odd-exports.js';
import { type Column, mapped, proposed } from './proposed.js';

type Of = (person: Person, of: (n: number) => Person) => string;
const own =
  (value: (person: Person) => string): Of =>
  (person) =>
    value(person);
/** Somebody else's: of the person seven rows further on. */
const other =
  (value: (person: Person) => string): Of =>
  (_, of) =>
    value(of(7));
/** The head's: three rows share one. */
const head =
  (value: (person: Person) => string): Of =>
  (person, of) =>
    value(of((90 - (person.i % 3)) % 90));

const number = (person: Person) => person.number;
const sex = (person: Person) => String(person.sex);
const sexWord = (person: Person) => (person.sex === 1 ? '男' : '女');
const key: Column = ['受付番号', ({ i }) => `U${zero(1000 + i, 5)}`];

interface Case {
  readonly what: string;
  readonly columns: readonly Column[];
  /** Item to columns; every item of a person must be here. */
  readonly items: Readonly<Record<string, string>>;
  readonly left: readonly string[];
  /** An item may be absent from `items` only by being asked. */
  readonly kind?: 'register' | 'link';
}

const CASES: readonly Case[] = [
  {
    what: 'who owes a tax, called shortly, beside the head of the household',
    columns: [
      key,
      ['世帯主名', head(name)],
      ['義務者名', own(name)],
      ['義務者カナ', own(kana)],
      ['生年月日', own(iso)],
      ['個人番号', own(number)],
    ],
    items: { my_number: '個人番号', name: '義務者名', kana: '義務者カナ', birth_date: '生年月日' },
    left: ['世帯主名'],
  },
  {
    what: 'the holder of an account in two words',
    columns: [
      key,
      ['口座番号', ({ i }) => zero(5000 + i, 7)],
      ['口座名義カナ', own(kana)],
      ['名義人生年月日', own(iso)],
      ['名義人性別', own(sex)],
      ['個人番号', own(number)],
    ],
    items: {
      my_number: '個人番号',
      kana: '口座名義カナ',
      birth_date: '名義人生年月日',
      sex: '名義人性別',
    },
    left: [],
  },
  {
    what: 'an insured person and the member of the family whom the record is about',
    columns: [
      key,
      ['被保険者氏名', head(name)],
      ['被保険者生年月日', head(iso)],
      ['被保険者個人番号', head(number)],
      ['対象者氏名', own(name)],
      ['対象者カナ', own(kana)],
      ['対象者生年月日', own(iso)],
      ['対象者性別', own(sex)],
      ['対象者個人番号', own(number)],
      ['住所', own(address)],
    ],
    items: {
      my_number: '対象者個人番号',
      name: '対象者氏名',
      kana: '対象者カナ',
      birth_date: '対象者生年月日',
      sex: '対象者性別',
      address: '住所',
    },
    left: ['被保険者氏名', '被保険者生年月日', '被保険者個人番号'],
  },
  {
    what: 'a dependant with the only number, the insured person with a name and a birth',
    columns: [
      key,
      ['被保険者氏名', other(name)],
      ['被保険者生年月日', other(iso)],
      ['被扶養者氏名', own(name)],
      ['被扶養者生年月日', own(iso)],
      ['被扶養者個人番号', own(number)],
    ],
    items: { my_number: '被扶養者個人番号', name: '被扶養者氏名', birth_date: '被扶養者生年月日' },
    left: ['被保険者氏名', '被保険者生年月日'],
  },
  {
    what: 'a word behind the item, in brackets',
    columns: [
      key,
      ['氏名（申請者）', own(name)],
      ['氏名（配偶者）', other(name)],
      ['フリガナ（申請者）', own(kana)],
      ['フリガナ（配偶者）', other(kana)],
      ['個人番号（申請者）', own(number)],
      ['個人番号（配偶者）', other(number)],
      ['生年月日（申請者）', own(wareki)],
      ['住所（申請者）', own(address)],
    ],
    items: {
      my_number: '個人番号（申請者）',
      name: '氏名（申請者）',
      kana: 'フリガナ（申請者）',
      birth_date: '生年月日（申請者）',
      address: '住所（申請者）',
    },
    left: ['氏名（配偶者）', 'フリガナ（配偶者）', '個人番号（配偶者）'],
  },
  {
    what: 'a word behind the item, after an underscore, in two lines of a cell',
    columns: [
      key,
      ['氏名\n（児童）', own(name)],
      ['生年月日\n（児童）', own(iso)],
      ['性別\n（児童）', own(sexWord)],
      ['個人番号\n（児童）', own(number)],
      ['氏名\n（保護者）', other(name)],
      ['住所\n（保護者）', own(address)],
    ],
    items: {
      my_number: '個人番号\n（児童）',
      name: '氏名\n（児童）',
      birth_date: '生年月日\n（児童）',
      sex: '性別\n（児童）',
    },
    left: ['氏名\n（保護者）', '住所\n（保護者）'],
  },
  {
    what: 'a child and the guardian who holds the only number: the guardian is compared',
    columns: [
      key,
      ['児童氏名', other(name)],
      ['児童生年月日', other(iso)],
      ['児童性別', other(sex)],
      ['保護者氏名', own(name)],
      ['保護者個人番号', own(number)],
      ['保護者住所', own(address)],
    ],
    items: { my_number: '保護者個人番号', name: '保護者氏名', address: '保護者住所' },
    left: ['児童氏名', '児童生年月日', '児童性別'],
  },
  {
    what: 'the person without a word, and an agent with everything but a number',
    columns: [
      key,
      ['氏名', own(name)],
      ['カナ氏名', own(kana)],
      ['生年月日', own(iso)],
      ['性別', own(sex)],
      ['個人番号', own(number)],
      ['住所', own(address)],
      ['代理人氏名', other(name)],
      ['代理人カナ', other(kana)],
      ['代理人生年月日', other(iso)],
      ['代理人住所', other(address)],
    ],
    items: {
      my_number: '個人番号',
      name: '氏名',
      kana: 'カナ氏名',
      birth_date: '生年月日',
      sex: '性別',
      address: '住所',
    },
    left: ['代理人氏名', '代理人カナ', '代理人生年月日', '代理人住所'],
  },
  {
    what: 'one word only, and a number without it: one person',
    columns: [
      key,
      ['被保険者氏名', own(name)],
      ['被保険者カナ氏名', own(kana)],
      ['生年月日', own(iso)],
      ['性別', own(sex)],
      ['個人番号', own(number)],
      ['住所', own(address)],
    ],
    items: {
      my_number: '個人番号',
      name: '被保険者氏名',
      kana: '被保険者カナ氏名',
      birth_date: '生年月日',
      sex: '性別',
      address: '住所',
    },
    left: [],
  },
  {
    what: 'the number alone says whose it is: of the one person there is',
    columns: [
      key,
      ['受給者個人番号', own(number)],
      ['氏名', own(name)],
      ['生年月日', own(iso)],
      ['住所', own(address)],
    ],
    items: { my_number: '受給者個人番号', name: '氏名', birth_date: '生年月日', address: '住所' },
    left: [],
  },
  {
    what: 'the number is of the head of the household: it ties nobody else',
    columns: [
      key,
      ['氏名', own(name)],
      ['生年月日', own(iso)],
      ['世帯主個人番号', head(number)],
      ['住所', own(address)],
    ],
    items: { name: '氏名', birth_date: '生年月日', address: '住所' },
    left: ['世帯主個人番号'],
  },
  {
    what: 'English, camel case',
    columns: [
      ['applicationNo', ({ i }) => `A${1000 + i}`],
      ['applicantName', own(name)],
      ['applicantDateOfBirth', own(iso)],
      ['applicantMyNumber', own(number)],
      ['applicantAddress', own(address)],
      ['spouseName', other(name)],
      ['spouseMyNumber', other(number)],
      ['spouseDateOfBirth', other(iso)],
    ],
    items: {
      my_number: 'applicantMyNumber',
      name: 'applicantName',
      birth_date: 'applicantDateOfBirth',
      address: 'applicantAddress',
    },
    left: ['spouseName', 'spouseMyNumber', 'spouseDateOfBirth'],
  },
  {
    what: 'the kana of an account beside the kana of the applicant',
    columns: [
      key,
      ['申請者氏名', own(name)],
      ['申請者フリガナ', own(kana)],
      ['申請者個人番号', own(number)],
      ['申請者生年月日', own(iso)],
      ['口座名義人カナ', own((person) => half(kana(person)))],
    ],
    items: {
      my_number: '申請者個人番号',
      name: '申請者氏名',
      kana: '申請者フリガナ',
      birth_date: '申請者生年月日',
    },
    left: ['口座名義人カナ'],
  },
  {
    what: 'an account holder beside a person without a word, who has no kana of his own',
    columns: [
      key,
      ['氏名', own(name)],
      ['個人番号', own(number)],
      ['生年月日', own(iso)],
      ['口座名義カナ', other((person) => half(kana(person)))],
    ],
    items: { my_number: '個人番号', name: '氏名', birth_date: '生年月日' },
    left: ['口座名義カナ'],
  },
  {
    what: 'an account holder alone is the person',
    columns: [
      ['口座番号', ({ i }) => zero(1_000_003 + i * 211, 7)],
      ['口座名義人カナ', own((person) => half(kana(person)))],
      ['個人番号', own(number)],
      ['生年月日', own(iso)],
    ],
    items: { my_number: '個人番号', kana: '口座名義人カナ', birth_date: '生年月日' },
    left: [],
  },
  {
    what: 'the name in parts, of the person and of the guardian',
    columns: [
      key,
      ['保護者姓', other((person) => person.family[0])],
      ['保護者名', other((person) => person.given[0])],
      ['児童姓', own((person) => person.family[0])],
      ['児童名', own((person) => person.given[0])],
      ['児童生年月日', own(iso)],
      ['児童個人番号', own(number)],
    ],
    items: { my_number: '児童個人番号', name: '児童姓+児童名', birth_date: '児童生年月日' },
    left: ['保護者姓', '保護者名'],
  },
  {
    what: 'several children with a number each beside the applicant: the one who is whole and stands in every row',
    columns: [
      key,
      ['受給者氏名', own(name)],
      ['受給者生年月日', own(iso)],
      ['受給者性別', own(sex)],
      ['受給者個人番号', own(number)],
      ['受給者住所', own(address)],
      ['児童１氏名', other(name)],
      ['児童１個人番号', other(number)],
      ['児童２氏名', (person, of) => (person.i % 3 === 0 ? name(of(9)) : '')],
      ['児童２個人番号', (person, of) => (person.i % 3 === 0 ? of(9).number : '')],
    ],
    items: {
      my_number: '受給者個人番号',
      name: '受給者氏名',
      birth_date: '受給者生年月日',
      sex: '受給者性別',
      address: '受給者住所',
    },
    left: ['児童１氏名', '児童１個人番号', '児童２氏名', '児童２個人番号'],
  },
  {
    what: 'a register with the head of the household and the one the register of families begins with',
    kind: 'register',
    columns: [
      ['宛名番号', ({ i }) => zero(i + 1, 10)],
      ['世帯番号', ({ i }) => zero(500 + Math.trunc(i / 3), 10)],
      ['個人番号', own(number)],
      ['世帯主氏名', head(name)],
      ['世帯主カナ', head(kana)],
      ['氏名', own(name)],
      ['氏名カナ', own(kana)],
      ['生年月日', own(iso)],
      ['性別', own(sex)],
      ['住所', own(address)],
      ['筆頭者氏名', head(name)],
    ],
    items: {
      my_number: '個人番号',
      name: '氏名',
      kana: '氏名カナ',
      birth_date: '生年月日',
      sex: '性別',
      address: '住所',
    },
    left: ['世帯主氏名', '世帯主カナ', '筆頭者氏名'],
  },
  // The number that no word stands before is of whoever has none of their own, in whatever order the columns stand.
  ...(
    [
      ['受給者', '配偶者'],
      ['児童', '保護者'],
      ['被保険者', '世帯主'],
      ['請求者', '配偶者'],
    ] as const
  ).flatMap(([who, beside]): Case[] => {
    const theirs: readonly Column[] = [
      ['個人番号', own(number)],
      [`${who}氏名`, own(name)],
      [`${who}カナ`, own(kana)],
      [`${who}生年月日`, own(iso)],
      [`${who}住所`, own(address)],
    ];
    const others: readonly Column[] = [
      [`${beside}個人番号`, other(number)],
      [`${beside}氏名`, other(name)],
      [`${beside}生年月日`, other(iso)],
    ];
    const said = {
      items: {
        my_number: '個人番号',
        name: `${who}氏名`,
        kana: `${who}カナ`,
        birth_date: `${who}生年月日`,
        address: `${who}住所`,
      },
      left: others.map(([heading]) => heading),
    };
    return [
      { what: `${who} with a plain number, before ${beside}`, columns: [key, ...theirs, ...others], ...said },
      { what: `${who} with a plain number, behind ${beside}`, columns: [key, ...others, ...theirs], ...said },
    ];
  }),
];

const PERSONAL = ['my_number', 'name', 'kana', 'birth_date', 'sex', 'address', 'phone'];

describe('columns of several persons: all items are of one', () => {
  it.each(CASES)('$what', ({ columns, items, left, kind }) => {
    const proposal = proposed(columns, kind ?? 'link');
    const found = Object.entries(mapped(proposal)).filter(([item]) => PERSONAL.includes(item));
    expect(Object.fromEntries(found)).toEqual(items);
    expect(proposal.persons.others.flatMap((one) => one.columns).toSorted()).toEqual(left.toSorted());
  });
});

describe('a shared address is less sure than an own one', () => {
  it('of a parent whose name no word stands before', () => {
    const { mapping } = proposed([
      key,
      ['氏名', other(name)],
      ['住所', other(address)],
      ['児童氏名', own(name)],
      ['児童生年月日', own(iso)],
      ['児童個人番号', own(number)],
    ]);
    expect(mapping.find(({ item }) => item === 'name')?.columns).toEqual(['児童氏名']);
    expect(mapping.find(({ item }) => item === 'address')?.confidence).toBeLessThanOrEqual(0.8);
  });
});

describe('a number that no word stands before, beside two people whom records are kept of', () => {
  it('is of one of them, and it is asked of whom', () => {
    const { mapping } = proposed(
      [
        key,
        ['個人番号', own(number)],
        ['契約者氏名', own(name)],
        ['契約者生年月日', own(iso)],
        ['被保険者氏名', other(name)],
        ['被保険者生年月日', other(iso)],
      ],
      'link',
    );
    const of = (item: string) => mapping.find((one) => one.item === item)!;
    expect(of('name').confidence).toBeLessThanOrEqual(0.6);
    expect(of('birth_date').confidence).toBeLessThanOrEqual(0.6);
    expect(of('name').columns[0]!.slice(0, 3)).toBe(of('birth_date').columns[0]!.slice(0, 3));
  });
});

describe('whose a column is', () => {
  it.each([
    ['被保険者氏名', '被保険者', '氏名'],
    ['氏名（世帯主）', '世帯主', '氏名'],
    ['【対象者】個人番号', '対象者', '個人番号'],
    ['第1子氏名', '第1子', '氏名'],
    ['児童2_生年月日', '児童2', '生年月日'],
    ['世帯主', '世帯主', '氏名'],
    ['spouse_name', 'spouse', 'name'],
    ['guardianPhone', 'guardian', 'phone'],
    ['本人氏名', '', '氏名'],
    // A certificate's number, a flag and a word that only begins like one are nobody's.
    ['被保険者証番号', '', '被保険者証番号'],
    ['被保険者番号', '', '被保険者番号'],
    ['受給者番号', '', '受給者番号'],
    ['利用者証明用電子証明書シリアル番号', '', '利用者証明用電子証明書シリアル番号'],
    ['母子手帳番号', '', '母子手帳番号'],
    ['申請日', '', '申請日'],
    ['氏_日本人', '', '氏_日本人'],
  ])('%s', (column, role, bare) => {
    expect(whoseOf(column, false)).toMatchObject({ role, bare });
  });
});
