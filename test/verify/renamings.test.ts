import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import { literal } from '../../src/engine/sql.js';
import { canonicalAddress } from '../../src/normalize/address/address.js';
import { houseNumbers } from '../../src/prepare/house-numbers.js';
import { ADDRESS_CODES, compareAddresses } from '../../src/verify/comparisons/address.js';
import { placeChange } from '../../src/verify/gazetteer/place-change.js';
import { makePlaceChanges } from '../../src/verify/gazetteer/place-changes.js';
import { learnRenamings, markRenamed } from '../../src/verify/renamings.js';

/** Addresses of a record and of the resident. */
type Pair = readonly [record: string, resident: string];

let engine: Engine;
beforeEach(async () => {
  engine = await openDuckDb();
  await makePlaceChanges(engine, []);
});
afterEach(() => engine.close());

/** Makes what the comparison of links leaves. */
async function compared(pairs: readonly Pair[], table = 'levels'): Promise<void> {
  const level = ([record, resident]: Pair) =>
    compareAddresses(canonicalAddress(record), canonicalAddress(resident), null);
  const rows = pairs.map((pair, i) => `(${i}, ${literal(pair[0])}, ${literal(pair[1])}, ${level(pair)})`);
  await engine.run(`
    CREATE OR REPLACE TABLE pairs AS SELECT * FROM (VALUES ${rows.join(', ')}) AS t(id, record, resident, level);
    CREATE OR REPLACE TABLE links AS SELECT id AS lid, record AS address FROM pairs;
    CREATE OR REPLACE TABLE residents AS SELECT id AS rid, resident AS address, ${houseNumbers('resident')} AS house FROM pairs;
    CREATE OR REPLACE TABLE ${table} AS SELECT id AS lid, id AS rid, CAST(level AS UTINYINT) AS address FROM pairs`);
}

async function levels(table = 'levels'): Promise<string[]> {
  const rows = await engine.rows<{ address: number }>(`SELECT address FROM ${table} ORDER BY lid`);
  const ids = Object.entries(ADDRESS_CODES);
  return rows.map(({ address }) => ids.find(([, code]) => code === address)![0]);
}

const learned = () => engine.rows('SELECT * FROM renamings ORDER BY before');
const LOTS = ['1-2-3', '1-2-8', '2-14-1', '3-5', '1-2-3', '2-9-11'];
const between = (before: string, after: string, lots = LOTS): Pair[] =>
  lots.map((lot) => [`${before}${lot}`, `${after}${lot}`]);

