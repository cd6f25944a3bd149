import fc from 'fast-check';
import { afterAll, expect, test } from 'vitest';
import type { KeptDecision } from '../../src/audit/decision.js';
import { storeOf } from '../../src/decide/index.js';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { literal } from '../../src/engine/sql.js';
import { countTable } from '../../src/report/count-table.js';
import { reviewOf } from '../../src/result/review.js';

const engine = await openDuckDb({});
afterAll(() => engine.close());

/** Kinds that are a wrong link and grave, and others, of which one person is enough. */
const KINDS = {
  'wrong-resident': true,
  'nobody-fits': true,
  'duplicate-link': false,
  'defunct-resident': false,
};
const SOURCES = ['cards', 'insurance'];
const CODES = {
  link: ['wrong-candidate', 'wrong-unknown', 'right', 'hold', 'bad-data', 'withdrawn'],
  other: ['this-valid', 'both-valid', 'to-end', 'stays', 'hold', 'bad-data', 'withdrawn'],
} as const;

const anyWord = fc.record({
  reviewer: fc.constantFrom('a', 'b', 'c'),
  code: fc.nat(),
  resident: fc.constantFrom('1', '2'),
  isOnOldEvidence: fc.boolean(),
});
const anyCase = fc.record({
  kind: fc.constantFrom(...(Object.keys(KINDS) as (keyof typeof KINDS)[])),
  source: fc.constantFrom(...SOURCES),
  cause: fc.constantFrom('family', 'row-shift'),
  words: fc.array(anyWord, { maxLength: 5 }),
});
type AnyCase = typeof anyCase extends fc.Arbitrary<infer T> ? T : never;

const isLink = ({ kind }: AnyCase) => KINDS[kind];

/** The decisions of a case in the order in which they were taken. */
function keptOf(item: AnyCase, index: number): readonly KeptDecision[] {
  const codes = isLink(item) ? CODES.link : CODES.other;
  return item.words.map(({ reviewer, code, resident, isOnOldEvidence }, at) => {
    const decision = codes[code % codes.length]!;
    return {
      ...{ case: `F-${index}`, fingerprint: isOnOldEvidence ? 'before' : `fp-${index}`, decision },
      ...{ resident: decision === 'wrong-candidate' ? resident : null, reason: null, reviewer },
      ...{ at: `2023-06-22T00:00:0${at}.000Z`, runId: 'r' },
    };
  });
}

/** By hand: what a case is settled as, null as long as it waits for somebody. */
function settledAs(item: AnyCase, index: number): string | null {
  const words = keptOf(item, index).filter(({ fingerprint }) => fingerprint !== 'before');
  const last = ['a', 'b', 'c'].flatMap(
    (name) => words.filter(({ reviewer }) => reviewer === name).at(-1) ?? [],
  );
  const said = last.filter(({ decision }) => decision !== 'withdrawn');
  const answers = new Set(said.map(({ decision, resident }) => `${decision} ${resident}`));
  if (answers.size !== 1 || said.length < (isLink(item) ? 2 : 1)) return null;
  return said[0]!.decision === 'hold' ? null : said[0]!.decision;
}

test('whatever was decided, the counts of the page are those of the decisions that were taken in', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(anyCase, { minLength: 1, maxLength: 25 }), async (cases) => {
      const rows = cases.map((item, index) => {
        const { kind, source, cause } = item;
        const texts = [source, 'o', `F-${index}`, `fp-${index}`, kind].map(literal).join(', ');
        const own = isLink(item) ? `${literal(cause)}, 'C'` : `NULL, 'A'`;
        return `(${texts}, ${own}, ${index})`;
      });
      await engine.run(`
        CREATE OR REPLACE TABLE findings AS SELECT * REPLACE (CAST(cause AS VARCHAR) AS cause)
        FROM (VALUES ${rows.join(', ')}) t(source, organisation, finding_id, fingerprint, kind, cause, grade, rank);
        CREATE OR REPLACE TABLE blind_sample AS SELECT * FROM findings WHERE false`);
      const review = await reviewOf(engine, storeOf(cases.flatMap(keptOf)));

      const settled = cases.map(settledAs);
      const counted = (has: (item: AnyCase, verdict: string) => boolean) =>
        cases.filter((item, at) => settled[at] !== null && has(item, settled[at]!)).length;
      const links = (source: string) => cases.filter((item) => isLink(item) && item.source === source);
      expect(review.pending).toBe(settled.filter((verdict) => verdict === null).length);
      expect(review.organisations).toMatchObject([{ closed: cases.length - review.pending }]);
      const summary = {
        sources: Object.fromEntries(
          SOURCES.map((source) => [
            source,
            { title: { ja: source, en: source }, accepted: 100, C: links(source).length },
          ]),
        ),
      } as Parameters<typeof countTable>[0]['summary'];
      const { rows: told, total } = countTable({ summary, review });
      for (const [at, source] of SOURCES.entries()) {
        const done = counted((item) => isLink(item) && item.source === source);
        const wrong = counted((item, verdict) => /^wrong/.test(verdict) && item.source === source);
        const all = links(source).length;
        expect(told[at]!.counts.slice(0, 5)).toEqual([100, all, done, wrong, all - done]);
      }
      const wrong = counted((_, verdict) => /^wrong/.test(verdict));
      expect([review.confirmedWrong, total.counts[3]]).toEqual([wrong, wrong]);
      // The causes add up to the wrong links, and what waits is the links that wait and the others that do.
      expect(total.counts.slice(5).reduce((sum, n) => sum + n, 0)).toBe(wrong);
      const others = cases.filter((item, at) => !isLink(item) && settled[at] === null).length;
      expect(total.counts[4]! + others).toBe(review.pending);
    }),
    { numRuns: 40 },
  );
});
