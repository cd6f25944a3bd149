import type { QualityIssue } from '../audit/quality.js';
import { pick } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { allRows } from '../engine/read.js';
import { LINKS } from '../tables/people.js';
import { bitsOf } from './em.js';
import type { Model } from './model.js';
import { isClearlyTheirs, isUnexplainedForSure } from './ordinary-explanations.js';
import type { Pattern } from './patterns.js';

/**
 * Files whose items contradict the register without an explanation so often, while all else agrees, that the file is to
 * blame and not its links. Learned only where names are in Latin letters: they have no second writing (kanji beside
 * kana) that tells a corrupted name from another person's. Single rows of that kind, or those of any other file, are
 * what an audit looks for, so there it stays at `UNEXPLAINED`.
 */

/** From this share of the links, and from so many of them, on the file is to blame. */
const LEAST_SHARE = 0.01;
const FEWEST = 20;

/** Names of somebody beside from which on a column was shifted: as many rows as make a row shift. */
const FEWEST_SHIFTED = 3;

/**
 * Places of the sources that may be to blame: most names are in Latin letters, and they were not shifted against the rest of
 * the row. A shifted column contradicts as often, and is what an audit looks for.
 */
export async function latinSources(engine: Engine): Promise<ReadonlySet<number>> {
  const rows = await allRows(
    engine,
    pick(LINKS, 'src'),
    `SELECT src FROM links WHERE nw IS NOT NULL GROUP BY src
     HAVING avg(CASE WHEN regexp_full_match(nw, '[A-Z]+') THEN 1 ELSE 0 END) > 0.5`,
  );
  const latin = rows.map(({ src }) => src);
  const shifted = latin.length === 0 ? [] : await shiftedSources(engine, latin);
  return new Set(latin.filter((src) => !shifted.includes(src)));
}

/** Sources with records born as their resident is, but named as the resident of a row beside. */
async function shiftedSources(engine: Engine, sources: readonly number[]): Promise<readonly number[]> {
  const rows = await allRows(
    engine,
    pick(LINKS, 'src'),
    `SELECT l.src FROM links l JOIN residents r ON r.rid = l.rid
     CROSS JOIN (VALUES (-2), (-1), (1), (2)) AS d(k)
     JOIN links n ON n.lid = l.lid + d.k AND n.src = l.src
     JOIN residents o ON o.rid = n.rid
     WHERE l.src IN (${sources.join(', ')}) AND l.dob = r.dob AND l.nw <> r.nw AND o.nw = l.nw
     GROUP BY l.src HAVING count(DISTINCT l.lid) >= ${FEWEST_SHIFTED}`,
  );
  return rows.map(({ src }) => src);
}

/** Share of the links that contradict the register without an explanation while all else is clearly their resident's; null where they are few. */
export function unexplainedShare(
  patterns: readonly Pattern[],
  m: readonly (readonly number[])[],
  u: readonly (readonly number[])[],
): number | null {
  let unexplained = 0;
  let links = 0;
  for (const { codes, count } of patterns) {
    links += count;
    if (!isUnexplainedForSure(codes)) continue;
    if (isClearlyTheirs(codes, bitsOf(codes, m, u))) unexplained += count;
  }
  const share = unexplained / links;
  return unexplained >= FEWEST && share >= LEAST_SHARE ? share : null;
}

/** An alarm for every source whose model says so. */
export function unreliableFiles({ sources }: Model): readonly QualityIssue[] {
  return Object.entries(sources).flatMap(([source, { links, unexplained }]) =>
    unexplained === undefined
      ? []
      : [
          {
            check: 'file-unreliable',
            severity: 'error' as const,
            source,
            item: null,
            count: Math.round(unexplained * links),
            of: links,
            title: {
              ja: '氏名または生年月日が紐付け先と異なるのに、ほかの項目は一致する記録が多すぎます。この事務では誤りと書き損じを区別できないため、判定不能（U）としました',
              en: 'Names or birth dates differ though all else agrees in too many records: in this file a slip cannot be told from another person, so they are graded U',
            },
            advice: {
              ja: '元の資料を確かめてください。入力し直した資料があれば、それで点検をやり直してください。',
              en: 'Look at where the file comes from; if it exists in a better state, audit that one.',
            },
          },
        ],
  );
}
