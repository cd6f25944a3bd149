import { expect, test } from 'vitest';
import { encodedList } from '../../src/report/html/case/encoded-list.js';
import { utf8 } from '../../src/text/utf8.js';

const TEXTS = ['', 'a', 'é', '氏', '𠮷', '\ud842', `${'佐藤'.repeat(40)} Ünïcode`];

test.each(TEXTS)('a text in one pass has the bytes that Buffer.from gives it: %j', (text) => {
  expect(Buffer.from(utf8(text)).toString('hex')).toBe(Buffer.from(text).toString('hex'));
});

test('texts stand one on a line with commas between, also beyond the room of the first', () => {
  const list = encodedList<string>();
  const added: string[] = [];
  for (const text of [...TEXTS, '氏'.repeat(30_000), 'b', 'é'.repeat(200_000), '名']) {
    list.add(text);
    added.push(text);
    expect(list.length).toBe(added.length);
    expect(list.bytes).toBe(added.reduce((sum, one) => sum + Buffer.byteLength(one), 0));
    expect(Buffer.from(list.joined()).toString('hex')).toBe(Buffer.from(added.join(',\n')).toString('hex'));
  }
});

test('what was added last is dropped without a trace, and the next stands in its place', () => {
  const list = encodedList<string>();
  for (const text of ['一', '二', '三']) list.add(text);
  list.dropLast();
  expect(list.length).toBe(2);
  expect(list.bytes).toBe(6);
  list.add('four');
  expect(Buffer.from(list.joined()).toString()).toBe('一,\n二,\nfour');
});

test('nothing is no bytes', () => {
  const list = encodedList<string>();
  expect(list.bytes).toBe(0);
  expect(list.joined()).toHaveLength(0);
  list.add('a');
  list.dropLast();
  expect(list.bytes).toBe(0);
  expect(list.joined()).toHaveLength(0);
});
