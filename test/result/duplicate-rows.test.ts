import { afterAll, expect, test } from 'vitest';
import type { Finding } from '../../src/audit/finding.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { doublesOf, duplicateRows, twinsOf } from '../../src/result/duplicate-rows.js';

const engine = await openDuckDb({});
afterAll(() => engine.close());

const finding = (source: string, organisation: string | null, related: string[], candidates: string[] = []) =>
  ({
    ...{ source, organisation, related, resident_id: '5' },
    candidates: candidates.map((resident_id) => ({ resident_id, probability: 0.5, why: [] })),
  }) as unknown as Finding;

test('which columns are rows of one person', async () => {
  await engine.run(`
    CREATE TABLE findings AS SELECT * FROM (VALUES
      ('D-1', 'duplicate-resident', NULL, '7', '8'),
      ('D-2', 'duplicate-resident', NULL, '8', '7'),
      ('D-3', 'duplicate-resident', NULL, '5', '7'),
      ('F-1', 'wrong-resident', 'o', 'a', NULL), ('F-2', 'swapped-links', 'p', 'b', NULL)
    ) t(finding_id, kind, organisation, record_id, resident_id)`);
  const rows = await duplicateRows(engine);
  const tie = finding('cards', 'o', ['F-2', 'D-1'], ['8', '7']);
  expect(twinsOf(tie, rows)).toEqual([['C1', 'C2']]);
  expect(twinsOf(finding('cards', 'o', ['D-3'], ['9', '7']), rows)).toEqual([['B', 'C2']]);
  expect(twinsOf(finding('cards', 'o', ['F-2'], ['8', '7']), rows)).toEqual([]);
  const row = finding('register', null, ['D-2', 'F-1']);
  expect(twinsOf(row, rows)).toEqual([]);
  // Whom the record fits has another row that is not on the page.
  expect(doublesOf(finding('cards', 'o', [], ['7']), rows)).toEqual([
    { label: 'C1', other: '8', finding: 'D-1' },
  ]);
  expect(doublesOf(tie, rows)).toEqual([]);
  expect(doublesOf(finding('cards', 'o', [], ['9', '7']), rows)).toEqual([]);
  expect(doublesOf(finding('cards', 'o', []), rows)).toEqual([]);
  expect(doublesOf(row, rows)).toEqual([]);
});
