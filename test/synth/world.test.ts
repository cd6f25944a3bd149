import iconv from 'iconv-lite';
import { beforeAll, describe, expect, test } from 'vitest';
import { FILES, type MadeWorld, madeWorld, type Row } from './made-world.js';

const SIZE = 4000;
let world: MadeWorld;
let byId: ReadonlyMap<string, Row>;

beforeAll(async () => {
  world = await madeWorld({ residents: SIZE, seed: 11, wrongRate: 0.01, threads: 1 });
  byId = new Map(world.residents.map((row) => [row.宛名番号!, row]));
});

// The rule of 番号法総務省令 第5条, written out once more on its own.
function validNumber(number: string): boolean {
  const sum = [6, 5, 4, 3, 2, 7, 6, 5, 4, 3, 2].reduce(
    (total, weight, at) => total + weight * Number(number[at]),
    0,
  );
  const remainder = sum % 11;
  return /^\d{12}$/.test(number) && Number(number[11]) === (remainder <= 1 ? 0 : 11 - remainder);
}

describe('the same options make the same bytes', () => {
  test('whatever the number of threads', async () => {
    const again = await madeWorld({ residents: SIZE, seed: 11, wrongRate: 0.01, threads: 3 });
    for (const file of FILES) expect(again.bytes[file]!.equals(world.bytes[file]!), file).toBe(true);
  });

  test('and the same world in CP932', async () => {
    const other = await madeWorld({ residents: SIZE, seed: 11, wrongRate: 0.01, encoding: 'cp932' });
    for (const file of ['residents.csv', 'cards.csv', 'insurance.csv']) {
      const text = iconv.decode(other.bytes[file]!, 'cp932').replaceAll('\r\n', '\n');
      expect(text === world.bytes[file]!.toString('utf8'), file).toBe(true);
    }
    for (const file of ['accounts.txt', 'services.jsonl', 'truth.csv']) {
      expect(other.bytes[file]!.equals(world.bytes[file]!), file).toBe(true);
    }
  });

  test('another seed makes another world', async () => {
    const other = await madeWorld({ residents: 200, seed: 12, wrongRate: 0 });
    expect(other.residents[0]).not.toEqual(world.residents[0]);
    expect(other.truth.every(({ wrong }) => wrong === '0')).toBe(true);
  });
});

describe('the register', () => {
  test('has as many residents as asked for, each with keys of their own', () => {
    expect(world.residents).toHaveLength(SIZE);
    for (const key of ['宛名番号', '個人番号', '利用者証明用シリアル番号']) {
      expect(new Set(world.residents.map((row) => row[key])).size, key).toBe(SIZE);
    }
    expect(world.residents.every((row) => validNumber(row.個人番号!))).toBe(true);
  });

  test('keeps families together: one address each, mostly one surname', () => {
    const households = groupBy(world.residents, (row) => row.世帯番号!);
    expect(world.residents.length / households.size).toBeGreaterThan(1.8);
    for (const members of households.values()) expect(members.every(({ 住所 }) => 住所 !== '')).toBe(true);
    const several = [...households.values()].filter((members) => members.length > 1);
    const named = several.filter(
      (members) => new Set(members.map((row) => row.氏名!.split(/[　 ［]/)[0])).size === 1,
    );
    expect(named.length / several.length).toBeGreaterThan(0.95);
    const housed = several.filter((members) => new Set(members.map(({ 住所 }) => 住所)).size === 1);
    expect(housed.length).toBe(several.length);
  });

  test('holds twins, foreigners, the dead, the departed, the protected, and people without furigana', () => {
    const share = (holds: (row: Row) => boolean) => world.residents.filter(holds).length / SIZE;
    expect(share((row) => /^[A-Z]/.test(row.氏名!))).toBeGreaterThan(0.01);
    expect(share((row) => row.通称 !== '')).toBeGreaterThan(0.002);
    expect(share((row) => row.フリガナ === '')).toBeGreaterThan(0.08);
    expect(share((row) => row.住民状態 === '死亡')).toBeGreaterThan(0.004);
    expect(share((row) => row.住民状態 === '転出')).toBeGreaterThan(0.006);
    expect(share((row) => row.支援措置 !== '')).toBeGreaterThan(0);
    expect(share((row) => row.転入前住所 !== '')).toBeGreaterThan(0.1);
    const siblings = groupBy(world.residents, (row) => `${row.世帯番号}${row.生年月日}`);
    expect([...siblings.values()].filter((same) => same.length > 1).length).toBeGreaterThan(2);
  });
});

