import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PersonView } from '../../src/audit/case.js';
import { pseudonymsOf } from '../../src/audit/pseudonyms.js';
import { secret } from '../../src/audit/secret.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { placeHider } from '../../src/findings/hidden-places.js';
import { type Marker, markerOf } from '../../src/findings/marks.js';
import { protectedPlaces } from '../../src/findings/protected-places.js';
import { readRecords, readResidents } from '../../src/result/people.js';
import { redact } from '../../src/result/redact.js';
import { secretsOf } from '../../src/result/secrets.js';

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
  await engine.run(`
    CREATE TABLE residents AS SELECT * FROM (VALUES
      (0, 'R0', '千葉県市川市元町１丁目２番３号　コーポ元町２０１', true),
      (1, 'R1', '千葉県市川市元町1-2-3', false),          -- lives with 0
      (2, 'R2', '千葉県市川市元町1-2-4', false),          -- next door
      (3, 'R3', '千葉県市川市本町', true),                -- protected, no house number
      (4, 'R4', '千葉県市川市本町5-6', false),
      (5, 'R5', '千葉県市川市元町1-2-3 コーポ元町305', false), -- another flat of the house of 0
      (6, 'R6', '千葉県市川市幸町12番地3 ハイツ205', true),
      (7, 'R7', '千葉県市川市幸町40-118', true),             -- a house number or a room
      (8, 'R8', '千葉県市川市幸町50-1 メゾン', true)) t(rid, resident_id, address, is_protected);
    CREATE TABLE links AS SELECT * FROM (VALUES (7, '市川市元町一丁目２−３'), (8, '市川市元町9-9-9')) t(lid, address);
    ${['residents', 'links']
      .map(
        (table) => `
    ALTER TABLE ${table} ADD COLUMN file INTEGER DEFAULT 0; ALTER TABLE ${table} ADD COLUMN "row" INTEGER DEFAULT 1;
    ALTER TABLE ${table} ADD COLUMN dob INTEGER; ALTER TABLE ${table} ADD COLUMN "number" BIGINT;
    ALTER TABLE ${table} ADD COLUMN number_state VARCHAR;
    ${['name', 'kana', 'former_name', 'alias', 'birth_date', 'sex', 'phone', 'vitality', 'moved_on', 'household_id', 'status', 'previous_address', 'municipality', 'auth_serial', 'sign_serial', 'record_id', 'registered_at', 'terminal', 'operator', 'lookup', 'serial', 'resident_key'].map((item) => `ALTER TABLE ${table} ADD COLUMN ${item} VARCHAR`).join('; ')}`,
      )
      .join(';')}`);
});
afterAll(() => engine.close());

describe('protectedPlaces', () => {
  it.each([
    ['千葉県市川市元町１丁目２番３号　コーポ元町２０１', true],
    ['市川市元町1-2-3', true],
    ['千葉県市川市元町1-2-4', false],
    ['東京都江戸川区元町1-2-3', false],
    ['千葉県市川市本町', true],
    ['千葉県市川市本町5-6', false],
    [null, false],
  ])('%s: %s', async (address, expected) => {
    expect((await protectedPlaces(engine))(address)).toBe(expected);
  });

  it.each([
    '市川市元町1-2-3 コーポ元町２０１号室',
    '市川市元町1-2-3コーポ元町#201',
    '市川市元町1-2-3-201',
    '市川市元町1丁目2番3-201号',
    '市川市元町1-2-3の201',
    '市川市元町1-2-3 ２０１',
    '市川市元町1-2-3 コーポ元町Ａ棟201',
    '市川市元町1-2-3 コーポ元町A-201',
    '市川市元町1-2-3 コーポ元町2-201',
    '市川市元町1-2-3-2-201',
    '市川市元町1-2-3 コーポ元町2階1号',
    '市川市元町1-2-3 コーポ元町2階',
    '市川市元町1-2-3 コーポ元町二〇一号室',
    '市川市元町1-2-3 コーポ元町0201',
    '市川市元町1-2-3 201号 コーポ元町',
    '市川市元町1-2-3 コーポ元町201-2',
    '市川市元町1-2-3 コーポ元町201・202号',
    '市川市元町1-2-3 コーポ元町201号 山田方',
    '市川市元町1-2-3 コーポ本町201',
    '市川市元町1-2-3 コーポ元町',
    '市川市元町1-2-3 コーポ本町',
    '千葉県市川市幸町12-3-205',
    '市川市幸町12番地3-205',
    '市川市幸町12-3',
    '市川市幸町40番地 118号',
    '市川市幸町40',
    '市川市幸町50-1 メゾン101',
  ])('the door of a protected person, in another notation: %s', async (address) => {
    expect((await protectedPlaces(engine))(address)).toBe(true);
  });

  it.each([
    '市川市元町1-2-3 コーポ元町305',
    '市川市元町1-2-3 コーポ元町３０５号室',
    '市川市元町1-2-3-305',
    '市川市元町1-2-3 コーポ元町2-305',
    '市川市元町1-2-3 ２０２',
    '市川市元町1-2-3 コーポ元町210',
    '市川市元町1-2-3 コーポ本町102',
    '市川市幸町12-3-206',
    '市川市幸町12番地3 ハイツ105',
    '市川市幸町12番地3の306',
    '市川市幸町40-119',
    '市川市幸町40番地 ハイツ301号',
  ])('another room of the house: %s', async (address) => {
    expect((await protectedPlaces(engine))(address)).toBe(false);
  });
});

describe('redact', () => {
  it('shows no address at which a protected person lives, in nobody’s row and in no record', async () => {
    const secrets = await secretsOf(engine);
    const residents = await readResidents(engine, 'true');
    const records = await readRecords(engine, 'lid IN (7, 8)');
    const address = (record: PersonView) => {
      const shown = redact({ record, linked: null, candidates: [], evidence: [], total: 0 }, secrets);
      return shown.record.items.address;
    };
    const shown = [0, 1, 2, 3, 4, 5].filter((rid) => address(residents.get(rid)!.view) !== null);
    expect(shown).toEqual([2, 4, 5]);
    expect([7, 8].map((lid) => address(records.get(lid)!.view))).toEqual([null, '市川市元町9-9-9']);
  });
});

describe('what goes into marks and fingerprint', () => {
  const ITEMS = ['name', 'address', 'previous_address'];
  const side = (address: string) => ({ items: ITEMS, texts: ['山田', address, '市川市旧町1'] });
  const [far, here] = [side('市川市元町9-9-9'), side('市川市元町1-2-3')];
  const keyed = markerOf(pseudonymsOf(secret(Buffer.from('a key'))));
  const bare = ['山田', null, null];
  it.each<[string, Marker, typeof far, typeof far, boolean, unknown]>([
    ['nobody is protected', markerOf(null), far, far, false, [far.texts, far.texts]],
    ['one lives where a protected person lives', markerOf(null), far, here, false, [bare, bare]],
    ['a protected person is concerned', markerOf(null), far, far, true, [bare, bare]],
    ['there is a key', keyed, here, here, true, [here.texts, here.texts]],
  ])('%s', async (_, marker, one, other, isConcerned, expected) => {
    const hide = await placeHider(engine, marker);
    expect(hide(one, other, isConcerned)).toEqual(expected);
  });
});
