import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { PersonView } from '../audit/case.js';
import type { Evidence } from '../audit/evidence.js';
import type { Finding } from '../audit/finding.js';
import { relationsOf } from '../audit/relations.js';
import type { Grade } from '../audit/summary.js';
import type { Engine } from '../engine/engine.js';
import { literal } from '../engine/sql.js';
import { readClusters, readPlaces } from '../findings/clusters.js';
import { evidenceOf } from '../score/evidence.js';
import { commonness, commonnessById, FREQUENCY_JOINS } from '../score/frequencies.js';
import type { Model } from '../score/model.js';
import type { Bilingual } from '../text/bilingual.js';
import { Failure } from '../text/failure.js';
import { COMPARISONS, isTold, LEVEL_COLUMNS, tellsPlace } from '../verify/comparisons/index.js';
import { readRecords, readResidents } from './people.js';
import { HIDDEN, withoutPlace } from './protected-places.js';

/** Why a link got its grade: everything that was compared, weighed and considered. */
export interface Explanation {
  readonly source: string;
  readonly recordId: string;
  readonly residentId: string | null;
  readonly grade: Grade;
  readonly probability: number;
  readonly record: PersonView;
  readonly linked: PersonView | null;
  readonly evidence: readonly Evidence[];
  readonly total: number;
  /** Share of residents with the linked resident's name, by the comparison in which that was used. */
  readonly shares: Readonly<Record<string, number | null>>;
  readonly candidates: readonly ExplainedCandidate[];
  readonly findings: readonly string[];
}

export interface ExplainedCandidate {
  readonly residentId: string;
  readonly probability: number | null;
  readonly why: readonly Bilingual[];
  readonly levels: readonly Bilingual[];
}

/** The links that `target` names: `SOURCE:RECORD_ID`, or the id of a finding. Usually one. */
export async function explain(
  engine: Engine,
  runDir: string,
  sources: readonly string[],
  target: string,
): Promise<Explanation[]> {
  const model = JSON.parse(await readFile(join(runDir, 'model.json'), 'utf8')) as Model;
  const { source, recordId } = await linkOf(engine, target);
  const src = sources.indexOf(source);
  const links = await engine.rows<LinkRow>(`
    SELECT l.lid, l.rid, r.resident_id, v.grade, v.probability, ${LEVEL_COLUMNS.map((c) => `x.${c}`).join(', ')},
      ${commonness('share', 'l', 'r')}, ${commonness('relative', 'l', 'r')}
    FROM links l JOIN verdicts v ON v.lid = l.lid
    LEFT JOIN residents r ON r.rid = l.rid LEFT JOIN levels x ON x.lid = l.lid
    ${FREQUENCY_JOINS}
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
  return new Failure(
    'nothing-to-explain',
    {
      ja: '{target} という紐付けも所見もありません（業務:記録番号 または所見番号を指定してください）',
      en: 'No link or finding {target} (give SOURCE:RECORD_ID or the id of a finding)',
    },
    { exitCode: 2, values: { target } },
  );
}

async function explainLink(
  engine: Engine,
  model: Model,
  sources: readonly string[],
  { source, recordId }: { readonly source: string; readonly recordId: string },
  link: LinkRow,
): Promise<Explanation> {
  const record = (await readRecords(engine, `lid = ${link.lid}`)).get(link.lid)!;
  const linked = link.rid === null ? null : (await readResidents(engine, `rid = ${link.rid}`)).get(link.rid)!;
  const compared = {
    codes: LEVEL_COLUMNS.map((column) => link[column] as number),
    relative: COMPARISONS.map(({ id }) => commonnessById(link, 'relative')[id] ?? null),
  };
  const candidates = await candidatesOf(engine, link.lid);
  const [place] =
    (await readPlaces(engine, await readClusters(engine, sources), link.lid)).get(link.lid) ?? [];
  const weighed =
    link.rid === null
      ? { rows: [], total: 0 }
      : evidenceOf(compared, model.sources[source]!, link.probability, candidates.length > 0, place);
  const found = await engine.rows<{ finding_id: string }>(
    `SELECT finding_id FROM findings WHERE lid = ${link.lid} ORDER BY place`,
  );
  const hide =
    record.view.protected || linked?.view.protected === true || candidates.some(({ hidden }) => hidden);
  return {
    source,
    recordId,
    residentId: link.resident_id,
    grade: link.grade,
    probability: link.probability,
    record: hide ? { ...record.view, items: withoutPlace(record.view.items) } : record.view,
    linked: linked?.view ?? null,
    evidence: hide ? weighed.rows.map(withoutLevel) : weighed.rows,
    total: weighed.total,
    shares: commonnessById(link, 'share'),
    candidates: candidates.map(({ codes, ...candidate }) => ({
      ...candidate,
      levels: levelsOf(codes, hide),
    })),
    findings: found.map(({ finding_id }) => finding_id),
  };
}

/** Every rival that blocking named, likeliest first; those that weighing discarded have no probability. */
async function candidatesOf(
  engine: Engine,
  lid: number,
): Promise<(Omit<ExplainedCandidate, 'levels'> & { hidden: boolean; codes: readonly number[] })[]> {
  const rows = await engine.rows<Record<string, unknown>>(`
    SELECT r.resident_id, r.is_protected, h.probability, p.relations, ${LEVEL_COLUMNS.map((c) => `v.${c}`).join(', ')}
    FROM rivals p JOIN rival_levels v ON v.lid = p.lid AND v.rid = p.rid JOIN residents r ON r.rid = p.rid
    LEFT JOIN hypotheses h ON h.lid = p.lid AND h.rid = p.rid
    WHERE p.lid = ${lid} ORDER BY h.probability DESC NULLS LAST, p.rid`);
  return rows.map((row) => ({
    residentId: row.resident_id as string,
    hidden: row.is_protected === true,
    probability: row.probability as number | null,
    why: relationsOf(row.relations as number).map(({ title }) => title),
    codes: LEVEL_COLUMNS.map((column) => row[column] as number),
  }));
}

/** What each comparison says of a candidate. */
function levelsOf(codes: readonly number[], hide: boolean): Bilingual[] {
  return COMPARISONS.flatMap((comparison, c) => {
    if (!isTold(comparison, codes[c]!)) return [];
    return [hide && comparison.tellsPlace ? HIDDEN.text : comparison.levels[codes[c]!]!.title];
  });
}

/** How the address of a protected person compares would say where they live. */
function withoutLevel(row: Evidence): Evidence {
  return tellsPlace(row.item) ? { ...row, level: HIDDEN.level, kind: HIDDEN.kind, text: HIDDEN.text } : row;
}
