import type { CandidateView, Case, RecordBeside } from '../audit/case.js';
import type { Evidence } from '../audit/evidence.js';
import type { FindingHead } from '../audit/finding.js';
import type { Marks } from '../audit/marks.js';
import { relationsOf } from '../audit/relations.js';
import type { ShownCase } from '../audit/shown.js';
import type { Grade } from '../audit/summary.js';
import { type DecisionStore, historyOf, reviewersNeeded, statusOf } from '../decide/index.js';
import { pick, type Row } from '../engine/columns.js';
import type { Engine } from '../engine/engine.js';
import { allRows, packedRows } from '../engine/read.js';
import { literal } from '../engine/sql.js';
import { CLEAN_SAMPLE } from '../findings/blind-sample.js';
import { type Candidate, withRoom } from '../findings/candidates.js';
import { evidenceReader } from '../findings/kept-evidence.js';
import { withSharers } from '../findings/sharers.js';
import { kindTexts } from '../findings/titles.js';
import { CASES, FINDINGS } from '../tables/found.js';
import type { Bilingual } from '../text/bilingual.js';
import type { Mutable } from '../text/mutable.js';
import { LEVEL_COLUMNS } from '../verify/comparisons/index.js';
import { BESIDE_LEVELS } from '../verify/level-tables.js';
import { readBearers } from './bearers.js';
import { type CaseRange, rangesOf, within } from './case-tables.js';
import { isBeforeBirth } from './circumstances.js';
import { type Double, type DuplicateRows, doublesOf, duplicateRows, twinsOf } from './duplicate-rows.js';
import { type Everybody, factsOf, type StatusTexts } from './facts.js';
import { ITEM_ROWS } from './item-rows.js';
import { levelViews } from './level-views.js';
import { hasNextSerial, isNextSerial, whyOf } from './next-serial.js';
import { withOriginals } from './originals.js';
import {
  holderKey,
  readOtherRecords,
  recordsText,
  saidByRecords,
  saidOfLinked,
  withoutBeside,
} from './other-records.js';
import { type PersonRow, readRecords, readResidents } from './people.js';
import { candidateWithPrevious, evidenceWithPrevious, statesPrevious } from './previous-address.js';
import { redactCase } from './redact.js';
import { readRegistrations } from './registrations.js';
import { guardedCases, readHeads, relatedCases, type ToldBefore } from './related.js';
import type { Secrets } from './secrets.js';
import { tiedOf } from './who-fits.js';

/** What cases are made from beside the tables. */
export interface CaseContext {
  /** File names of each source, in the order of `file`. */
  readonly files: ReadonlyMap<string, readonly string[]>;
  /** How each finding stands to earlier runs. */
  readonly status: (findingId: string) => Case['status'];
  /** What ties a source's records to residents. */
  readonly tie: (source: string) => string;
  /** How statuses of a source's records and of residents are told. */
  readonly statusTexts: (source: string) => StatusTexts;
  /** The sources in the order of the pipeline file, and their titles. */
  readonly sources: readonly string[];
  readonly titleOf: (src: number) => Bilingual;
  /** ISO day as of which the register is read. */
  readonly asOf: string;
  /** What a source keeps records of. */
  readonly service: (source: string) => Case['service'];
  /** What a clerk can look at beside a record of a source; null of the register. */
  readonly originals: (source: string) => Case['originals'] | null;
  readonly decisions: DecisionStore;
  readonly secrets: Secrets;
}

/** Related cases named at most, as in `findings/collect.ts`. */
const MOST_RELATED = 20;

/** Cases read at a time, of however many organisations: each time costs a handful of queries. */
const BATCH = 2000;
/** Cases made at a time: what is drawn and gone at once costs the least memory. */
const AT_ONCE = 50;

/** Makes the cases from one place of what was read to another. */
type MakeCases = (from: number, to: number) => readonly ShownCase[];

const COLUMNS = pick(
  CASES,
  ...([
    'seq',
    'lid',
    'rid',
    'source',
    'organisation',
    'kind',
    'cause',
    'finding_id',
    'fingerprint',
    'incident',
  ] as const),
  ...(['record_id', 'resident_id', 'grade', 'probability', 'related', 'candidates', 'evidence'] as const),
);
type CaseRow = Row<typeof COLUMNS>;

/**
 * Gives the cases of one organisation (null: links that carry none, and the register), worst first, then its blind sample. Asked
 * for one organisation after another in the order of their names, as reports do, it makes each case once.
 */
