import { describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { binomialTail, findClusters } from '../../src/findings/clusters.js';
import type { LinkSpec } from '../../src/pipeline/pipeline-file.js';

describe('binomialTail', () => {
  it.each([
    // By hand: 1 - (1/2)^3; 3 heads of 3; P(X >= 2), X ~ B(4, 1/4) = 67/256.
    [1, 3, 0.5, 7 / 8],
    [3, 3, 0.5, 1 / 8],
    [2, 4, 0.25, 67 / 256],
    [0, 10, 0.1, 1],
  ])('P(at least %d of %d at rate %d)', (k, n, rate, expected) => {
    expect(binomialTail(k, n, rate)).toBeCloseTo(expected, 12);
  });

  it('does not underflow for large files', () => {
    expect(binomialTail(40, 1_000_000, 1e-6)).toBeGreaterThan(0);
    expect(binomialTail(40, 1_000_000, 1e-6)).toBeLessThan(1e-30);
  });
});

describe('findClusters', () => {
  it('names the terminal with far more suspects than the rest, and no other', async () => {
    const engine = await openDuckDb();
    await engine.run(`
      CREATE TABLE links AS SELECT i AS lid, 0 AS src, 'T' || (i % 20) AS terminal, NULL::VARCHAR AS operator,
        NULL::BIGINT AS ts, NULL::VARCHAR AS lookup FROM range(20000) r(i);
      CREATE TABLE verdicts AS SELECT i AS lid, 0 AS src,
        CASE WHEN (i % 20 = 7 AND i < 400) OR i % 1999 = 5 THEN 'C' ELSE 'A' END AS grade FROM range(20000) r(i)`);
    const clusters = await findClusters(engine, [{ id: 'accounts' } as LinkSpec]);
    expect(clusters).toMatchObject([{ item: 'terminal', source: 'accounts', value: 'T7', links: 1000 }]);
    engine.close();
  });
});
