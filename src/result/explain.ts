import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { CandidateView, Weighing } from '../audit/case.js';
import type { Finding } from '../audit/finding.js';
import { relationsOf } from '../audit/relations.js';
import type { Shown } from '../audit/shown.js';
import type { Grade } from '../audit/summary.js';
import type { Engine } from '../engine/engine.js';
import { literal } from '../engine/sql.js';
import { isShown } from '../findings/candidates.js';
import { readClusters, readGatherings } from '../findings/clusters.js';
import { differences, withDifferences } from '../score/differences.js';
import { evidenceOf } from '../score/evidence.js';
import { commonness, commonnessById, frequencyJoins } from '../score/frequencies.js';
import type { Model } from '../score/model.js';
import { nameChangeJoin } from '../score/name-changers.js';
import { explanationsOf } from '../score/ordinary-explanations.js';
import type { Bilingual } from '../text/bilingual.js';
import { Failure } from '../text/failure.js';
import { COMPARISONS, LEVEL_COLUMNS } from '../verify/comparisons/index.js';
import { levelViews } from './level-views.js';
import { readRecords, readResidents } from './people.js';
import { redact } from './redact.js';
import { secretsOf } from './secrets.js';

/** Why a link got its grade: everything that was compared, weighed and considered. */
export interface Explanation extends Weighing {
  readonly source: string;
  readonly recordId: string;
  readonly residentId: string | null;
  readonly grade: Grade;
  readonly probability: number;
  /** Share of residents with the linked resident's name, by the comparison in which that was used. */
  readonly shares: Readonly<Record<string, number | null>>;
  /** Grade B: the ordinary explanations of what differs. None where they could tell a protected place. */
  readonly explanations: readonly Bilingual[];
  readonly findings: readonly string[];
}

/** The links that `target` names: `SOURCE:RECORD_ID`, or the id of a finding. Usually one. */
export async function explain(
  engine: Engine,
  runDir: string,
  sources: readonly string[],
  target: string,
): Promise<Shown<Explanation>[]> {
  const model = JSON.parse(await readFile(join(runDir, 'model.json'), 'utf8')) as Model;
  const { source, recordId } = await linkOf(engine, target);
  const src = sources.indexOf(source);
  const links = await engine.rows<LinkRow>(`
    SELECT l.lid, l.rid, r.resident_id, v.grade, v.probability, ${LEVEL_COLUMNS.map((c) => `x.${c}`).join(', ')},
      ${commonness('share', 'l', 'r')}, ${commonness('relative', 'l', 'r')}, ${differences('x')}
    FROM links l JOIN verdicts v ON v.lid = l.lid
    LEFT JOIN residents r ON r.rid = l.rid LEFT JOIN levels x ON x.lid = l.lid
    ${frequencyJoins('l.lid')}
    ${nameChangeJoin('r')}
    WHERE l.src = ${src} AND l.record_id = ${literal(recordId)} ORDER BY l.lid`);
  if (src < 0 || links.length === 0) throw notFound(target);
  return Promise.all(links.map((link) => explainLink(engine, model, sources, { source, recordId }, link)));
}

interface LinkRow extends Record<string, unknown> {
  readonly lid: number;
  readonly rid: number | null;
  readonly resident_id: string | null;
  readonly grade: Grade;
  readonly probability: number;
  readonly name_change: number | null;
  readonly half_read: number | null;
}

async function linkOf(engine: Engine, target: string): Promise<{ source: string; recordId: string }> {
  const [found] = await engine.rows<{ json: string }>(
    `SELECT json FROM findings WHERE finding_id = ${literal(target)} AND lid IS NOT NULL`,
  );
  if (found) {
    const { source, record_id } = JSON.parse(found.json) as Finding;
    return { source, recordId: record_id };
  }
  const colon = target.indexOf(':');
  if (colon < 1) throw notFound(target);
  return { source: target.slice(0, colon), recordId: target.slice(colon + 1) };
}