export async function caseReader(
  engine: Engine,
  context: CaseContext,
): Promise<(organisation: string | null) => AsyncIterable<readonly ShownCase[]>> {
  const ranges = await rangesOf(engine);
  const known: Known = {
    rows: await duplicateRows(engine),
    guarded: await guardedCases(engine, context.secrets.isProtectedPlace),
    evidenceOf: await evidenceReader(engine),
    statesPrevious: await statesPrevious(engine),
  };
  const cases = [...ranges.values()].reduce((sum, { count }) => sum + count, 0);
  const read = (first: number) => {
    const make = readCases(engine, { first, count: BATCH }, { ...context, ...known });
    // Whoever asks for them is told; of cases that nobody asks for any more nobody is.
    make.catch(() => {});
    return { first, make };
  };
  let last: ReturnType<typeof read> | undefined;
  let ahead: ReturnType<typeof read> | undefined;
  // While cases are made the engine reads those after them.
  const batchFrom = async (first: number) => {
    if (last?.first !== first) {
      last = ahead?.first === first ? ahead : read(first);
      await last.make;
      ahead = first + BATCH < cases ? read(first + BATCH) : undefined;
    }
    return last.make;
  };
  return async function* casesOf(organisation) {
    const { first, count } = ranges.get(organisation) ?? { first: 0, count: 0 };
    const end = first + count;
    for (let at = first; at < end; ) {
      const from = at % BATCH;
      const to = Math.min(from + AT_ONCE, BATCH, from + end - at);
      const make = await batchFrom(at - from);
      yield make(from, to);
      at += to - from;
    }
  };
}

/** What is read once for all cases. */
interface Known {
  readonly rows: DuplicateRows;
  readonly guarded: ReadonlySet<number>;
  readonly statesPrevious: boolean;
  readonly evidenceOf: (numbers: string) => readonly Evidence[];
}

async function readCases(engine: Engine, range: CaseRange, context: CaseContext & Known): Promise<MakeCases> {
  const rows = await packedRows(engine, COLUMNS, `FROM cases WHERE ${within(range)} ORDER BY seq`);
  const marks = await readMarks(engine, rows, context.decisions);
  const records = await readRecords(engine, within(range), 'case_links');
  const besides = await readBesides(engine, range);
  const registrations = await readRegistrations(engine, range, records);
  const residents = await readResidents(engine, within(range), 'case_residents');
  const others = await readOtherRecords(engine, range);
  // Findings about the register have a resident in the place of the record.
  const byId = new Map([...residents.values()].map((row) => [row.view.residentId, row]));
  const heads = await readHeads(engine, range);
  const bearersOf = await readBearers(engine, range);
  const toldBefore: ToldBefore = new Map();
  const make = (row: CaseRow): ShownCase => {
    const { seq, lid, rid } = row;
    const bearers = bearersOf.get(seq);
    const weighed = JSON.parse(row.candidates) as Candidate[];
    const candidates = bearers ? withSharers(weighed, bearers.candidates) : weighed;
    const evidence = context.evidenceOf(row.evidence);
    const found = foundOf(row, candidates);
    const doubles = doublesOf(found, context.rows);
    const finding = withDoubles(found, doubles);
    const record = lid === null ? byId.get(finding.record_id)! : records.get(lid)!;
    const linked = rid === null ? null : residents.get(rid)!;
    const registration = lid === null ? undefined : registrations.get(lid);
    const beside = besides.get(seq) ?? [];
    const everybody = {
      record,
      beside: beside.map((other) => records.get(other.lid)!),
      linked,
      candidates: candidates.map((candidate) => residents.get(candidate.rid)!),
    };
    const twins = twinsOf(finding, context.rows);
    const shown = withRoom(candidates, beside.length).map((one) => one.rid);
    const src = lid === null ? null : context.sources.indexOf(finding.source);
    const item = toCase(
      { finding, candidates, evidence, marks: marks.get(finding.finding_id), beside },
      everybody,
      {
        registration,
        twins: twins.length > 0 ? twins : undefined,
        doubles: doubles.length > 0 ? doubles.map(({ label, other }) => [label, other] as const) : undefined,
        relatedCases: relatedCases(
          finding,
          { lid, rid, recordId: finding.record_id, shown, ...finding },
          heads.get(seq) ?? [],
          context.rows,
          context.guarded,
          toldBefore,
        ),
        ...saidByRecords(
          candidates.map((candidate) => others.get(holderKey(seq, candidate.rid)) ?? []),
          src,
        ),
        ...(rid === null ? NOTHING_SAID : saidOfLinked(others.get(holderKey(seq, rid)) ?? [], src)),
        bearers: bearers?.total,
      },
      context,
    );
    if (context.statesPrevious) {
      item.evidence = evidenceWithPrevious(item.evidence, linked);
      item.candidates = item.candidates.map((one, index) =>
        candidateWithPrevious(one, everybody.candidates[index]!),
      );
    }
    const facts = factsOf(
      item.blind ? null : finding.kind,
      item.blind ? { ...everybody, candidates: [] } : everybody,
      finding.source,
      {
        tie: context.tie,
        statusTexts: context.statusTexts,
        records: ({ key }) => {
          const held = others.get(holderKey(seq, key)) ?? [];
          const told = key === rid ? withoutBeside(held, src, beside.length) : held;
          if (held.length > 0 && told.length === 0) return null;
          return recordsText(told, src, context.titleOf, {
            isNumber: context.secrets.isNumber,
            asOf: context.asOf,
          });
        },
      },
      {
        alike: item.blind ? 0 : tiedOf(item).length,
        hasMoved: hasMoved(item.blind ? { ...item, candidates: [] } : item),
        isBeforeBirth: !item.blind && isBeforeBirth(item),
        hasNextSerial: !item.blind && item.candidates.some(hasNextSerial),
        slipped: new Set(candidates.filter(isSlip).map((candidate) => candidate.rid)),
      },
    );
    if (facts) item.facts = facts;
    return redactCase(item, context.secrets);
  };
  return (from, to) => rows.slice(from, to).map(make);
}

