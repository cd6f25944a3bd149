import { describe, expect, it } from 'vitest';
import { endedText } from '../../src/inspect/ended-text.js';
import type { Inspection } from '../../src/inspect/index.js';
import { profileOf } from '../../src/inspect/profile.js';
import { iso, name, PEOPLE, zero } from './odd-exports.js';
import { type Column, proposed } from './proposed.js';

const RECORD: readonly Column[] = [
  ['宛名番号', ({ i }) => zero(i * 7, 8)],
  ['個人番号', ({ number }) => number],
  ['氏名', (person) => name(person)],
  ['生年月日', iso],
];
const some: Column[1] = ({ i }) => (i % 4 === 0 ? `2023-0${1 + (i % 9)}-11` : '');

function said(columns: readonly Column[], kind: 'register' | 'link'): string | null {
  const looked = columns.map(([title, value]) => ({
    name: title,
    profile: profileOf(PEOPLE.map((person) => value(person, () => person))),
  }));
  const { mapping } = proposed(columns, kind);
  return endedText({ kind, columns: looked, mapping } as unknown as Inspection, 'ja');
}

describe('a day that only those have who left, or what has ended', () => {
  it.each(['消除年月日', '減異動年月日', '転出年月日', '死亡日', 'SYOJOYMD', 'moved_out_on'])(
    '%s tells no status of residents, and that is said',
    (day) => expect(said([...RECORD, [day, some]], 'register')).toMatch(`日付（${day}）だけ`),
  );
  it.each(['資格喪失年月日', '喪失日', '返還年月日', '解約日', 'closed_on'])(
    '%s tells none of a link, and that is said',
    (day) => expect(said([...RECORD, [day, some]], 'link')).toMatch(`日付（${day}）だけ`),
  );
  it.each<[string, 'register' | 'link']>([
    ['異動年月日', 'register'],
    ['転入年月日', 'register'],
    ['転出予定年月日', 'register'],
    ['消除事由', 'register'],
    ['有効期間終了日', 'link'],
    ['資格取得年月日', 'link'],
    ['失効予定日', 'link'],
  ])('nothing is said of %s', (day, kind) => expect(said([...RECORD, [day, some]], kind)).toBeNull());
  it('nothing is said where a status is read', () => {
    const status: Column = ['住民状態', ({ i }) => (i % 4 === 0 ? '転出' : '現存')];
    expect(said([...RECORD, ['消除年月日', some], status], 'register')).toBeNull();
  });
});
