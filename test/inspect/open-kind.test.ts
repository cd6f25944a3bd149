import { describe, expect, it } from 'vitest';
import { isKindOpen } from '../../src/inspect/looks-like-register.js';
import { profileOf } from '../../src/inspect/profile.js';
import { PEOPLE } from './odd-exports.js';
import { type Column, OPERATOR, proposed, RECORD, TERMINAL, TIME } from './proposed.js';

const [, ...PERSON] = RECORD;
const ID: Column = ['宛名番号', ({ i }) => `${10_000_003 + i * 7}`];
const HOUSEHOLD: Column = ['世帯番号', ({ i }) => `${500_001 + Math.trunc(i / 2)}`];
const MOVED: Column = ['異動日', ({ i }) => `20${10 + (i % 9)}-0${1 + (i % 9)}-11`];
const BEFORE: Column = ['前住所', ({ i }) => (i % 3 ? '' : `東京都中央区緑町${1 + i}番地`)];
const ISSUED: Column = ['交付日時', TIME];
const CARD: Column = ['カード番号', ({ i }) => `C${1000 + i * 3}`];

const columnsOf = (columns: readonly Column[]) =>
  columns.map(([name, value]) => ({
    name,
    profile: profileOf(PEOPLE.map((person) => value(person, () => person))),
  }));
/** Items that mean something only in a register, or only in a source. */
const OF_KIND =
  /^(resident_id|household_id|municipality|moved_on|previous_address|protected|status|record_id|organisation|registered_at|terminal|operator|lookup)$/;
const surest = (columns: readonly Column[], kind?: 'register' | 'link') =>
  Math.max(
    ...proposed(columns, kind)
      .mapping.filter(({ item }) => OF_KIND.test(item))
      .map(({ confidence }) => confidence),
  );

describe('a file that may be the register or an export of an office', () => {
  const open: Column[] = [ID, ...PERSON, HOUSEHOLD, MOVED, ISSUED];

  it('has nothing of its kind above 80 %, and the rest as it is', () => {
    const { kind, mapping } = proposed(open);
    expect(isKindOpen(kind, columnsOf(open))).toBe(true);
    expect(surest(open)).toBeLessThan(0.8);
    expect(mapping.find(({ item }) => item === 'my_number')!.confidence).toBeGreaterThan(0.9);
    expect(mapping.find(({ item }) => item === 'birth_date')!.confidence).toBeGreaterThan(0.9);
  });

  it('has all of it once somebody says what it is', () => {
    expect(surest(open, 'register')).toBeGreaterThan(0.8);
    expect(surest(open, 'link')).toBeGreaterThan(0.8);
  });

  it.each<['register' | 'link', Column[]]>([
    ['register', [ID, ...PERSON, HOUSEHOLD, MOVED, BEFORE]],
    ['link', [CARD, ...PERSON, ISSUED, ['端末番号', TERMINAL], ['担当者', OPERATOR]]],
  ])('is not a plain %s', (kind, columns) => {
    expect(proposed(columns).kind).toBe(kind);
    expect(isKindOpen(kind, columnsOf(columns))).toBe(false);
    expect(surest(columns)).toBeGreaterThan(0.8);
  });
});
