import type { Engine } from '../engine/engine.js';
import { literal } from '../engine/sql.js';
import { municipalityCheckDigit } from './check-digits.js';
import { dataLines } from './names/names.js';
import type { World } from './world.js';

const SMALL_WORLD = 20_000;
const MOST = 8;

/** Municipalities a world's residents live in: the made-up town for a small one, up to eight real names. */
export function homeMunicipalities(residents: number): readonly number[] {
  if (residents < SMALL_WORLD) return [0];
  const count = Math.min(MOST, 2 + Math.floor(Math.log2(residents / SMALL_WORLD)));
  return Array.from({ length: count }, (_, index) => index + 1);
}

/**
 * Makes `municipalities` (m, code with check digit, pref, city, kanji_chome, towns, buildings) and `towns`
 * (m, t, name, chomes). Town and building counts follow the number of residents.
 */
export async function makeMunicipalities(engine: Engine, world: World): Promise<void> {
  const homes = homeMunicipalities(world.residents).length;
  const names = dataLines('towns.txt').map((line) => line.split(' ') as [string, string]);
  const perHome = world.residents / homes;
  const towns = Math.min(names.length, Math.max(9, Math.round(perHome / 900)));
  const buildings = Math.max(4, Math.round(perHome / 2.1 / 32));
  const rows = dataLines('municipalities.txt').map((line, m) => {
    const [code, pref, city, chome] = line.split(' ') as [string, string, string, string];
    const values = [m, code + municipalityCheckDigit(code), pref, city, chome === 'kanji', towns, buildings];
    return `(${values.map(literal).join(', ')})`;
  });
  await engine.run(`
    CREATE TABLE municipalities AS SELECT * FROM (VALUES ${rows.join(', ')})
      v(m, code, pref, city, kanji_chome, towns, buildings);
    CREATE TABLE town_names AS SELECT * FROM (VALUES
      ${names.map(([name, chomes], t) => `(${t}, ${literal(name)}, ${Number(chomes)})`).join(', ')}) v(t, name, chomes)`);
  // Every municipality takes its towns from another place of the list.
  await engine.run(`
    CREATE TABLE towns AS
    SELECT m.m, i.t, n.name, n.chomes FROM municipalities m, range(${towns}) i(t)
    JOIN town_names n ON n.t = (i.t + m.m * 7) % ${names.length}`);
}
