import { type DecisionStore, historyOf, statusOf } from '../decide/index.js';
import type { Engine } from '../engine/engine.js';
import { literal } from '../engine/sql.js';
import { CLEAN_SAMPLE } from '../findings/blind-sample.js';
import type { Candidate } from '../findings/candidates.js';
import type { Finding } from '../findings/finding.js';
import { kindTexts } from '../findings/kind-texts.js';
import type { Marks } from '../findings/marks.js';
import type { CandidateView, Case, EvidenceView, PersonView } from '../report/result.js';
import { relationsOf } from '../score/relations.js';
import type { Bilingual } from '../text/bilingual.js';
import { COMPARISONS } from '../verify/comparisons.js';
import { normalisationsOf } from './normalisations.js';
import { type PersonRow, readRecords, readResidents } from './people.js';
import { reasonOf } from './reason.js';
import { readRegistrations } from './registrations.js';

/** What cases are made from beside the tables. */
export interface CaseContext {
  /** File names of each source, in the order of `file`. */
  readonly files: ReadonlyMap<string, readonly string[]>;
  /** How each finding stands to earlier runs. */
  readonly status: (findingId: string) => Case['status'];
  readonly decisions: DecisionStore;
}

/** Cases made at a time: a shard of the report. */
const BATCH = 500;

interface FindingRow {
  readonly lid: number | null;
  readonly rid: number | null;
  readonly json: string;
  readonly candidates: string;
  readonly marks: string;
}

/** Cases of one organisation (null: links that carry none, and the register), worst first, then its blind sample. */
export async function* casesOf(
  engine: Engine,
  organisation: string | null,
  context: CaseContext,
): AsyncIterable<Case[]> {
  const own = organisation === null ? 'organisation IS NULL' : `organisation = ${literal(organisation)}`;
  for (const table of ['findings', 'blind_sample']) {
    const places = await engine.rows<{ place: number }>(
      `SELECT place FROM ${table} WHERE ${own} ORDER BY place`,
    );
    for (let from = 0; from < places.length; from += BATCH) {
      const batch = places.slice(from, from + BATCH).map(({ place }) => place);
      const rows = await engine.rows<FindingRow>(
        `SELECT lid, rid, json, candidates, marks FROM ${table} WHERE place IN (${batch.join(', ')}) ORDER BY place`,
      );
      yield await makeCases(engine, rows, context);
    }
  }
}

async function makeCases(engine: Engine, rows: readonly FindingRow[], context: CaseContext): Promise<Case[]> {
  const parsed = rows.map(({ lid, rid, json, candidates, marks }) => ({
    lid,
    rid,
    finding: JSON.parse(json) as Finding,
    candidates: JSON.parse(candidates) as Candidate[],
    marks: JSON.parse(marks) as Marks,
  }));
  const lids = parsed.flatMap(({ lid }) => (lid === null ? [] : [lid]));
  const records = await readRecords(engine, lids, 'case_links');
  const registrations = await readRegistrations(engine, lids);
  const own = await registerRows(engine, parsed);
  const residents = await readResidents(
    engine,
    parsed.flatMap(({ rid, candidates }) => [
      ...(rid === null ? [] : [rid]),
      ...candidates.map((c) => c.rid),
    ]),
    'case_residents',
  );
  return parsed.map(({ lid, rid, finding, candidates, marks }) => {
    const record = lid === null ? own.get(finding.record_id)! : records.get(lid)!;
    const linked = rid === null ? null : residents.get(rid)!;
    const registration = lid === null ? undefined : registrations.get(lid);
    return {
      ...toCase({ finding, candidates, marks }, record, linked, residents, context),
      ...(registration ? { registration } : {}),
    };
  });
}

/** Findings about the register have a resident in the place of the record. */
async function registerRows(
  engine: Engine,
  parsed: readonly { lid: number | null; finding: Finding }[],
): Promise<Map<string, PersonRow>> {
  const ids = parsed.flatMap(({ lid, finding }) => (lid === null ? [finding.record_id] : []));
  if (ids.length === 0) return new Map();
  const quoted = ids.map(literal).join(', ');
  const found = await engine.rows<{ rid: number; resident_id: string }>(
    `SELECT rid, resident_id FROM case_residents WHERE resident_id IN (${quoted})`,
  );
  const people = await readResidents(
    engine,
    found.map(({ rid }) => rid),
    'case_residents',
  );
  return new Map(found.map(({ rid, resident_id }) => [resident_id, people.get(rid)!]));
}

