import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { relationBit } from '../../src/audit/relations.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import type { Model } from '../../src/score/model.js';
import { gatherSuspects, type Suspect, suspectWeights } from '../../src/score/suspect-weights.js';
import { byThreshold } from '../../src/score/threshold.js';
import { weighSuspects } from '../../src/score/weigh-suspects.js';
import { LEVEL_TABLE, personCodes } from '../verify/level-codes.js';
import { smallModel } from './small-model.js';

const HOUSEHOLD = relationBit('household');
const SLIP = relationBit('number-slip');
const codes = (...ids: string[]) => personCodes(...ids).join(', ');
const model: Model = { version: 1, sources: { cards: smallModel() } };

/**
 * Suspect 7 is linked to 0 but fits 1 of the household; 8 has no resident but a rival one slip away; 9 has nobody.
 */
let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
  await engine.run(`
    CREATE TABLE residents AS SELECT * FROM (VALUES
      (0, 'サトウ', 'ケン', CAST(NULL AS VARCHAR), CAST(NULL AS VARCHAR)), (1, 'サトウ', 'ミオ', NULL, NULL), (2, 'トキ', 'ミオ', NULL, NULL)) t(rid, kf, kg, nf, ng);
    CREATE TABLE suspects AS SELECT * FROM (VALUES (9, 0, NULL), (7, 0, 0), (8, 0, NULL)) t(lid, src, rid);
    ALTER TABLE residents ADD COLUMN sex_code INTEGER DEFAULT 2; ALTER TABLE residents ADD COLUMN dob INTEGER DEFAULT 19850401;
    ALTER TABLE suspects ADD COLUMN nf VARCHAR; ALTER TABLE suspects ADD COLUMN ng VARCHAR;
    CREATE TABLE levels AS SELECT * FROM (VALUES
      (7, 0, ${codes('different', 'exact', 'exact', 'exact', 'identical')}),
      (6, 1, ${codes('exact', 'exact', 'exact', 'exact', 'identical')})) ${LEVEL_TABLE};
    CREATE TABLE rivals AS SELECT * FROM (VALUES (8, 2, ${SLIP}), (7, 1, ${HOUSEHOLD}), (7, 2, ${SLIP})) t(lid, rid, relations);
    CREATE TABLE rival_levels AS SELECT * FROM (VALUES
      (7, 2, ${codes('different', 'different', 'different', 'different', 'different')}),
      (7, 1, ${codes('exact', 'exact', 'exact', 'exact', 'identical')}),
      (8, 2, ${codes('missing', 'exact', 'exact', 'different', 'missing')})) ${LEVEL_TABLE};
    CREATE TABLE heard (lid INTEGER, rid INTEGER, family_kana VARCHAR, family_written VARCHAR, family_chance DOUBLE,
      given_kana VARCHAR, given_written VARCHAR, given_chance DOUBLE, given_half DOUBLE);
    CREATE TABLE beside (lid INTEGER);
    CREATE TABLE clustered (lid INTEGER, cluster INTEGER, rate DOUBLE);
    CREATE TABLE name_changers (sex INTEGER, decade INTEGER, relative DOUBLE);
    CREATE TABLE holders (src INTEGER, rid INTEGER)`);
  for (const name of ['kf', 'kg', 'nf', 'ng']) {
    await engine.run(`CREATE TABLE frequency_${name} (name VARCHAR, share DOUBLE, relative DOUBLE)`);
  }
});
afterAll(() => engine.close());

async function suspects(with_: Model = model): Promise<Suspect[]> {
  const found: Suspect[] = [];
  await gatherSuspects(engine);
  for await (const suspect of suspectWeights(engine, with_, ['cards'])) found.push(suspect);
  return found;
}

