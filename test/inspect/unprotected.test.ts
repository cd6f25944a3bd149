import { describe, expect, it } from 'vitest';
import { profileOf } from '../../src/inspect/profile.js';
import { questionTexts } from '../../src/inspect/question-text.js';
import { questionsOf } from '../../src/inspect/questions.js';
import { unprotectedNote } from '../../src/pipeline/unprotected.js';
import { address, name, PEOPLE, type Person, zero } from './odd-exports.js';
import { type Column, proposed } from './proposed.js';

const REGISTER: readonly Column[] = [
  ['宛名番号', ({ i }) => zero(i + 1, 10)],
  ['世帯番号', ({ i }) => zero(500 + Math.trunc(i / 2), 10)],
  ['個人番号', ({ number }) => number],
  ['氏名', (person) => name(person)],
  ['生年月日', ({ y, m, d }) => `${y}-${m}-${d}`],
  ['性別', ({ sex }) => String(sex)],
  ['住所', (person) => address(person)],
];
const flag: (person: Person) => string = ({ i }) => (i % 30 === 0 ? '1' : '');

const asked = (columns: readonly Column[], kind: 'register' | 'link') => {
  const looked = columns.map(([title, value]) => ({
    name: title,
    profile: profileOf(PEOPLE.map((person) => value(person, () => person))),
  }));
  return questionsOf(kind, looked, proposed(columns, kind).mapping, 0, false);
};

describe('a register that does not say who is protected', () => {
  it('is asked about, loudly, in one line', () => {
    const questions = asked(REGISTER, 'register');
    expect(questions[0]).toEqual({ item: 'protected', kind: 'unprotected', columns: [] });
    expect(questionTexts(questions, 'en')[0]).toMatch(
      /^WARNING: .*addresses of protected people would be shown/,
    );
    expect(questionTexts(questions, 'ja')[0]).toMatch(/^警告: .*保護されている人の住所が報告書に出ます/);
  });

  it('names what it could be', () => {
    const questions = asked([...REGISTER, ['注意者区分', flag], ['続柄', () => '子']], 'register');
    expect(questions[0]).toEqual({ item: 'protected', kind: 'unprotected', columns: ['注意者区分'] });
  });

  it.each<readonly [string, readonly Column[], 'register' | 'link']>([
    ['with such a column', [...REGISTER, ['支援措置対象者フラグ', flag]], 'register'],
    ['without addresses', REGISTER.slice(0, -1), 'register'],
    ['that is a source', REGISTER, 'link'],
  ])('nothing is asked of one %s', (_, columns, kind) => {
    expect(asked(columns, kind).some((question) => question.kind === 'unprotected')).toBe(false);
  });

  it('check says it of a pipeline file with addresses in the register or a source', () => {
    const spec = (...items: readonly string[]) => ({
      columns: Object.fromEntries(items.map((item) => [item, { from: ['x'], format: null }])),
    });
    const note = (register: readonly string[], link: readonly string[]) =>
      unprotectedNote({ register: spec(...register), links: [spec(...link)] } as never);
    expect(note(['resident_id', 'address'], ['record_id'])?.en).toContain('NO protected COLUMN');
    expect(note(['resident_id'], ['record_id', 'address'])?.ja).toContain('protected');
    expect(note(['resident_id', 'address', 'protected'], ['address'])).toBeNull();
    expect(note(['resident_id', 'name'], ['record_id', 'name'])).toBeNull();
  });
});