describe('truth.csv', () => {
  test('has one row for each link of every source', () => {
    for (const [source, records] of Object.entries(world.sources)) {
      const told = world.truth.filter((row) => row.source === source).map((row) => row.record_id);
      expect(told.toSorted(), source).toEqual(records.map(({ id }) => id).toSorted());
    }
  });

  test('says to whom each number leads', () => {
    const holders = new Map(world.residents.map((row) => [row.個人番号!, row.宛名番号!]));
    const serials = new Map(world.residents.map((row) => [row.利用者証明用シリアル番号!, row.宛名番号!]));
    for (const [source, records] of Object.entries(world.sources)) {
      const told = world.truth.filter((row) => row.source === source);
      records.forEach(({ tie }, at) => {
        expect(told[at]!.resident_id).toBe((source === 'services' ? serials : holders).get(tie) ?? '');
      });
    }
  });

  test('calls a link wrong exactly when it is not the rightful one', () => {
    for (const row of world.truth) {
      if (row.wrong === '1') {
        expect(row.resident_id).not.toBe(row.true_resident_id || 'nobody');
        expect(row.cause).not.toBe('');
      } else if (row.resident_id !== '') expect(row.resident_id).toBe(row.true_resident_id);
    }
    const wrong = world.truth.filter((row) => row.wrong === '1').length;
    expect(wrong / world.truth.length).toBeGreaterThan(0.008);
    expect(wrong / world.truth.length).toBeLessThan(0.02);
  });

  test.each([
    'stale-address',
    'address-notation',
    'name-variant',
    'maiden-name',
    'unknown-character',
    'no-address',
    'kana-dakuten',
    'no-sex',
    'unknown-number',
    'invalid-number',
    'duplicate-link',
    'defunct-resident',
    'stale-binding',
    'alias',
    'no-birth',
    'faulty-terminal',
    'careless-operator',
  ])('knows of %s', (note) => {
    expect(world.truth.some((row) => row.note!.split('+').includes(note))).toBe(true);
  });
});

test('accounts are lines of 77 bytes without small kana', () => {
  const text = world.bytes['accounts.txt']!.toString('latin1');
  const lines = text.split('\r\n').slice(0, -1);
  expect(lines.every((line) => line.length === 77)).toBe(true);
  expect(world.sources.accounts!.every(({ kana }) => /^[ｱ-ﾝﾞﾟ -]*$/.test(kana))).toBe(true);
});