function foundOf(row: CaseRow, candidates: readonly Candidate[]): FindingHead {
  return {
    source: row.source,
    organisation: row.organisation,
    kind: row.kind,
    cause: row.cause,
    finding_id: row.finding_id,
    fingerprint: row.fingerprint,
    incident: row.incident,
    record_id: row.record_id,
    resident_id: row.resident_id,
    probability: row.probability,
    grade: row.grade as Grade,
    related: row.related === '' ? [] : row.related.split(' '),
    candidates: candidates.map(({ residentId }) => ({ resident_id: residentId })),
  };
}

/** A finding that leads to what the register has to settle first, too. */
function withDoubles(finding: FindingHead, doubles: readonly Double[]): FindingHead {
  const ids = doubles.map(({ finding: id }) => id);
  return ids.length === 0
    ? finding
    : { ...finding, related: [...new Set([...ids, ...finding.related])].slice(0, MOST_RELATED) };
}

/** The number of the record is a few digits away from the resident's. */
function isSlip({ relations }: Candidate): boolean {
  return relationsOf(relations).some(({ id }) => id === 'number-slip' || id === 'number-near');
}

/** The record, or one beside it, has an address at which one of the residents lived before. */
function hasMoved({ evidence, candidates, beside = [] }: Case): boolean {
  const isSo = ({ levels }: Pick<CandidateView, 'levels'>) => levels.address?.level === 'previous_address';
  return (
    evidence.some(({ level }) => level === 'previous_address') || candidates.some(isSo) || beside.some(isSo)
  );
}

/** A finding with what was kept beside it. */
interface Found {
  readonly finding: FindingHead;
  readonly candidates: readonly Candidate[];
  readonly evidence: readonly Evidence[];
  /** Of a finding that was decided on. */
  readonly marks: Marks | undefined;
  readonly beside: readonly Beside[];
}

/** What stands around a finding: its cases, its records. */
type Around = Pick<
  Case,
  | 'registration'
  | 'twins'
  | 'doubles'
  | 'relatedCases'
  | 'holders'
  | 'doubtedHolders'
  | 'otherNames'
  | 'isHeld'
  | 'linkedName'
  | 'besideFamily'
  | 'bearers'
>;

/** Of a record that leads to no resident. */
const NOTHING_SAID = { isHeld: undefined, linkedName: undefined } as const;