function toCase(
  {
    finding,
    candidates,
    marks,
  }: { readonly finding: Finding; readonly candidates: readonly Candidate[]; readonly marks: Marks },
  record: PersonRow,
  linked: PersonRow | null,
  residents: ReadonlyMap<number, PersonRow>,
  context: CaseContext,
): Case {
  const { headline, severity } = kindTexts(finding.kind);
  const { finding_id: id, fingerprint } = finding;
  const blind = finding.kind === CLEAN_SAMPLE;
  const people = [linked, ...candidates.map(({ rid }) => residents.get(rid)!)].filter((p) => p !== null);
  const hideAddress = people.some(({ view }) => view.protected);
  const evidence = finding.evidence.map((row) => evidenceView(row, hideAddress));
  const recordView = hideAddress ? withoutAddress(record.view) : record.view;
  const views = candidates.map((candidate) =>
    candidateView(candidate, residents.get(candidate.rid)!, hideAddress),
  );
  const { state, verdict } = statusOf(context.decisions, id, fingerprint, severity);
  return {
    findingId: finding.finding_id,
    kind: finding.kind,
    cause: finding.cause,
    source: finding.source,
    recordId: finding.record_id,
    organisation: finding.organisation,
    residentId: finding.resident_id,
    grade: finding.grade,
    probability: finding.probability,
    severity,
    fingerprint: finding.fingerprint,
    related: finding.related,
    headline,
    reason: reasonOf(finding.cause, evidence, views),
    status: context.status(finding.finding_id),
    origin: { file: context.files.get(finding.source)?.[record.file] ?? '', row: record.row },
    numberTail: linked?.tail ?? record.tail,
    record: recordView,
    linked: linked?.view ?? null,
    candidates: views,
    evidence,
    total: Math.round(evidence.reduce((sum, { weight }) => sum + weight, 0) * 100) / 100,
    normalisations: normalisationsOf(recordView, linked?.view ?? null),
    history: historyOf(context.decisions, id, fingerprint, { marks, hideAddress }),
    review: state,
    ...(verdict ? { verdict: verdict.decision } : {}),
    ...(blind ? { blind } : {}),
  };
}

function withoutAddress(view: PersonView): PersonView {
  return { ...view, items: { ...view.items, address: null } };
}

function candidateView(candidate: Candidate, person: PersonRow, hideAddress: boolean): CandidateView {
  const levels = COMPARISONS.map(({ id, levels: all }, c) => {
    const level = all[candidate.codes[c]!]!;
    return [
      id,
      id === 'address' && hideAddress ? HIDDEN : { level: level.id, kind: level.kind, text: level.title },
    ];
  });
  return {
    ...person.view,
    probability: Math.round(candidate.probability * 1e6) / 1e6,
    why: relationsOf(candidate.relations).map(({ title }) => title),
    levels: Object.fromEntries(levels) as CandidateView['levels'],
  };
}

const HIDDEN = {
  level: 'missing',
  kind: 'missing',
  text: { ja: '支援措置のため表示しません', en: 'Not shown (protected person)' },
} as const;

/** Rows that compare no item, in the few words that fit beside a bar. */
const TITLES = {
  prior: { ja: '事前', en: 'Prior' },
  place: { ja: '登録の場所・日', en: 'Place or day' },
  rivals: { ja: '他の候補との比較', en: 'Compared with others' },
} satisfies Record<string, Bilingual>;

function evidenceView(row: Finding['evidence'][number], hideAddress: boolean): EvidenceView {
  const comparison = COMPARISONS.find(({ id }) => id === row.item);
  const kind =
    comparison?.levels.find(({ id }) => id === row.level)?.kind ??
    (row.level === 'better' ? 'different' : 'missing');
  const title = comparison?.title ?? TITLES[row.item as keyof typeof TITLES];
  const hidden = hideAddress && row.item === 'address';
  return { ...row, title, kind, text: hidden ? HIDDEN.text : row.text, level: hidden ? 'hidden' : row.level };
}