function notFound(target: string): Failure {
  return new Failure('nothing-to-explain', { values: { target } });
}

async function explainLink(
  engine: Engine,
  model: Model,
  sources: readonly string[],
  { source, recordId }: { readonly source: string; readonly recordId: string },
  link: LinkRow,
): Promise<Shown<Explanation>> {
  const record = (await readRecords(engine, `lid = ${link.lid}`)).get(link.lid)!;
  const linked = link.rid === null ? null : (await readResidents(engine, `rid = ${link.rid}`)).get(link.rid)!;
  const candidates = await candidatesOf(engine, link.lid);
  const hasRivals = candidates.some(({ probability }) => isShown(probability));
  const weighed = await weighedOf(engine, model, sources, { source, link, hasRivals });
  const found = await engine.rows<{ finding_id: string }>(
    `SELECT finding_id FROM findings WHERE lid = ${link.lid} ORDER BY rank`,
  );
  const explanation: Explanation = {
    source,
    recordId,
    residentId: link.resident_id,
    grade: link.grade,
    probability: told(link.probability),
    record: record.view,
    linked: linked?.view ?? null,
    evidence: weighed.rows,
    total: weighed.total,
    shares: Object.fromEntries(
      Object.entries(commonnessById(link, 'share')).map(([id, share]) => [id, told(share)]),
    ),
    candidates,
    explanations:
      link.grade === 'B' ? explanationsOf(LEVEL_COLUMNS.map((column) => link[column] as number)) : [],
    findings: found.map(({ finding_id }) => finding_id),
  };
  return redact(explanation, await secretsOf(engine));
}

/** The rows of weights, which are those of the page; none where nobody has the number of the record. */
async function weighedOf(
  engine: Engine,
  model: Model,
  sources: readonly string[],
  {
    source,
    link,
    hasRivals,
  }: { readonly source: string; readonly link: LinkRow; readonly hasRivals: boolean },
): Promise<Pick<ReturnType<typeof evidenceOf>, 'rows' | 'total'>> {
  if (link.rid === null) return { rows: [], total: 0 };
  const clusters = await readClusters(engine, sources);
  const [gathering] = (await readGatherings(engine, clusters, link.lid)).get(link.lid) ?? [];
  const compared = {
    codes: LEVEL_COLUMNS.map((column) => link[column] as number),
    relative: withDifferences(
      COMPARISONS.map(({ id }) => commonnessById(link, 'relative')[id] ?? null),
      link,
    ),
  };
  return evidenceOf(compared, model.sources[source]!, link.probability, hasRivals, gathering);
}

/** Every rival that blocking named, likeliest first; those that weighing discarded have no probability. */
async function candidatesOf(engine: Engine, lid: number): Promise<CandidateView[]> {
  const rows = await engine.rows<Record<string, unknown>>(`
    SELECT p.rid, h.probability, p.relations, ${LEVEL_COLUMNS.map((c) => `v.${c}`).join(', ')}
    FROM rivals p JOIN rival_levels v ON v.lid = p.lid AND v.rid = p.rid
    LEFT JOIN hypotheses h ON h.lid = p.lid AND h.rid = p.rid
    WHERE p.lid = ${lid} ORDER BY h.probability DESC NULLS LAST, p.rid`);
  if (rows.length === 0) return [];
  const people = await readResidents(engine, `rid IN (${rows.map(({ rid }) => rid).join(', ')})`);
  return rows.map((row) => ({
    ...people.get(row.rid as number)!.view,
    probability: told(row.probability as number | null),
    why: relationsOf(row.relations as number).map(({ title }) => title),
    levels: levelViews(LEVEL_COLUMNS.map((column) => row[column] as number)),
  }));
}

/** Six digits that count: what follows is noise, and long enough to look like a number of somebody. */
function told<T extends number | null>(probability: T): T {
  return (probability === null ? null : Number(probability.toPrecision(6))) as T;
}
