import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { joined } from '../../src/ingest/delimited/csv-relation.js';
import { joinedValue } from '../../src/ingest/delimited/joined-value.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
});
afterAll(() => engine.close());

describe('joined', () => {
  it.each([
    ['record_id', ['1', '2', '3'], '1-2-3'],
    ['record_id', ['1', null, '3'], '1--3'],
    ['record_id', [null, null], null],
    ['name', ['佐藤', '花子'], '佐藤 花子'],
    ['name', [' 佐藤 ', null], '佐藤'],
    ['name', [null, null], null],
    // The client library drops a byte order mark in front of a value: the text could not be looked up again.
    ['name', ['\ufeff佐藤　\ufeff花子'], '佐藤　花子'],
    ['name', ['\ufeff 佐藤'], '佐藤'],
    ['name', ['\ufeff'], null],
    // What databases write where there is nothing is a name, too, and stays what it is.
    ['name', ['NULL TARO'], 'NULL TARO'],
    ['name', ['Null'], 'Null'],
    ['name', ['NULL'], 'NULL'],
    ['phone', ['\\N'], '\\N'],
    ['record_id', ['\\N1'], '\\N1'],
    ['birth_date', ['昭和', '50', '3', null], '昭和-50-3-'],
    ['birth_date', [null, null, null, null], null],
    // With a hyphen between, 10:30 would be an offset from UTC.
    ['registered_at', ['2022-01-05', '10:30'], '2022-01-05 10:30'],
    ['registered_at', ['2022-01-05', null], '2022-01-05'],
    ['registered_at', ['2022', '1', '5'], '2022-1-5'],
    ['address', ['東町1-1', 'メゾン東 101'], '東町1-1 メゾン東 101'],
  ])('%s of %j is %s', async (item, parts, expected) => {
    const columns = parts.map((part) => (part === null ? 'CAST(NULL AS VARCHAR)' : `'${part}'`));
    expect(await engine.value(`SELECT ${joined(item, columns)}`)).toBe(expected);
    // What inspect and check say of it before a run is the same.
    expect(
      joinedValue(
        item,
        parts.map((part) => part ?? ''),
      ),
    ).toBe(expected ?? '');
  });
});
