import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Marks } from '../../src/audit/marks.js';
import { type Pseudonyms, pseudonymsOf } from '../../src/audit/pseudonyms.js';
import { secret } from '../../src/audit/secret.js';
import { historyOf } from '../../src/decide/case-status.js';
import { changesBetween } from '../../src/decide/changes.js';
import { readMarks } from '../../src/decide/read-marks.js';
import { storeOf } from '../../src/decide/store.js';
import { markerOf, sideMarks } from '../../src/findings/marks.js';

const ITEMS = ['record_id', 'name', 'birth_date', 'sex', 'address'];
const RECORD = ['7', '斎藤 花子', '1980-01-02', '2', '東京都千代田区霞が関1-1-1'];
const RESIDENT = ['R-1', '齋藤 花子', '1980-01-02', '2', '東京都千代田区霞が関2-1-2'];

function marks(
  key: Pseudonyms | null,
  over: { record?: readonly (string | null)[]; resident?: readonly (string | null)[] } & Partial<
    Pick<Marks, 'levels' | 'candidates'>
  > = {},
): Marks {
  const marker = markerOf(key);
  return {
    key: marker.key,
    record: sideMarks(marker, 'cards:7', ITEMS, over.record ?? RECORD),
    resident: sideMarks(marker, 'R-1', ITEMS, over.resident ?? RESIDENT),
    levels: over.levels ?? { address: 'different', birth_date: 'exact' },
    candidates: over.candidates ?? ['R-9'],
  };
}
const keyOf = (text: string) => pseudonymsOf(secret(Buffer.from(text)));
const SECRET = keyOf('a key of the office');
const told = (before: Marks | undefined, now: Marks | undefined) =>
  changesBetween(before, now)?.map(({ ja }) => ja) ?? null;

describe('what has changed since a decision', () => {
  const moved = RECORD.with(4, '東京都千代田区霞が関2-1-2');
  test.each<[string, Marks | undefined, Marks | undefined, string[] | null]>([
    ['earlier versions kept no marks', undefined, marks(null), null],
    ['the record moved', marks(null), marks(null, { record: moved }), ['住所（記録の側）が変わりました']],
    [
      'the resident moved, and now agrees',
      marks(null),
      marks(null, {
        resident: RESIDENT.with(4, RECORD[4]!),
        levels: { address: 'identical', birth_date: 'exact' },
      }),
      [
        '住所（住民票の側）が変わりました',
        '住所の比較が「住所が一致しません」から「住所が一致します」に変わりました',
      ],
    ],
    [
      'an item is filled in, another taken out',
      marks(null, { record: RECORD.with(1, null as never) }),
      marks(null, { record: RECORD.with(4, null as never) }),
      ['住所（記録の側）が未登録になりました', '氏名（記録の側）が登録されました'],
    ],
    [
      'candidates come and go',
      marks(null),
      marks(null, { candidates: ['R-2', 'R-3'] }),
      ['候補が増えました: R-2、R-3', '候補から外れました: R-9'],
    ],
    [
      'many candidates come',
      marks(null),
      marks(null, { candidates: ['R-1', 'R-2', 'R-3', 'R-4', 'R-9'] }),
      ['候補が増えました: R-1、R-2、R-3、… (4)'],
    ],
    [
      'a date of birth, without a key',
      marks(null),
      marks(null, { record: RECORD.with(2, '1980-01-03') }),
      ['生年月日・性別・状態のいずれかが変わりました'],
    ],
    [
      'a date of birth, with a key',
      marks(SECRET),
      marks(SECRET, { record: RECORD.with(2, '1980-01-03') }),
      ['生年月日（記録の側）が変わりました'],
    ],
    ['another key', marks(SECRET), marks(keyOf('b')), ['どの項目かは分かりません']],
  ])('%s', (_, before, now, expected) => {
    expect(told(before, now)?.toSorted() ?? null).toEqual(expected?.toSorted() ?? null);
  });

  test('an earlier decision says what changed, one on the evidence of tonight does not', () => {
    const kept = (fingerprint: string) => ({
      ...{ case: 'c1', fingerprint, decision: 'right' as const, resident: null, reason: null },
      ...{ reviewer: 'a', at: '2023-06-22T01:00:00.000Z', runId: 'run-1', marks: marks(null) },
    });
    const tonight = { marks: marks(null, { record: moved }) };
    const history = historyOf(storeOf([kept('f1'), kept('f2')]), 'c1', 'f2', tonight);
    expect(history.map(({ current, changed }) => [current, changed?.map(({ en }) => en)])).toEqual([
      [false, ['Address (in the record) has changed']],
      [true, undefined],
    ]);
  });
});