describe('places that were renamed', () => {
  it('are learned where many records have the lots of another place', async () => {
    await compared([
      ...between('静岡県緑市北浜町', '静岡県緑市北浜台'),
      ['静岡県緑市北浜町４丁目１番２号', '静岡県緑市北浜台四丁目1-2'],
      ['静岡県緑市北浜町7-7', '静岡県緑市南町9-1'],
    ]);
    await learnRenamings(engine);
    expect(await learned()).toEqual([
      { before: '緑市北浜町', after: '緑市北浜台', links: 7, lots: 6, origin: 'learned' },
    ]);
    expect(await levels()).toEqual([...Array(7).fill('renamed'), 'same_city']);
  });

  it('whole municipalities, where the towns kept their names', async () => {
    const towns = ['西町', '東町', '大字原', '栄', '本町'];
    await compared([
      ...towns.map((town, i): Pair => [`愛知県旧野町${town}${12 + i}`, `愛知県新原市${town}${12 + i}`]),
      // A town of which there is but one record.
      ['愛知県旧野町川端3-1', '愛知県新原市川端3-1'],
      ['愛知県旧野町川端3-1', '愛知県新原市川向3-1'],
    ]);
    await learnRenamings(engine);
    expect(await learned()).toEqual([
      { before: '旧野町', after: '新原市', links: 6, lots: 6, origin: 'learned' },
    ]);
    expect(await levels()).toEqual([...Array(6).fill('renamed'), 'different']);
  });

  it.each<[string, Pair[], string]>([
    ['four links', between('緑市北浜町', '緑市北浜台', LOTS.slice(0, 4)), 'same_city'],
    [
      'one lot, a block of flats that moved',
      between('緑市北浜町', '緑市光が丘', Array(6).fill('1-2-3')),
      'same_city',
    ],
    ['other lots', LOTS.map((lot, i): Pair => [`緑市北浜町${lot}`, `緑市光が丘${i + 20}-1`]), 'same_city'],
    [
      'each to another place',
      LOTS.map((lot, i): Pair => [`緑市北浜町${lot}`, `緑市光が丘${'東西南北上下'[i]}${lot}`]),
      'same_city',
    ],
    ['no lots', LOTS.map((): Pair => ['緑市北浜町', '緑市北浜台']), 'same_city'],
  ])('but not by %s', async (_, pairs, level) => {
    await compared(pairs);
    await learnRenamings(engine);
    expect(await learned()).toEqual([]);
    expect(await levels()).toEqual(pairs.map(() => level));
  });

  it('nor where most records of the place lead elsewhere', async () => {
    await compared([
      ...between('緑市北浜町', '緑市北浜台'),
      ...LOTS.map((lot, i): Pair => [`緑市北浜町${lot}`, `緑市南町${i + 30}`]),
      ['緑市北浜町8', '緑市本町44'],
    ]);
    await learnRenamings(engine);
    expect(await learned()).toEqual([]);
  });

  it('are known of other pairs: strangers at another lot stay apart', async () => {
    await compared(between('緑市北浜町', '緑市北浜台'));
    await learnRenamings(engine);
    await compared(
      [
        ['緑市北浜町9-1', '緑市北浜台9-1'],
        ['緑市北浜町9-1', '緑市北浜台9-2'],
        ['緑市北浜町9-1', '緑市南町9-1'],
        ['緑市北浜台9-1', '緑市北浜町9-1'],
      ],
      'rival_levels',
    );
    await markRenamed(engine, 'rival_levels');
    expect(await levels('rival_levels')).toEqual(['renamed', 'same_city', 'same_city', 'same_city']);
  });

  it('are known from a gazetteer, with counts, and leave nothing to learn', async () => {
    const change = (before: string, after: string) => {
      const told = placeChange(before, after);
      if (typeof told === 'string') throw new Error(told);
      return { ...told, origin: 'gazetteer' as const };
    };
    await makePlaceChanges(engine, [
      change('緑市北浜町', '緑市北浜台'),
      change('緑市南町5番地', '緑市光が丘二丁目1番3号'),
      change('緑市西町9番地', '緑市西町二丁目4番5号'),
    ]);
    await compared([
      ...between('緑市北浜町', '緑市北浜台'),
      ['緑市南町5', '緑市光が丘2-1-3'],
      ['緑市光が丘2-1-3', '緑市南町5番地'],
      ['緑市南町5', '緑市光が丘2-1-4'],
      ['緑市西町9', '緑市西町2丁目4番5号'],
      ['緑市西町9', '緑市西町2丁目4番6号'],
      ['緑市西町9', '緑市西町9番地'],
    ]);
    await learnRenamings(engine);
    expect(await levels()).toEqual([
      ...Array(7).fill('renamed'),
      'renamed',
      'same_city',
      'renamed',
      'same_town',
      'equivalent',
    ]);
    expect(await learned()).toEqual([
      { before: '緑市北浜町', after: '緑市北浜台', links: 6, lots: 5, origin: 'gazetteer' },
      { before: '緑市南町', after: '緑市光ケ丘', links: 2, lots: 2, origin: 'gazetteer' },
      { before: '緑市西町', after: '緑市西町', links: 1, lots: 1, origin: 'gazetteer' },
    ]);
    await compared([['緑市南町5', '緑市光が丘2-1-3']], 'rival_levels');
    await markRenamed(engine, 'rival_levels');
    expect(await levels('rival_levels')).toEqual(['renamed']);
  });

  it('can be left out', async () => {
    await compared(between('緑市北浜町', '緑市北浜台'));
    await learnRenamings(engine, { learned: false });
    expect(await learned()).toEqual([]);
    expect(await levels()).toEqual(Array(6).fill('same_city'));
  });
});
