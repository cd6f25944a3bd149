import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { PipelineFile } from '../../src/audit/pipeline-file.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import type { Engine } from '../../src/engine/engine.js';
import type { IngestReport } from '../../src/ingest/index.js';
import { summarise } from '../../src/result/summarise.js';

const title = { ja: '業務', en: 'Source' };
const pipeline = {
  links: [
    { id: 'cards', title },
    { id: 'accounts', title },
  ],
} as unknown as PipelineFile;
const clusters = [{ item: 'day' as const, source: 'cards', value: '2023-04-03', links: 4, C: 3 }];
const nights = { new: 3, resolved: 0, continuing: 0, recurring: 0 };

const report = (
  source: string,
  ...files: readonly (readonly [accepted: number, rejected: number])[]
): IngestReport => ({
  source,
  files: files.map(([accepted, rejected], i) => ({
    path: `${source}-${i}`,
    sha256: '',
    bytes: 0,
    rows: accepted + rejected,
    accepted,
    rejected,
  })),
});
const READ = [report('register', [5, 1]), report('cards', [3, 1], [2, 0]), report('accounts', [1, 0])];

let engine: Engine;
beforeAll(async () => {
  engine = await openDuckDb();
  await engine.run(`
    CREATE TABLE links AS SELECT * FROM (VALUES
      (0, 'X'), (1, 'X'), (2, 'Y'), (3, 'Y'), (4, NULL), (5, 'B')) t(lid, organisation);
    CREATE TABLE verdicts AS SELECT * FROM (VALUES
      (0, 0, 'A'), (1, 0, 'C'), (2, 0, 'A'), (3, 0, 'C'), (4, 0, 'U'), (5, 1, 'B')) t(lid, src, grade);
    CREATE TABLE findings AS SELECT * FROM (VALUES
      ('cards', 'X', 'wrong-resident', 'family'), ('cards', 'Y', 'wrong-resident', 'namesake'),
      ('cards', 'Y', 'duplicate-link', NULL),
      ('register', NULL, 'duplicate-resident', NULL), ('register', NULL, 'duplicate-resident', NULL)) t(source, organisation, kind, cause)`);
});
afterAll(() => engine.close());

describe('summarise', () => {
  it('counts rows, grades, findings and causes by source, organisation and for the register', async () => {
    const {
      sources,
      register,
      organisations,
      clusters: places,
      previous_run,
    } = await summarise(engine, pipeline, READ, clusters, nights);
    expect(sources.cards).toEqual({
      title,
      rows: 6,
      accepted: 5,
      rejected: 1,
      A: 2,
      B: 0,
      C: 2,
      U: 1,
      findings: { 'duplicate-link': 1, 'wrong-resident': 2 },
      causes: { family: 1, namesake: 1 },
    });
    expect(sources.accounts).toMatchObject({ rows: 1, A: 0, B: 1, C: 0, U: 0, findings: {}, causes: {} });
    expect(register).toEqual({ rows: 6, accepted: 5, rejected: 1, findings: { 'duplicate-resident': 2 } });
    expect(
      organisations.map(({ source, organisation, accepted, C, findings }) => [
        source,
        organisation,
        accepted,
        C,
        findings,
      ]),
    ).toEqual(
      expect.arrayContaining([
        ['cards', 'X', 2, 1, 1],
        ['cards', 'Y', 2, 1, 2],
        ['cards', '-', 1, 0, 0],
        ['accounts', 'B', 1, 0, 0],
      ]),
    );
    expect(organisations).toHaveLength(4);
    expect(places).toEqual(clusters);
    expect(previous_run).toEqual(nights);
  });

  it.each([
    ['a row without a grade', [READ[0]!, report('cards', [6, 0]), READ[2]!]],
    ['a grade without a row', [READ[0]!, report('cards', [4, 2]), READ[2]!]],
    [
      'a row neither accepted nor rejected',
      [READ[0]!, { source: 'cards', files: [{ ...report('cards', [5, 1]).files[0]!, rows: 7 }] }, READ[2]!],
    ],
  ])('refuses %s', async (_, read) => {
    await expect(summarise(engine, pipeline, read, [], nights)).rejects.toMatchObject({
      code: 'rows-do-not-add-up',
    });
  });
});
