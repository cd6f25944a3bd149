import type { DecisionStore, KeptDecision } from '../decide/index.js';
import { pick } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { allRows, readRows } from '../engine/read.js';
import { literal } from '../engine/sql.js';
import { kindsThat } from '../findings/kinds/index.js';
import { FINDINGS } from '../tables/found.js';
import { LINKS } from '../tables/people.js';

/**
 * The store, in which a case about a record that has been linked to another resident since also has the decisions on
 * the link as it was. Such a case has an id of its own, but to the people who decided it is the one they know. A record
 * that is still linked to the resident of then (one record on two residents) is not meant.
 */
export async function withRelinked(
  engine: Engine,
  sources: readonly string[],
  store: DecisionStore,
): Promise<DecisionStore> {
  const decided = decidedRecords(store.kept);
  if (decided.size === 0) return store;
  const cases = await casesOf(engine, decided);
  if (cases.length === 0) return store;
  const linked = await linksOf(engine, sources, cases);
  const byCase = new Map(store.byCase);
  for (const item of cases) {
    const before = decided
      .get(keyOf(item.source, item.recordId))!
      .filter(({ link }) => !linked.has(linkKey(item.source, item.recordId, link!.resident_id)));
    if (before.length > 0) byCase.set(item.findingId, [...before, ...(byCase.get(item.findingId) ?? [])]);
  }
  return { ...store, byCase };
}

interface FoundCase {
  readonly findingId: string;
  readonly source: string;
  readonly recordId: string;
}

function keyOf(source: string, recordId: string): string {
  return JSON.stringify([source, recordId]);
}

const WRONG_LINKS = kindsThat(({ isWrongLink }) => isWrongLink);

function linkKey(source: string, recordId: string, residentId: string | null): string {
  return JSON.stringify([source, recordId, residentId]);
}

function decidedRecords(kept: readonly KeptDecision[]): ReadonlyMap<string, readonly KeptDecision[]> {
  const byRecord = new Map<string, KeptDecision[]>();
  for (const decision of kept) {
    const { link } = decision;
    if (!link || !WRONG_LINKS.has(link.kind)) continue;
    const key = keyOf(link.source, link.record_id);
    const list = byRecord.get(key);
    if (list) list.push(decision);
    else byRecord.set(key, [decision]);
  }
  return byRecord;
}

/** Cases of tonight about a record on which something was decided. */
async function casesOf(
  engine: Engine,
  decided: ReadonlyMap<string, readonly KeptDecision[]>,
): Promise<readonly FoundCase[]> {
  const cases: FoundCase[] = [];
  const query = `
    SELECT finding_id, source, record_id FROM findings
    WHERE kind IN (${[...WRONG_LINKS].map(literal).join(', ')}) ORDER BY rank`;
  const columns = pick(FINDINGS, 'finding_id', 'source', 'record_id');
  for await (const rows of readRows(engine, columns, query)) {
    for (const { finding_id: findingId, source, record_id: recordId } of rows) {
      if (decided.has(keyOf(source, recordId))) cases.push({ findingId, source, recordId });
    }
  }
  return cases;
}

/** Every link of the records of these cases tonight, as keys: one pass over the two columns that find them. */
async function linksOf(
  engine: Engine,
  sources: readonly string[],
  cases: readonly FoundCase[],
): Promise<ReadonlySet<string>> {
  const ids = [...new Set(cases.map(({ recordId }) => recordId))].map(literal);
  const rows = await allRows(
    engine,
    { ...pick(LINKS, 'src', 'record_id'), resident_id: 'text?' },
    `
    SELECT l.src, l.record_id, r.resident_id FROM links l LEFT JOIN residents r ON r.rid = l.rid
    WHERE l.record_id IN (${ids.join(', ')})`,
  );
  return new Set(rows.map((row) => linkKey(sources[row.src]!, row.record_id, row.resident_id)));
}