function toCase(
  { finding, candidates, evidence, marks, beside }: Found,
  everybody: Everybody,
  around: Around,
  context: CaseContext,
): Mutable<Case> {
  const { record, linked } = everybody;
  const { headline, severity } = kindTexts(finding.kind);
  const originals = context.originals(finding.source) ?? undefined;
  const { finding_id: id, fingerprint } = finding;
  const history = historyOf(context.decisions, id, fingerprint, {
    ...(marks ? { marks } : {}),
    residentId: finding.resident_id,
  });
  const isSample = finding.kind === CLEAN_SAMPLE;
  const { state, verdict } = statusOf(context.decisions, id, fingerprint, reviewersNeeded(finding.kind));
  return {
    findingId: id,
    kind: finding.kind,
    cause: finding.cause,
    source: finding.source,
    recordId: finding.record_id,
    organisation: finding.organisation,
    residentId: finding.resident_id,
    grade: finding.grade,
    probability: finding.probability,
    severity,
    fingerprint,
    related: finding.related,
    incident: finding.incident,
    headline: withOriginals(headline, originals),
    // Nights keep findings; a link of the sample that somebody has looked at was drawn before.
    status: isSample && history.length > 0 ? 'continuing' : context.status(id),
    origin: { file: context.files.get(finding.source)?.[record.file] ?? '', row: record.row },
    // Never the linked resident's: a record tied by a certificate has none, and whoever reads it would quote it to a private firm. Of two
    // rows of the register the page is headed by the first: its key, and its number.
    numberTail: record.tail,
    record: record.view,
    linked: linked?.view ?? null,
    candidates: candidates.map((candidate, index) => {
      const person = everybody.candidates[index]!;
      return candidateView(candidate, person, isNextSerial(record, person));
    }),
    evidence,
    total: Math.round(evidence.reduce((sum, { weight }) => sum + weight, 0) * 100) / 100,
    service: context.service(finding.source) ?? null,
    rows: ITEM_ROWS,
    history,
    review: state,
    beside:
      beside.length > 0
        ? beside.map((other, index) => besideView(everybody.beside[index]!, other))
        : undefined,
    originals,
    ended: linked?.ended,
    verdict: verdict?.decision,
    blind: isSample ? true : undefined,
    registration: around.registration,
    twins: around.twins,
    doubles: around.doubles,
    relatedCases: around.relatedCases,
    holders: around.holders,
    doubtedHolders: around.doubtedHolders,
    otherNames: around.otherNames,
    isHeld: around.isHeld,
    linkedName: around.linkedName,
    besideFamily: around.besideFamily,
    bearers: around.bearers,
    facts: undefined,
  };
}

/** What those cases rest on that somebody has decided on, by their id. */
async function readMarks(
  engine: Engine,
  rows: readonly CaseRow[],
  { byCase }: DecisionStore,
): Promise<ReadonlyMap<string, Marks>> {
  const decided = rows.flatMap(({ finding_id: id }) => (byCase.has(id) ? [literal(id)] : []));
  if (decided.length === 0) return new Map();
  const kept = await allRows(
    engine,
    pick(FINDINGS, 'finding_id', 'marks'),
    ['findings', 'blind_sample']
      .map((table) => `SELECT finding_id, marks FROM ${table} WHERE finding_id IN (${decided.join(', ')})`)
      .join(' UNION ALL '),
  );
  return new Map(kept.map(({ finding_id, marks }) => [finding_id, JSON.parse(marks) as Marks]));
}

/** Records shown beside one: more would not fit the page. */
const MOST_BESIDE = 2;

/** Another record of the linked resident, codes of how it compares with the resident, and whether it is of another organisation than the case. */
type Beside = Pick<Row<typeof BESIDE_LEVELS.columns>, 'lid' | 'levels'> & { readonly elsewhere: boolean };

/** The other records of cases of several records, by `seq`. */
async function readBesides(
  engine: Engine,
  range: CaseRange,
): Promise<ReadonlyMap<number, readonly Beside[]>> {
  const columns = ['seq', 'lid', ...LEVEL_COLUMNS].map((column) => `b.${column}`).join(', ');
  const rows = await allRows(
    engine,
    { ...BESIDE_LEVELS.columns, elsewhere: 'bool' } as const,
    `SELECT ${columns}, l.organisation IS DISTINCT FROM c.organisation AS elsewhere
     FROM case_beside b JOIN case_links l ON l.seq = b.seq AND l.lid = b.lid JOIN cases c ON c.seq = b.seq
     WHERE b.${within(range)} ORDER BY b.seq, b.lid`,
  );
  const besides = new Map<number, readonly Beside[]>();
  for (const { seq, ...other } of rows) {
    const others = besides.get(seq) ?? [];
    if (others.length < MOST_BESIDE) besides.set(seq, [...others, other]);
  }
  return besides;
}

function besideView({ view, facts }: PersonRow, { levels: codes, elsewhere }: Beside): RecordBeside {
  const { residentId, items, birthDate, protected: isFlagged } = view;
  return {
    residentId,
    items,
    birthDate,
    protected: isFlagged,
    recordId: facts.record_id ?? '',
    isElsewhere: elsewhere,
    levels: levelViews(codes),
  };
}

/** A candidate with what is shown of it, before anything is hidden. */
export function candidateView(candidate: Candidate, person: PersonRow, isNext = false): CandidateView {
  const { residentId, items, birthDate, protected: isFlagged } = person.view;
  return {
    residentId,
    items,
    birthDate,
    protected: isFlagged,
    probability: Math.round(candidate.probability * 1e6) / 1e6,
    why: whyOf(candidate, isNext),
    levels: levelViews(candidate.codes),
  };
}
