import { expect, test } from 'vitest';
import { pseudonymsOf } from '../../src/audit/pseudonyms.js';
import { secret } from '../../src/audit/secret.js';
import { fingerprint, LINKED_TEXTS, RECORD_TEXTS } from '../../src/findings/fingerprint.js';
import { markerOf } from '../../src/findings/marks.js';
import { OPTIONAL_ITEMS, PERSON_ITEMS } from '../../src/verify/comparisons/index.js';

test('every item that is compared goes in, on both sides', () => {
  const items = [...PERSON_ITEMS, 'status', ...OPTIONAL_ITEMS];
  expect(RECORD_TEXTS).toEqual(['record_id', ...items]);
  expect(LINKED_TEXTS).toEqual(['resident_id', ...items]);
});

const PLAIN = markerOf(null);
const texts = (...given: (string | null)[]) => RECORD_TEXTS.map((_, i) => given[i] ?? null);
const [record, resident] = [texts('R-1', '山田　花子'), texts('1', '山田　花子')];
const before = fingerprint(PLAIN, 'wrong-resident', record, resident, ['2']);

test.each<[string, string, (string | null)[], (string | null)[], string[]]>([
  ['a text of the record', 'wrong-resident', texts('R-1', '山田　華子'), resident, ['2']],
  ['a text of the resident', 'wrong-resident', record, texts('1', '山田　華子'), ['2']],
  ['another who fits', 'wrong-resident', record, resident, ['2', '3']],
  ['nobody who fits', 'wrong-resident', record, resident, []],
  ['another question', 'defunct-resident', record, resident, ['2']],
])('%s changes it', (_, kind, one, other, fits) => {
  expect(fingerprint(PLAIN, kind, one, other, fits)).not.toBe(before);
});

test('another answer to the same question does not, nor an optional item that nobody states', () => {
  expect(fingerprint(PLAIN, 'nobody-fits', record, resident, ['2'])).toBe(before);
  expect(fingerprint(PLAIN, 'wrong-resident', record.slice(), resident.slice(), ['2'])).toBe(before);
});

test('with a key it is another, and other again under another key', () => {
  const keyed = ['a', 'b'].map((key) => markerOf(pseudonymsOf(secret(Buffer.from(key)))));
  const all = [PLAIN, ...keyed].map((marker) =>
    fingerprint(marker, 'wrong-resident', record, resident, ['2']),
  );
  expect(new Set(all).size).toBe(3);
  for (const one of all) expect(one).toMatch(/^[0-9a-f]{8}(-[0-9a-f]{8}){3}$/);
});
