import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { NAMED_ITEMS } from '../src/audit/item-names.js';
import { LINK_ITEMS, REGISTER_ITEMS } from '../src/audit/items.js';
import { RELATIONS } from '../src/audit/relations.js';
import { CAUSES } from '../src/findings/causes/index.js';
import { FINDING_KINDS } from '../src/findings/kinds/index.js';
import { BLOCKING_RULES } from '../src/rivals/rules/index.js';
import { COMPARISONS } from '../src/verify/comparisons/index.js';
import { createReadings } from '../src/verify/reading/reading.js';

/** Folders where one file is one extension: its members, and the tests that must name each of them. */
const FOLDERS = [
  { folder: 'findings/kinds', members: FINDING_KINDS, test: 'findings/kinds.test.ts' },
  { folder: 'findings/causes', members: CAUSES, test: 'findings/causes.test.ts' },
  { folder: 'rivals/rules', members: BLOCKING_RULES, test: 'rivals/rules.test.ts' },
] as const;

describe.each(FOLDERS)('src/$folder', ({ folder, members, test }) => {
  const source = new URL(`../src/${folder}/`, import.meta.url);
  const tested = readFileSync(new URL(test, import.meta.url), 'utf8');

  it('lists every file in its index, and nothing else', () => {
    const files = readdirSync(source).flatMap((name) =>
      name === 'index.ts' ? [] : [name.replace('.ts', '')],
    );
    expect(members.map(({ id }) => id).sort()).toEqual(files.sort());
  });

  it.each(members.map((member) => [member.id, member] as const))(
    '%s speaks both languages and is tested',
    (id, member) => {
      expect(member.title.ja).toMatch(/\p{Script=Han}|\p{Script=Katakana}/u);
      expect(member.title.en).toMatch(/^[A-Z]/);
      expect(tested).toContain(`'${id}'`);
    },
  );
});

describe('comparisons', () => {
  const folder = new URL('../src/verify/comparisons/', import.meta.url);
  const files = (at: URL) => readdirSync(at).map((name) => name.replaceAll('-', '_'));
  const tests = files(new URL('verify/comparisons/', import.meta.url));

  it('are every file of their folder, and nothing else', () => {
    const found = files(folder).flatMap((name) => (name === 'index.ts' ? [] : [name.replace('.ts', '')]));
    expect(COMPARISONS.map(({ id }) => id).sort()).toEqual(found.sort());
  });

  it('say one thing each of what identifies a person', () => {
    for (const about of ['family', 'given', 'birth', 'sex', 'home']) {
      expect(COMPARISONS.filter((comparison) => comparison.about === about)).toHaveLength(1);
    }
  });

  it.each(COMPARISONS.map((comparison) => [comparison.id, comparison] as const))(
    '%s has levels in order',
    (_, comparison) => {
      const { levels } = comparison;
      expect(levels[0]).toMatchObject({ id: 'missing', kind: 'missing', m: 0 });
      expect(new Set(levels.map(({ id }) => id)).size).toBe(levels.length);
      for (const { title } of levels) expect(title.ja && title.en).toBeTruthy();
      for (const { m } of levels.slice(1)) expect(m).toBeGreaterThan(0);
    },
  );

  it.each(COMPARISONS.map((comparison) => [comparison.id, comparison] as const))(
    '%s is whole: its items are read from both sides and known by their columns, its codes are its comparer’s, it is tested',
    (id, { title, items, row, rows, by, part, keys = [] }) => {
      expect(title.ja).toMatch(/\p{Script=Han}/u);
      expect(title.en).toMatch(/^[A-Z]/);
      for (const item of [...items, row, ...rows, ...keys.map((key) => key.item)]) {
        expect(REGISTER_ITEMS).toContain(item);
        expect(LINK_ITEMS).toContain(item);
        expect(NAMED_ITEMS.has(item as never)).toBe(true);
      }
      expect(rows).toContain(row);
      const nothing = by.reads.map(() => null);
      const codes = by.compare(
        nothing,
        [...nothing, ...(by.residentReads ?? []).map(() => null)],
        NO_READINGS,
      );
      expect(codes[part]).toBe(0);
      expect(COMPARISONS.filter((other) => other.by === by && other.part === part)).toHaveLength(1);
      expect(tests).toContain(`${id}.test.ts`);
    },
  );
});

const NO_READINGS = createReadings([]);

describe('relations', () => {
  it('have bits of their own and shares that sum to one', () => {
    expect(new Set(RELATIONS.map(({ bit }) => bit)).size).toBe(RELATIONS.length);
    expect(RELATIONS.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(1, 9);
  });
});
