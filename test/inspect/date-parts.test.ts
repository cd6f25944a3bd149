import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { inspectFile, inspectSettled } from '../../src/inspect/index.js';
import { address, era, name, PEOPLE, type Person, two, when, zero } from './odd-exports.js';
import { type Column, proposed } from './proposed.js';

const WORDS: Readonly<Record<string, string>> = { S: '昭和', H: '平成', R: '令和' };
const word = (person: Person) => WORDS[era(person)[1]]!;
const code = (person: Person) => String(era(person)[0]);
const odd = (person: Person) => String(2 * era(person)[0] - 1);
const year = (person: Person) => String(era(person)[2]);
const month = ({ m }: Person) => String(m);
const day = ({ d }: Person) => String(d);
const rest = (person: Person) => `${two(era(person)[2])}${two(person.m)}${two(person.d)}`;
const BASE: readonly Column[] = [
  ['受付番号', ({ i }) => `U${zero(1000 + i, 5)}`],
  ['個人番号', ({ number }) => number],
  ['氏名', (person) => name(person)],
  ['住所', (person) => address(person)],
];

const SPLIT: Readonly<Record<string, readonly [columns: readonly Column[], format: string | null]>> = {
  'era, year, month, day': [
    [
      ['元号', word],
      ['年', year],
      ['月', month],
      ['日', day],
    ],
    null,
  ],
  'with the item before': [
    [
      ['生年月日_元号', word],
      ['生年月日_年', year],
      ['生年月日_月', month],
      ['生年月日_日', day],
    ],
    null,
  ],
  'with a bracket': [
    [
      ['生年月日（元号）', word],
      ['生年月日（年）', year],
      ['生年月日（月）', month],
      ['生年月日（日）', day],
    ],
    null,
  ],
  'codes 1 to 5': [
    [
      ['生年月日元号コード', code],
      ['生年月日年', year],
      ['生年月日月', month],
      ['生年月日日', day],
    ],
    'era-code-12345',
  ],
  'codes 1, 3, 5 …': [
    [
      ['元号コード', odd],
      ['年', year],
      ['月', month],
      ['日', day],
    ],
    'era-code-13579',
  ],
  'an era and the rest, as pension offices have it': [
    [
      ['生年月日元号', odd],
      ['生年月日年月日', rest],
    ],
    'era-code-13579',
  ],
  'Gregorian, with the units': [
    [
      ['生年', ({ y }) => `${y}年`],
      ['生月', ({ m }) => `${m}月`],
      ['生日', ({ d }) => `${d}日`],
    ],
    null,
  ],
  English: [
    [
      ['birth_year', ({ y }) => String(y)],
      ['birth_month', month],
      ['birth_day', day],
    ],
    null,
  ],
  'Latin, of a number column': [
    [
      ['BIRTH_ERA', word],
      ['BIRTH_YY', (p) => `${year(p)}.0`],
      ['BIRTH_MM', (p) => `${p.m}.0`],
      ['BIRTH_DD', (p) => `${p.d}.0`],
    ],
    null,
  ],
  'of the person in question': [
    [
      ['対象者生年月日元号', word],
      ['対象者生年月日年', year],
      ['対象者生年月日月', month],
      ['対象者生年月日日', day],
    ],
    null,
  ],
};

