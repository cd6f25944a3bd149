import { describe, expect, test } from 'vitest';
import type { CanonicalItem } from '../../src/audit/items.js';
import type { InputSpec, PipelineFile } from '../../src/audit/pipeline-file.js';
import type { ItemProfile } from '../../src/check/counts.js';
import { runChecks } from '../../src/check/index.js';
import { mustNameResidents } from '../../src/check/register-limit.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { validityOf } from '../../src/normalize/valid-values.js';
import { found, type Rows } from './tables.js';

const many = <T>(count: number, value: (i: number) => T): T[] =>
  Array.from({ length: count }, (_, i) => value(i));

const REGISTER = {
  id: 'register',
  columns: { resident_id: { from: ['id'] }, my_number: { from: ['n'] }, birth_date: { from: ['b'] } },
} as unknown as InputSpec;

describe('validityOf', () => {
  test.each<[CanonicalItem, string | null, valid: string[], invalid: string[]]>([
    ['my_number', null, ['983205673214', '9832-0567-3214'], ['983205673215', '98320567321']],
    ['birth_date', null, ['1975-03-02', '昭和50年3月2日'], ['1975-02-29', 'S65.3.2', '1975-13-01']],
    ['birth_date', 'era-code-12345', ['3500302'], ['6500302']],
    ['registered_at', null, ['2023-04-01 12:30:15'], ['12:30']],
    ['sex', null, ['男', 'F', '1'], ['9', '']],
    ['kana', null, ['タナカ ハナコ', 'ﾀﾅｶ', 'SMITH'], ['田中 ハナコ', 'タナカ ●']],
    ['name', null, ['田中 花子', 'タナカ', '\u{20bb7}野'], ['田● 花子', '\ue000田', '\ufffd']],
  ])('%s %s', (item, format, valid, invalid) => {
    const isValid = validityOf(item, { format })!;
    expect(valid.filter(isValid)).toEqual(valid);
    expect(invalid.filter(isValid)).toEqual([]);
  });
  test('items without a rule have none', () =>
    expect(validityOf('organisation', { format: null })).toBeNull());
});

describe('the profile', () => {
  const profileOf = async (rows: number): Promise<readonly ItemProfile[]> => {
    const engine = await openDuckDb({ threads: 2 });
    try {
      await engine.run(`CREATE TABLE raw_register AS SELECT 0::UTINYINT AS file, i::INTEGER AS "row", lpad(i::VARCHAR, 8, '0') AS resident_id,
        NULL::VARCHAR AS my_number, CASE WHEN i % 4 = 0 THEN 'S50.3.2' WHEN i % 4 = 1 THEN NULL ELSE '1975-13-02' END AS birth_date
        FROM range(1, ${rows + 1}) AS t(i)`);
      const pipeline = { register: REGISTER, links: [] } as unknown as PipelineFile;
      return (await runChecks(engine, pipeline, { asOf: '2023-06-22' })).profile;
    } finally {
      engine.close();
    }
  };
  test('counts filled and valid values and shows shapes, never values', async () => {
    const [id, number, birth] = await profileOf(400);
    expect(id).toMatchObject({ rows: 400, filled: 400, sampled: 400, valid: null });
    expect(id?.shapes).toEqual([{ shape: '9{8}', share: 1 }]);
    expect(number).toMatchObject({ filled: 0, sampled: 0, valid: null, shapes: [] });
    // 100 of S50.3.2, 200 of month 13, 100 empty.
    expect(birth).toMatchObject({ filled: 300, sampled: 300, valid: 0.33333 });
    expect(birth?.shapes).toEqual([
      { shape: '9{4}-99-99', share: 0.66667 },
      { shape: 'A99.9.9', share: 0.33333 },
    ]);
  });
  test('looks at about ten thousand rows of a large input, always the same ones', async () => {
    const once = await profileOf(60_000);
    expect(once[0]!).toMatchObject({ distinct: 60_000, estimated: false });
    expect(Math.abs(once[0]!.sampled - 10_000)).toBeLessThan(500);
    expect(Math.abs(once[2]!.valid! - 1 / 3)).toBeLessThan(0.02);
    expect(await profileOf(60_000)).toEqual(once);
  });
});

describe('distribution-shift', () => {
  const cards: Rows = { registered_at: many(200, (i) => `2023-04-01 12:${10 + (i % 50)}:00`) };
  const lastNight = (shapes: ItemProfile['shapes'], distinct = 50): ItemProfile[] => [
    {
      source: 'cards',
      item: 'registered_at',
      rows: 200,
      filled: 200,
      distinct,
      estimated: false,
      constant: false,
      sampled: 200,
      valid: 1,
      shapes,
    },
  ];
  const SAME = { shape: '9{4}-99-99 99:99:99', share: 1 };
  test.each<[string, ItemProfile[], string[]]>([
    ['nothing moved', lastNight([SAME]), []],
    ['another notation', lastNight([{ shape: '9{14}', share: 1 }]), ['cards registered_at 200/200 warning']],
    [
      'a fifth of it',
      lastNight([
        { ...SAME, share: 0.8 },
        { shape: '9{14}', share: 0.2 },
      ]),
      ['cards registered_at 40/200 warning'],
    ],
    [
      'a tenth is let pass',
      lastNight([
        { ...SAME, share: 0.9 },
        { shape: '9{14}', share: 0.1 },
      ]),
      [],
    ],
    [
      'values that were all different repeat',
      lastNight([SAME], 200),
      ['cards registered_at 150/200 warning'],
    ],
  ])('%s', async (_, previous, expected) => {
    expect(await found('distribution-shift', { cards }, { previous })).toEqual(expected);
  });
  test('a first run and small sources raise nothing', async () => {
    expect(await found('distribution-shift', { cards })).toEqual([]);
    const few = { cards: { registered_at: ['x', 'y'] } };
    expect(await found('distribution-shift', few, { previous: lastNight([SAME]) })).toEqual([]);
  });
});

describe('numbers that stand in several rows of the register', () => {
  const limit = async (numbers: number, twice: number, sameId: number) => {
    const engine = await openDuckDb({ threads: 2 });
    try {
      await engine.run(`CREATE TABLE raw_register AS
        SELECT 'r' || i AS resident_id, 'n' || i AS my_number FROM range(${numbers}) AS t(i)
        UNION ALL SELECT CASE WHEN i < ${sameId} THEN 'r' ELSE 'x' END || i, 'n' || i FROM range(${twice}) AS t(i)`);
      await mustNameResidents(engine, REGISTER);
    } finally {
      engine.close();
    }
  };
  test('up to 100, or to one in a hundred, are findings of the check', async () => {
    await expect(limit(200, 100, 50)).resolves.toBeUndefined();
    await expect(limit(20_000, 200, 50)).resolves.toBeUndefined();
  });
  test('more stop the run, with the reasons counted', async () => {
    await expect(limit(2000, 120, 40)).rejects.toMatchObject({
      code: 'register-duplicates',
      exitCode: 1,
      text: {
        ja: expect.stringContaining(
          '2000 種類のうち 120 種類（6.0 %）が複数の行にあり、照合の基準になりません。同じ宛名番号の行が重なる番号 40',
        ),
        en: expect.stringContaining('of different resident_ids: 80'),
      },
    });
  });
});
