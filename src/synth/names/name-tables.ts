import type { Engine } from '../../engine/engine.js';
import { aliasTable } from './alias-table.js';
import { nations } from './foreign-names.js';
import { ERAS, givenNames } from './given-names.js';
import { homophones, type NameEntry } from './names.js';
import { surnames } from './surnames.js';

const FORMS = ['text', 'kana', 'variant', 'unknown', 'dakuten', 'long', 'typo', 'hanzi'] as const;
/** Groups of given names: Japanese by sex and era first, then two (male, female) for each nation. */
export const FOREIGN_GIVEN = ERAS * 2;

interface Draw {
  readonly ids: readonly number[];
  readonly weights: readonly number[];
}

/**
 * Makes `family_name` and `given_name` (id, every written form, `homophone` and `sibling` ids) and the alias
 * tables `draw_family`, `draw_given` (grp, slot, p, id, other). Family groups: 0 Japanese, then the nations.
 * Gives the number of nations.
 */
export async function makeNameTables(engine: Engine): Promise<number> {
  const family = surnames();
  const given = givenNames();
  const foreign = nations();
  const families = [...family, ...foreign.flatMap((nation) => nation.family)];
  const givens = [...given.entries, ...foreign.flatMap((nation) => [...nation.male, ...nation.female])];
  await store(engine, 'family_name', families, [homophones(family, ({ kana }) => kana)]);
  const sameSex = homophones(given.entries, ({ kana }, index) => `${given.sexes[index]}${kana}`);
  await store(engine, 'given_name', givens, [sameSex, given.siblings]);
  const familyGroups = foreign.map((nation) => nation.family.length);
  await storeDraws(engine, 'family', [
    weighted(family.map(({ weight }) => weight)),
    ...even(familyGroups, family.length),
  ]);
  const givenGroups = foreign.flatMap((nation) => [nation.male.length, nation.female.length]);
  await storeDraws(engine, 'given', [
    ...given.weights.map(weighted),
    ...even(givenGroups, given.entries.length),
  ]);
  return foreign.length;
}

async function store(
  engine: Engine,
  table: string,
  entries: readonly NameEntry[],
  links: readonly (readonly (number | null)[])[],
): Promise<void> {
  const columns = FORMS.map((form) => `"${form}" VARCHAR`).join(', ');
  await engine.run(`CREATE TABLE ${table} (id INTEGER, ${columns}, homophone INTEGER, sibling INTEGER)`);
  const appender = await engine.appender(table, ['int', ...FORMS.map(() => 'text' as const), 'int', 'int']);
  const linkColumn = (at: number) => entries.map((_, id) => links[at]?.[id] ?? null);
  appender.append([
    entries.map((_, id) => id),
    ...FORMS.map((form) => entries.map((entry) => entry[form])),
    linkColumn(0),
    linkColumn(1),
  ]);
  appender.close();
}

function weighted(weights: readonly number[]): Draw {
  const ids = weights.flatMap((weight, id) => (weight > 0 ? [id] : []));
  return { ids, weights: ids.map((id) => weights[id]!) };
}

function even(sizes: readonly number[], from: number): readonly Draw[] {
  return sizes.map((size, index) => {
    const start = from + sizes.slice(0, index).reduce((sum, n) => sum + n, 0);
    const ids = Array.from({ length: size }, (_, i) => start + i);
    return { ids, weights: ids.map(() => 1) };
  });
}

async function storeDraws(engine: Engine, kind: string, draws: readonly Draw[]): Promise<void> {
  await engine.run(`
    CREATE TABLE draw_${kind} (grp INTEGER, slot INTEGER, p DOUBLE, id INTEGER, other INTEGER);
    CREATE MACRO ${kind}_slots(grp) AS [${draws.map(({ ids }) => ids.length).join(', ')}][grp + 1]`);
  const appender = await engine.appender(`draw_${kind}`, ['int', 'int', 'double', 'int', 'int']);
  draws.forEach(({ ids, weights }, group) => {
    const { keep, other } = aliasTable(weights);
    appender.append([
      ids.map(() => group),
      ids.map((_, slot) => slot),
      keep,
      ids,
      other.map((slot) => ids[slot]!),
    ]);
  });
  appender.close();
}
