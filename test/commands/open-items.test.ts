import { expect, test } from 'vitest';
import { openItems } from '../../src/commands/init/open-items.js';
import type { Source } from '../../src/commands/init/sources.js';
import type { Question } from '../../src/inspect/index.js';

const source = (questions: readonly Question[], kind = 'link'): Source =>
  ({
    key: 'idp',
    inspection: { path: 'idp.csv', kind, questions, columns: [{ name: 'uid' }, { name: '番号' }] },
  }) as unknown as Source;

const SERIAL: Question = { item: 'auth_serial', kind: 'guess', columns: ['cert_sn'] };
const PHONE: Question = { item: 'phone', kind: 'doubtful', columns: ['msisdn'] };

test('what blocks is told alone, with the option that settles it', () => {
  const message = openItems(source([PHONE, SERIAL])).message;
  expect(message).toContain("--map 'idp.auth_serial=cert_sn'");
  expect(message).not.toContain('msisdn');
});

test('what no column looks like is asked for in plain words, with the columns that there are', () => {
  const missing: Question = { item: 'my_number', kind: 'missing', columns: [] };
  const failure = openItems(source([PHONE, missing]));
  expect(failure.message).toContain('Which column ties a record to a resident');
  expect(failure.message).toContain("--map 'idp.my_number=COLUMN'");
  expect(failure.message).toContain('Columns of the file: uid, 番号');
  expect(failure.say('ja')).toContain('記録を住民に結び付ける列');
});

test.each(['record_id', 'resident_id'] as const)('a key is asked for by what it is for: %s', (item) => {
  const missing: Question = { item, kind: 'missing', columns: ['uid'] };
  const message = openItems(source([PHONE, missing], item === 'record_id' ? 'link' : 'register')).message;
  expect(message).toContain(item === 'record_id' ? 'names a record' : 'names a resident');
  expect(message).toContain('Is it one of "uid"?');
});

test('the key of residents is asked for in a source as what may tie it', () => {
  const guess: Question = { item: 'resident_id', kind: 'guess', columns: ['uid'] };
  const { message } = openItems(source([PHONE, guess]));
  expect(message).toContain('Which column ties a record to a resident');
  expect(message).toContain("--map 'idp.resident_id=uid'");
});

test('where nothing seems to block all questions are told', () => {
  expect(openItems(source([PHONE])).message).toContain('msisdn');
});

test.each(['9832-0567-3214', "o'clock", 'two\nlines'])(
  'a name that cannot be shown or copied as it is gets no option: %j',
  (name) => {
    const message = openItems(source([{ ...SERIAL, columns: [name] }])).message;
    expect(message).not.toContain("--map 'idp");
    expect(message).not.toContain('9832-0567-3214');
  },
);