describe('suspectWeights', () => {
  it('adds up the weights of the linked resident and of every rival, in the order of rows', async () => {
    expect(await suspects()).toEqual([
      {
        lid: 7,
        src: 0,
        rid: 0,
        // -2 + 4 + 8 + 1 + 16, of which family and address -2 + 16; a family name alone may have changed.
        own: { weight: 27, kinship: 14, mixture: null },
        circumstances: { beside: false, gatheringRate: null },
        rivals: [
          { rid: 1, weight: 31, relations: HOUSEHOLD, holds: false, kinHolding: 0 },
          { rid: 2, weight: -31, relations: SLIP, holds: false, kinHolding: 0 },
        ],
      },
      // 0 + 4 + 8 - 1 + 0
      {
        lid: 8,
        src: 0,
        rid: null,
        own: null,
        circumstances: {},
        rivals: [{ rid: 2, weight: 11, relations: SLIP, holds: false, kinHolding: 0 }],
      },
      { lid: 9, src: 0, rid: null, own: null, circumstances: {}, rivals: [] },
    ]);
  });

  it('lets a name count less the commoner it is, and only where it agrees', async () => {
    await engine.run(
      `INSERT INTO frequency_kf VALUES ('サトウ', 0.2, 4); INSERT INTO frequency_kg VALUES ('ミオ', 0.01, 0.5), ('ケン', 0.1, 8)`,
    );
    const [seven, eight] = await suspects();
    await engine.run('DELETE FROM frequency_kf; DELETE FROM frequency_kg');
    // The given name of 0 loses log2(8), its family name differs; of 1 the family name loses log2(4), the given name gains log2(2).
    expect([seven!.own!.weight, seven!.rivals[0]!.weight, eight!.rivals[0]!.weight]).toEqual([24, 30, 12]);
  });

  it('counts a changed family name less for whom it changes oftener, where the given name agrees', async () => {
    await engine.run('INSERT INTO name_changers VALUES (2, 198, 0.5)');
    const [seven] = await suspects();
    await engine.run('DELETE FROM name_changers');
    // -2 of 0 becomes -1; 2 differs in the given name too, and stays.
    expect([seven!.own!.weight, seven!.rivals[1]!.weight]).toEqual([28, -31]);
  });

  it('takes from a contradiction that nothing explains what its levels leave', async () => {
    const before = await engine.rows<Record<string, number>>('SELECT * FROM levels WHERE lid = 7');
    expect(before).toHaveLength(1);
    await engine.run(
      `UPDATE levels SET family = ${codes('exact').split(', ')[0]}, given = ${codes('exact', 'different').split(', ')[1]} WHERE lid = 7`,
    );
    const [seven] = await suspects();
    await engine.run(
      `UPDATE levels SET family = ${before[0]!.family}, given = ${before[0]!.given} WHERE lid = 7`,
    );
    // All but the given name: 2 + 8 + 1 + 16; that one counts as one in ten million instead of its -4.
    expect(seven!.own!.weight).toBeCloseTo(27 + Math.log2(1e-7), 9);
    expect(seven!.own!.mixture).toBe(27);
  });

  it('lets kana speak but little more for somebody of the very same Latin name', async () => {
    const named = async (name: string) => {
      await engine.run(
        `UPDATE residents SET nf = 'NGUYEN', ng = '${name}' WHERE rid = 1; UPDATE residents SET nf = 'NGUYEN', ng = 'VANHUNG' WHERE rid = 0`,
      );
      const [seven] = await suspects();
      await engine.run('UPDATE residents SET nf = NULL, ng = NULL');
      return [seven!.own!.weight, seven!.rivals[0]!.weight];
    };
    // The names of 0 weigh -2 + 4, those of 1 weigh 2 + 4: two bits of four are left.
    expect(await named('VANHUNG')).toEqual([27, 29]);
    expect(await named('VANDUNG')).toEqual([27, 31]);
  });

  it('doubts who holds another record of the source', async () => {
    await engine.run('INSERT INTO holders VALUES (0, 1)');
    const rare = { version: 1 as const, sources: { cards: smallModel({ coverage: 0.5, repeats: 1 / 16 }) } };
    const [seven] = await suspects(rare);
    await engine.run('DELETE FROM holders');
    // 1 holds one: log2(1/16 ÷ 1/2); 0 does not: log2(15/16 ÷ 1/2).
    expect(seven!.rivals[0]!.weight).toBeCloseTo(31 - 3, 12);
    expect(seven!.own!.weight).toBeCloseTo(27 + Math.log2(15 / 8), 12);
  });
});

describe('weighSuspects', () => {
  const verdict = async (lid: number) =>
    engine.value<number>(`SELECT probability FROM suspect_verdicts WHERE lid = ${lid}`);

  it("gives each suspect's probability by Bayes' rule, and its candidates, likeliest first", async () => {
    await gatherSuspects(engine);
    await weighSuspects(engine, model, ['cards']);
    // Odds: own 2^27 × 0.999; rival 2^31 × 0.001 × 0.9 × 0.25 / 1; a relative outside 2^14 × 0.001 × 0.1 × 0.2.
    const [own, rival, relative] = [134_083_510.272, 483_183.8208, 0.32768];
    expect(await verdict(7)).toBeCloseTo(1 - own / (own + rival + relative), 8);
    expect(await verdict(8)).toBe(1);
    expect(await verdict(9)).toBe(1);
    const candidates = await engine.rows<{ lid: number; rid: number; rank: number }>(
      'SELECT lid, rid, rank FROM hypotheses ORDER BY lid, rank',
    );
    expect(candidates).toEqual([
      { lid: 7, rid: 1, rank: 1 },
      { lid: 7, rid: 2, rank: 2 },
      { lid: 8, rid: 2, rank: 1 },
    ]);
  });

  it('trusts a link less where its resident has another record right beside it', async () => {
    await engine.run('INSERT INTO beside VALUES (7); DELETE FROM rivals; DELETE FROM rival_levels');
    await gatherSuspects(engine);
    await weighSuspects(engine, model, ['cards']);
    // The wrong rate becomes 0.001 × 0.15 / 0.01 = 0.015; own 2^27 × 0.985, a relative 2^14 × 0.015 × 0.1 × 0.2, a stranger 0.0012.
    const own = 132_204_462.08;
    expect(await verdict(7)).toBeCloseTo(1 - own / (own + 4.9152 + 0.0012), 12);
  });

  it('can judge by the match weight alone', async () => {
    await gatherSuspects(engine);
    await weighSuspects(engine, model, ['cards'], byThreshold);
    expect(await verdict(7)).toBeCloseTo(1 / (1 + 2 ** 27), 15);
  });
});