describe('a record linked to another resident since', () => {
  const before = marks(null);
  const link = { kind: 'wrong-resident', source: 'cards', record_id: '7', resident_id: 'R-1' };
  const kept = {
    ...{ case: 'c1', fingerprint: 'f1', decision: 'right' as const, resident: null, reason: null },
    ...{ reviewer: 'a', at: '2023-06-22T01:00:00.000Z', runId: 'run-1', link },
  };
  test.each([
    [
      'to another, all else as it was',
      { ...kept, marks: before },
      'R-2',
      marks(null),
      ['連結先が変わりました: R-1 → R-2'],
    ],
    [
      'to nobody, and the record changed',
      { ...kept, marks: before },
      null,
      marks(null, { record: RECORD.with(1, '斎藤 花') }),
      ['連結先が変わりました: R-1 → 住民なし', '氏名（記録の側）が変わりました'],
    ],
    ['decided without marks', kept, 'R-2', marks(null), ['連結先が変わりました: R-1 → R-2']],
  ])('%s', (_, decision, residentId, now, expected) => {
    const [past] = historyOf(storeOf([decision]), 'c1', 'f2', { marks: now, residentId });
    expect(past!.changed!.map(({ ja }) => ja)).toEqual(expected);
  });
});

describe('marks', () => {
  test('hold a byte an item, none that could be guessed back, and differ between records of equal texts', () => {
    const marker = markerOf(null);
    const here = sideMarks(marker, 'cards:7', ITEMS, RECORD);
    expect(Object.keys(here)).toEqual(['name', 'address']);
    for (const mark of Object.values(here)) expect(mark).toMatch(/^[0-9a-f]{2}$/);
    const elsewhere = [...Array(20)].map((_, i) => sideMarks(marker, `cards:${i}`, ITEMS, RECORD).name);
    expect(new Set(elsewhere).size).toBeGreaterThan(15);
  });

  test('with a key they hold every item, and another key gives others', () => {
    const [a, b] = [SECRET, keyOf('b')].map((key) => sideMarks(markerOf(key), 'cards:7', ITEMS, RECORD));
    expect(Object.keys(a!)).toEqual(['name', 'birth_date', 'sex', 'address']);
    expect(a).not.toEqual(b);
    expect(markerOf(SECRET).key).not.toBe(markerOf(keyOf('b')).key);
  });
});

test('marks are read from the run for the cases decided on; a damaged line counts as none', async () => {
  const dir = mkdtempSync(join(tmpdir(), 'totsugo-marks-'));
  expect([...(await readMarks(dir, new Set(['F-1'])))]).toEqual([]);
  const whole = JSON.stringify({ finding_id: 'F-1', ...marks(null) });
  const other = JSON.stringify({ finding_id: 'F-3', ...marks(null) });
  writeFileSync(join(dir, 'marks.jsonl'), `${whole}\n{"finding_id":"F-2","key\n${other}\n`);
  expect([...(await readMarks(dir, new Set(['F-1', 'F-2'])))]).toEqual([['F-1', marks(null)]]);
  rmSync(dir, { recursive: true });
});
