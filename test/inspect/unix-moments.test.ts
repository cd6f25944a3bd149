import { describe, expect, it } from 'vitest';
import { profileOf } from '../../src/inspect/profile.js';
import { propose } from '../../src/inspect/propose.js';
import { unixMoments } from '../../src/inspect/unix-moments.js';
import { iso, PEOPLE } from './odd-exports.js';
import { type Column, mapped, proposed, RECORD } from './proposed.js';

const DAY = 86_400;
/** 10:00 and later on a day of 2023 in Japan, in seconds since 1970 in Greenwich (date -u -d '2023-01-05 01:00' +%s). */
const opened = (i: number) => 1_672_880_400 + (i % 200) * DAY + ((i * 977) % 28_000);
const SECONDS: Column[1] = ({ i }) => `${opened(i)}`;
const MILLIS: Column[1] = ({ i }) => `${opened(i)}${String(i % 1000).padStart(3, '0')}`;

describe('moments counted from 1970', () => {
  it.each([
    ['TOROKU_TS', SECONDS],
    ['linked_at', SECONDS],
    ['acceptedAtEpochMs', MILLIS],
    ['ISSUE_MS', MILLIS],
    ['created_unixtime', SECONDS],
    ['登録タイムスタンプ', MILLIS],
  ])('are %s', (name, value) => {
    const { mapping } = proposed([...RECORD, [name, value]], 'link');
    const found = mapping.find(({ item }) => item === 'registered_at');
    expect(found?.columns).toEqual([name]);
    expect(found?.format).toBe(null);
  });

  it('are told by their times of day where columns have no names', () => {
    const rows = [...Array(5).keys()].flatMap((n) =>
      PEOPLE.map((person) => ({ ...person, i: person.i + n * PEOPLE.length })),
    );
    const columns = { f1: RECORD[0]![1], f2: RECORD[1]![1], f3: RECORD[2]![1], f4: iso, f9: SECONDS };
    const values = new Map(
      Object.entries(columns).map(([name, value]) => [
        name,
        rows.map((person) => value(person, () => person)),
      ]),
    );
    const looked = [...values].map(([name, of]) => ({ name, profile: profileOf(of) }));
    const { mapping } = propose({ columns: looked, values }, 'link');
    const found = mapping.find(({ item }) => item === 'registered_at');
    expect(found?.columns).toEqual(['f9']);
    expect(found!.confidence).toBeLessThan(0.8);
  });

  it('are not taken for the registration where the name says something else', () => {
    const columns: Column[] = [
      ['last_login', SECONDS],
      ['session_expires', MILLIS],
    ];
    expect(mapped(proposed([...RECORD, ...columns], 'link')).registered_at).toBeUndefined();
    expect(mapped(proposed([...RECORD, ...columns, ['linked_at', SECONDS]], 'link')).registered_at).toBe(
      'linked_at',
    );
  });

  it('are no numbers of cards that rise or are drawn by chance, nor numbers of other lengths', () => {
    const rows = Array.from({ length: 400 }, (_, i) => i);
    const rising = rows.map((i) => `${1_600_000_001 + i * 7}`);
    const drawn = rows.map((i) => `${1_300_000_000 + ((i * 7_919_317) % 400_000_000)}`);
    expect(unixMoments(rows.map((i) => `${opened(i)}`))).toBe('tell');
    expect(unixMoments(rising)).toBe('lie');
    expect(unixMoments(drawn)).toBe('lie');
    expect(unixMoments(rows.map((i) => `${2_300_000_001 + i * 7}`))).toBe(null);
    expect(unixMoments(rows.map((i) => `${160_000_001 + i * 7}`))).toBe(null);
    const keys: Column[] = [['カード番号', ({ i }) => rising[i]!], ...RECORD.slice(1)];
    expect(mapped(proposed(keys, 'link'))).toMatchObject({ record_id: 'カード番号' });
    expect(profileOf(rising).type).toBe('digits');
  });
});
