import type { LinkSpec } from '../audit/pipeline-file.js';
import { pick } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { allRows } from '../engine/read.js';
import { LINKS } from '../tables/people.js';
import { Failure } from '../text/failure.js';

/** Links that lead to nobody stop a run only above so many: a few in a small source are findings. */
const FLOOR = 100;
/** Without a check digit nothing else says that the column is the right one. */
const FLOOR_OF_KEYS = 10;

/**
 * Sees that most links of every source lead to a resident. Where they do not, the wrong column is mapped or the register
 * is of other people, and each record would be a finding.
 *
 * @throws {Failure} `too-many-unknown` (exit code 1) beyond a source's `max_unknown_share`, with the reasons counted.
 */
export async function mustLeadToResidents(engine: Engine, sources: readonly LinkSpec[]): Promise<void> {
  const counts = await allRows(
    engine,
    { ...pick(LINKS, 'src'), links: 'big', nobody: 'big', invalid: 'big' },
    `
    SELECT src, count(*) AS links, count(*) FILTER (WHERE rid IS NULL) AS nobody,
      count(*) FILTER (WHERE rid IS NULL AND serial IS NULL AND resident_key IS NULL AND number_state <> 'ok') AS invalid
    FROM links GROUP BY src ORDER BY src`,
  );
  for (const { src, links, nobody, invalid } of counts) {
    const source = sources[src]!;
    const isByKey = source.via === 'resident_id';
    if (nobody <= (isByKey ? FLOOR_OF_KEYS : FLOOR) || nobody <= links * source.maxUnknownShare) continue;
    throw new Failure(isByKey ? 'too-many-unknown/key' : 'too-many-unknown', {
      values: {
        source: source.id,
        links,
        nobody,
        invalid,
        unknown: nobody - invalid,
        share: percent(nobody / links),
        limit: percent(source.maxUnknownShare),
        item: source.via,
        column: source.columns[source.via]?.from.join(', ') ?? '',
      },
    });
  }
}

function percent(share: number): string {
  return `${Number((100 * share).toFixed(2))} %`;
}
