import { describe, expect, it } from 'vitest';
import type { LinkSpec } from '../../src/audit/pipeline-file.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { mustLeadToResidents } from '../../src/prepare/tie-limit.js';
import { linkSpec } from '../ingest/support.js';

/** Links of one source: so many with a resident, of an unknown number, of an invalid one. */
async function judged(
  known: number,
  unknown: number,
  invalid: number,
  {
    maxUnknownShare = 0.5,
    via = 'my_number',
    columns,
  }: Partial<Pick<LinkSpec, 'maxUnknownShare' | 'via' | 'columns'>> = {},
): Promise<void> {
  const engine = await openDuckDb({ threads: 1 });
  try {
    await engine.run(`
      CREATE TABLE links AS
      SELECT 0 AS src, CAST(NULL AS VARCHAR) AS serial,
        CASE WHEN '${via}' = 'resident_id' THEN '0000001' END AS resident_key, CASE WHEN i < ${known} THEN i END AS rid,
        CASE WHEN i < ${known + unknown} THEN 'ok' ELSE 'check-digit' END AS number_state
      FROM range(${known + unknown + invalid}) AS t(i)`);
    await mustLeadToResidents(engine, [linkSpec({ maxUnknownShare, via, ...(columns ? { columns } : {}) })]);
  } finally {
    engine.close();
  }
}

describe('links that lead to no resident', () => {
  it.each([
    ['most lead somewhere', judged(200, 100, 100)],
    ['a few in a small source are findings', judged(0, 60, 40)],
    ['a handful of keys in a small source, too', judged(0, 10, 0, { via: 'resident_id' })],
    ['most keys are residents’', judged(60, 40, 0, { via: 'resident_id' })],
    ['the pipeline file expects them', judged(10, 500, 0, { maxUnknownShare: 1 })],
  ])('let the run go on: %s', async (_, outcome) => {
    await expect(outcome).resolves.toBeUndefined();
  });

  it('stop it when they are the most, with the reasons counted', async () => {
    await expect(judged(100, 20, 81)).rejects.toMatchObject({
      code: 'too-many-unknown',
      exitCode: 1,
      text: {
        ja: expect.stringContaining('201 件のうち 101 件（50.25 %）'),
        en: expect.stringMatching(
          /^cards: 101 of 201 links .*wrong check digit or length 81, not in the register 20.*"個人番号" \(my_number\)/,
        ),
      },
    });
  });

  it('stop it sooner where no check digit says that the column is the right one', async () => {
    const key = { resident_id: { from: ['世帯員番号'], format: null } };
    await expect(judged(4, 16, 0, { via: 'resident_id', columns: key })).rejects.toMatchObject({
      code: 'too-many-unknown',
      exitCode: 1,
      text: {
        ja: expect.stringMatching(
          /20 件のうち 16 件（80 %）は、その宛名番号の住民がいません.*列「世帯員番号」（resident_id）/,
        ),
        en: expect.stringMatching(
          /no resident has the key of 16 of 20 records \(80 %\).*"世帯員番号" \(resident_id\)/,
        ),
      },
    });
  });
});
