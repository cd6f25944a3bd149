import type { Engine } from '../engine/engine.js';
import type {
  CauseEvaluation,
  Evaluation,
  OwnerAccuracy,
  PlantedKind,
  SourceEvaluation,
} from './evaluation.js';

/** A link of interest: its number leads to a resident. */
export const LED = 'resident_id IS NOT NULL';
const WRONG = 'wrong AND shown';
const FOUND = `${WRONG} AND grade = 'C'`;
const OWNED = `${FOUND} AND true_resident_id IS NOT NULL`;

/** Kinds whose planting truth.csv's note tells, and the finding kinds that report them. */
const PLANTED: Readonly<Record<string, readonly string[]>> = {
  'unknown-number': ['unknown-number', 'stale-binding'],
  'invalid-number': ['invalid-number'],
  'duplicate-link': ['duplicate-link'],
  'shared-record': ['shared-record'],
  'defunct-resident': ['defunct-resident'],
  'stale-binding': ['stale-binding'],
};

type Counts = Record<
  | 'links'
  | 'wrong'
  | 'unshowable'
  | 'found'
  | 'false_alarms'
  | 'owned'
  | 'first'
  | 'three'
  | 'told'
  | 'told_first'
  | 'told_three'
  | 'a'
  | 'b'
  | 'c'
  | 'u',
  number
> & { readonly source: string };

export function share(part: number, whole: number): number | null {
  return whole === 0 ? null : part / whole;
}

/** The figures of all sources together, then of each. */
export async function measureSources(engine: Engine): Promise<readonly SourceEvaluation[]> {
  const count = (name: string, condition: string) => `count(*) FILTER (${condition}) AS ${name}`;
  const first = 'owners[1] = true_resident_id';
  const three = 'list_contains(owners, true_resident_id)';
  const rows = await engine.rows<Counts>(`
    SELECT coalesce(source, 'all') AS source, count(*) AS links, ${count('wrong', WRONG)},
      ${count('unshowable', 'wrong AND NOT shown')}, ${count('found', FOUND)},
      ${count('false_alarms', `NOT wrong AND grade = 'C'`)},
      ${count('owned', OWNED)}, ${count('first', `${OWNED} AND ${first}`)}, ${count('three', `${OWNED} AND ${three}`)},
      ${count('told', `${OWNED} AND told`)}, ${count('told_first', `${OWNED} AND told AND ${first}`)},
      ${count('told_three', `${OWNED} AND told AND ${three}`)},
      ${['a', 'b', 'c', 'u'].map((grade) => count(grade, `NOT wrong AND grade = '${grade.toUpperCase()}'`)).join(', ')}
    FROM judged WHERE ${LED} GROUP BY GROUPING SETS ((), (source)) ORDER BY grouping(source) DESC, min(n)`);
  return rows.map((row) => ({
    source: row.source,
    links: row.links,
    wrong: row.wrong,
    unshowable: row.unshowable,
    found: row.found,
    falseAlarms: row.false_alarms,
    recall: share(row.found, row.wrong),
    precision: share(row.found, row.found + row.false_alarms),
    owner: accuracy(row.owned, row.first, row.three),
    ownerTold: accuracy(row.told, row.told_first, row.told_three),
    sound: { A: row.a, B: row.b, C: row.c, U: row.u },
  }));
}

function accuracy(links: number, first: number, three: number): OwnerAccuracy {
  return { links, first: share(first, links), firstThree: share(three, links) };
}

/** The same per source and cause; sources together first. */
export async function measureCauses(engine: Engine): Promise<readonly CauseEvaluation[]> {
  const rows = await engine.rows<
    Record<'wrong' | 'found' | 'owned' | 'first' | 'named', number> & { source: string; cause: string }
  >(`
    SELECT coalesce(source, 'all') AS source, cause, count(*) AS wrong, count(*) FILTER (${FOUND}) AS found,
      count(*) FILTER (${OWNED}) AS owned, count(*) FILTER (${OWNED} AND owners[1] = true_resident_id) AS first,
      count(*) FILTER (${FOUND} AND found_cause = cause) AS named
    FROM judged WHERE ${LED} AND ${WRONG} GROUP BY GROUPING SETS ((cause), (source, cause))
    ORDER BY grouping(source) DESC, source, cause`);
  return rows.map(({ source, cause, wrong, found, owned, first, named }) => ({
    source,
    cause,
    wrong,
    found,
    recall: share(found, wrong),
    ownerFirst: share(first, owned),
    causeRight: share(named, found),
  }));
}

/** True cause to found cause; a found link without a cause counts as `none`. */
export async function measureConfusion(
  engine: Engine,
): Promise<Readonly<Record<string, Readonly<Record<string, number>>>>> {
  const rows = await engine.rows<{ truth: string; found: string; n: number }>(`
    SELECT truth, named AS found, count(*) AS n FROM (
      SELECT CASE WHEN wrong THEN coalesce(cause, 'none') ELSE 'sound' END AS truth, coalesce(found_cause, 'none') AS named
      FROM judged WHERE ${LED} AND grade = 'C' AND (shown OR NOT wrong)
    ) GROUP BY truth, named ORDER BY truth = 'sound', truth, named`);
  const matrix: Record<string, Record<string, number>> = {};
  for (const { truth, found, n } of rows) matrix[truth] = { ...matrix[truth], [found]: n };
  return matrix;
}

/** Links that lead to nobody: they have no resident whose record they could be taken for. */
export async function measureOwnerless(engine: Engine): Promise<Evaluation['ownerless']> {
  const [row] = await engine.rows<Evaluation['ownerless']>(`
    SELECT count(*) AS links, count(*) FILTER (wrong) AS wrong, count(*) FILTER (wrong AND grade = 'C') AS found
    FROM judged WHERE NOT (${LED})`);
  return { ...row! };
}

/** How many of the planted things of other kinds have a finding of that kind. */
export async function measurePlanted(engine: Engine): Promise<readonly PlantedKind[]> {
  const kinds = await Promise.all(
    Object.entries(PLANTED).map(async ([kind, reported]) => {
      const [row] = await engine.rows<{ planted: number; found: number }>(`
        SELECT count(*) AS planted, count(f.record_id) AS found
        FROM (SELECT * FROM judged WHERE list_contains(string_split(coalesce(note, ''), '+'), '${kind}')) j
        LEFT JOIN (SELECT DISTINCT source, record_id FROM found WHERE kind IN (${reported.map((k) => `'${k}'`).join(', ')})) f
          ON f.source = j.source AND f.record_id = j.record_id`);
      return { kind, planted: row!.planted, found: row!.found, recall: share(row!.found, row!.planted) };
    }),
  );
  return kinds.filter(({ planted }) => planted > 0);
}