describe('wrong links carry their cause', () => {
  const struck = (cause: string, source?: string) =>
    world.truth.filter((row) => row.cause === cause && (source === undefined || row.source === source));
  const person = (id: string | undefined) => byId.get(id ?? '');

  test('namesake: kana, birth date and sex agree, the address does not', () => {
    const rows = struck('namesake');
    expect(rows.length).toBeGreaterThan(6);
    for (const row of rows) {
      const [linked, owner] = [person(row.resident_id)!, person(row.true_resident_id)!];
      expect([linked.生年月日, linked.性別]).toEqual([owner.生年月日, owner.性別]);
      if (linked.フリガナ && owner.フリガナ) expect(linked.フリガナ).toBe(owner.フリガナ);
      expect(linked.住所).not.toBe(owner.住所);
    }
  });

  test('family: one household', () => {
    const rows = struck('family');
    expect(rows.length).toBeGreaterThan(10);
    for (const row of rows)
      expect(person(row.resident_id)!.世帯番号).toBe(person(row.true_resident_id)!.世帯番号);
  });

  test('number-typo: one digit or one swap of neighbours away', () => {
    const rows = struck('number-typo').filter((row) => row.resident_id !== '' && row.true_resident_id !== '');
    expect(rows.length).toBeGreaterThan(5);
    for (const row of rows) {
      const [a, b] = [person(row.resident_id)!.個人番号!, person(row.true_resident_id)!.個人番号!];
      const places = [...a].flatMap((digit, at) => (digit === b[at] ? [] : [at]));
      const swapped =
        places.length === 2 &&
        places[1] === places[0]! + 1 &&
        a[places[0]!] === b[places[1]!] &&
        a[places[1]!] === b[places[0]!];
      expect(places.length === 1 || swapped).toBe(true);
    }
  });

  test('shared-terminal: the linked resident was served minutes before at the same terminal', () => {
    for (const source of ['cards', 'accounts']) {
      const records = world.sources[source]!;
      const rightful = new Map(
        world.truth
          .filter((row) => row.source === source)
          .map((row, at) => [row.true_resident_id, records[at]!]),
      );
      const rows = struck('shared-terminal', source);
      expect(rows.length).toBeGreaterThan(1);
      for (const row of rows.filter(({ true_resident_id: owner }) => owner !== '')) {
        const [late, early] = [rightful.get(row.true_resident_id)!, rightful.get(row.resident_id)!];
        expect(late.terminal).toBe(early.terminal);
        const minutes = (seconds(late.at) - seconds(early.at)) / 60;
        expect(minutes).toBeGreaterThan(0);
        expect(minutes).toBeLessThan(25);
      }
    }
  });

  test('row-shift: runs of at least five rows, each with the number of the next row', () => {
    const rows = world.truth.flatMap((row, at) => (row.cause === 'row-shift' ? [at] : []));
    expect(rows.length).toBeGreaterThan(10);
    for (const at of rows) expect(world.truth[at]!.resident_id).toBe(world.truth[at + 1]!.true_resident_id);
    const starts = rows.filter((at) => world.truth[at - 1]!.cause !== 'row-shift');
    for (const start of starts) {
      expect(world.truth.slice(start, start + 5).map(({ cause }) => cause)).toEqual(
        Array(5).fill('row-shift'),
      );
    }
  });

  test('swap: rings of two or three', () => {
    for (const source of ['cards', 'insurance', 'accounts']) {
      const rows = struck('swap', source);
      expect(rows.length).toBeGreaterThan(1);
      const next = new Map(rows.map((row) => [row.true_resident_id!, row.resident_id!]));
      for (const start of next.keys()) {
        if (start === '') continue;
        const second = next.get(start)!;
        const third = next.get(second)!;
        expect(third === start || next.get(third) === start).toBe(true);
      }
    }
  });

  test('neighbour-record: the neighbouring record or certificate', () => {
    for (const source of ['cards', 'insurance']) {
      const told = world.truth.filter((row) => row.source === source);
      const owners = told.map((row) => row.true_resident_id);
      const rows = told.flatMap((row, at) => (row.cause === 'neighbour-record' ? [at] : []));
      expect(rows.length).toBeGreaterThan(1);
      for (const at of rows) expect([owners[at - 1], owners[at + 1]]).toContain(told[at]!.resident_id);
    }
    for (const row of struck('neighbour-record', 'services')) {
      const serial = (id: string | undefined) => Number.parseInt(person(id)!.利用者証明用シリアル番号!, 16);
      expect(serial(row.resident_id) - serial(row.true_resident_id)).toBe(1);
    }
  });
});

function groupBy(rows: readonly Row[], key: (row: Row) => string): ReadonlyMap<string, readonly Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(key(row));
    if (group) group.push(row);
    else groups.set(key(row), [row]);
  }
  return groups;
}

function seconds(at: string): number {
  const digits = at.replace(/\D/g, '');
  const part = (from: number, to: number) => Number(digits.slice(from, to));
  return Date.UTC(part(0, 4), part(4, 6) - 1, part(6, 8), part(8, 10), part(10, 12), part(12, 14)) / 1000;
}