describe('a date of birth in several columns', () => {
  it.each(Object.entries(SPLIT))('%s', (_, [columns, format]) => {
    const { mapping } = proposed([...BASE, ...columns], 'link');
    const birth = mapping.find(({ item }) => item === 'birth_date');
    expect(birth).toMatchObject({ columns: columns.map(([title]) => title), format });
    expect(birth!.confidence).toBeGreaterThan(0.6);
  });

  it('without names, by what the columns make together, and not sure', () => {
    const columns: readonly Column[] = [
      ['1', ({ i }) => `U${zero(1000 + i, 5)}`],
      ['2', ({ number }) => number],
      ['3', (person) => name(person)],
      ['4', word],
      ['5', year],
      ['6', month],
      ['7', day],
      ['8', (person) => address(person)],
    ];
    const birth = proposed(columns, 'link').mapping.find(({ item }) => item === 'birth_date')!;
    expect(birth.columns).toEqual(['4', '5', '6', '7']);
    expect(birth.confidence).toBeLessThan(0.8);
  });

  it('a day and a time of a registration', () => {
    const columns: readonly Column[] = [
      ...BASE,
      ['登録日', (p) => when(p)],
      ['登録時刻', ({ i }) => `${9 + (i % 8)}:${two(i % 60)}`],
    ];
    const at = proposed(columns, 'link').mapping.find(({ item }) => item === 'registered_at')!;
    expect(at.columns).toEqual(['登録日', '登録時刻']);
  });

  it.each<readonly [string, readonly Column[]]>([
    [
      'a fiscal year and counts',
      [
        ['年', () => '2023'],
        ['月', ({ i }) => String(20 + i)],
        ['日', () => '0'],
      ],
    ],
    [
      'a year and a month alone',
      [
        ['年', year],
        ['月', month],
      ],
    ],
    [
      'years of a stay',
      [
        ['在留期間_年', () => '3'],
        ['在留期間_月', () => '0'],
        ['在留期間_日', () => '0'],
      ],
    ],
  ])('nothing, of %s', (_, columns) => {
    expect(proposed([...BASE, ...columns], 'link').mapping.some(({ item }) => item === 'birth_date')).toBe(
      false,
    );
  });

  const FOUR = ['BE', 'BN', 'BT', 'BH'] as const;
  const four = (of: Column[1], ...rest: readonly Column[1][]): readonly Column[] =>
    [of, ...rest].map((value, at) => [FOUR[at]!, value]);
  const letter = (person: Person) => era(person)[1];

  it.each<[string, readonly Column[], string | null]>([
    ['letters', four(letter, year, month, day), null],
    [
      'words, with zeros',
      four(
        word,
        (p) => two(era(p)[2]),
        (p) => two(p.m),
        (p) => two(p.d),
      ),
      null,
    ],
    ['codes 1, 3, 5, 7, 9', four(odd, year, month, day), 'era-code-13579'],
  ])(
    'by values, whatever the columns are called: an era in %s, year, month and day',
    (_, columns, format) => {
      const birth = (kind: 'register' | 'link') =>
        proposed([...BASE, ...columns], kind).mapping.find(({ item }) => item === 'birth_date');
      for (const kind of ['register', 'link'] as const)
        expect(birth(kind)).toMatchObject({ columns: FOUR, format });
      expect(birth('link')!.confidence).toBeGreaterThan(0.6);
    },
  );

  it.each<[string, readonly Column[]]>([
    ['kinds, grades, months and days of nobody’s birth', four(() => '1', year, month, day)],
    [
      'days of last year',
      four(
        (p) => 'HR'[p.i % 2]!,
        (p) => (p.i % 2 === 0 ? '31' : '1'),
        month,
        day,
      ),
    ],
    ['months that are none', four(letter, year, (p) => String(p.i), day)],
    ['letters that are no eras', four((p) => 'ABC'[p.i % 3]!, year, month, day)],
  ])('not by values: %s', (_, columns) => {
    const { mapping } = proposed([...BASE, ...columns], 'link');
    expect(mapping.some(({ columns: from }) => from.includes('BT'))).toBe(false);
  });

  it('a whole date goes before one in parts', () => {
    const { mapping } = proposed(
      [
        ...BASE,
        ['生年月日', ({ y, m, d }) => `${y}-${two(m)}-${two(d)}`],
        ['年', () => '5'],
        ['月', month],
        ['日', day],
      ],
      'link',
    );
    expect(mapping.find(({ item }) => item === 'birth_date')!.columns).toEqual(['生年月日']);
  });
});

describe('columns of a date that somebody names', () => {
  it('are read in the notation in which they make days', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'date-parts-')), 'file.csv');
    const rows = PEOPLE.map((p) => [`U${1000 + p.i}`, p.number, name(p), odd(p), year(p), month(p), day(p)]);
    writeFileSync(
      path,
      [['受付番号', '個人番号', '氏名', 'あ', 'い', 'う', 'え'], ...rows]
        .map((row) => `${row.join(',')}\n`)
        .join(''),
    );
    const settled = await inspectSettled(
      await inspectFile(path),
      new Map([['birth_date', ['あ', 'い', 'う', 'え']]]),
    );
    expect(settled.mapping.find(({ item }) => item === 'birth_date')).toMatchObject({
      columns: ['あ', 'い', 'う', 'え'],
      format: 'era-code-13579',
    });
    expect(settled.items.find(({ item }) => item === 'birth_date')).toMatchObject({
      read: 90,
      unreadable: 0,
    });
  });
});
