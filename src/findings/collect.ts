import type { Evidence } from '../audit/evidence.js';
import { type Finding, findingEvidence } from '../audit/finding.js';
import type { Marks } from '../audit/marks.js';
import type { LinkSpec } from '../audit/pipeline-file.js';
import { relationsOf } from '../audit/relations.js';
import type { ClusterView } from '../audit/summary.js';
import type { Engine } from '../engine/engine.js';
import { evidenceOf } from '../score/evidence.js';
import type { Model } from '../score/model.js';
import { FINDING_HITS } from '../tables/found.js';
import { type Belonging, belonging } from './belonging.js';
import { type Candidate, readCandidates } from './candidates.js';
import { type LinkGathering, readGatherings } from './clusters.js';
import { duplicateResidents, onePersonProbability } from './duplicate-residents.js';
import { findingId } from './finding-id.js';
import { fingerprint, RECORD_TEXTS, ROW_TEXTS } from './fingerprint.js';
import { readFitting } from './fitting.js';
import { type HidePlaces, placeHider } from './hidden-places.js';
import { hitMarks } from './hit-marks.js';
import { type Hit, makeHits, readHits } from './hits.js';
import { groupsOf, withGroupsOfLink } from './incident-groups.js';
import { FINDING_KINDS } from './kinds/index.js';
import sharedRecord from './kinds/shared-record.js';
import { causeOfLink } from './link-cause.js';
import { type Marker, sideMarks } from './marks.js';
import { type IsProtectedPlace, protectedPlaces } from './protected-places.js';
import { readSharers, withSharers } from './sharers.js';
import { makeWrongLinks, type WrongLinks } from './wrong-links.js';

/** A finding with what the report needs beside it; `lid` is null for findings about the register. */
export interface Collected {
  readonly finding: Finding;
  readonly lid: number | null;
  readonly rid: number | null;
  readonly candidates: readonly Candidate[];
  /** The rows behind `finding.evidence`, with what a page needs to draw them. */
  readonly evidence: readonly Evidence[];
  readonly marks: Marks;
}

/** Everything that was found, worst first. Reads verdicts, hypotheses, levels, links, residents. */
export async function collectFindings(
  engine: Engine,
  sources: readonly LinkSpec[],
  model: Model,
  clusters: readonly ClusterView[],
  marker: Marker,
): Promise<Collected[]> {
  const wrong = await makeWrongLinks(engine);
  const gatherings = await readGatherings(engine, clusters);
  await makeHits(engine, sources);
  const candidates = await readCandidates(engine);
  const sharers = await readSharers(engine);
  const fitting = await readFitting(engine);
  const isProtectedPlace = await protectedPlaces(engine);
  const context = {
    ...{ candidates, sharers, fitting, gatherings, wrong, sources, model, marker, isProtectedPlace },
    seen: new Map(),
  };
  const hidePlaces = await placeHider(engine, marker);
  const drafts = (await readHits(engine, FINDING_HITS, hidePlaces)).map((hit) => draft(hit, context));
  const grouped = withGroupsOfLink(drafts);
  const ordered = [...grouped, ...(await registerDrafts(engine, model, marker, hidePlaces))].sort(worstFirst);
  return withRelated(ordered);
}

/** What drafts are made from beside their hit, by lid; `seen` counts the findings of each id. */
interface DraftContext {
  readonly candidates: ReadonlyMap<number, readonly Candidate[]>;
  readonly sharers: ReadonlyMap<number, readonly Candidate[]>;
  readonly fitting: ReadonlyMap<number, readonly string[]>;
  readonly gatherings: ReadonlyMap<number, readonly LinkGathering[]>;
  readonly wrong: WrongLinks;
  readonly sources: readonly LinkSpec[];
  readonly model: Model;
  readonly marker: Marker;
  readonly isProtectedPlace: IsProtectedPlace;
  readonly seen: Map<string, number>;
}

type Draft = Collected & Belonging;

const ADDRESS = RECORD_TEXTS.indexOf('address');

function draft(hit: Hit, context: DraftContext): Draft {
  const { wrong, sources, model, marker, seen } = context;
  const weighed = context.candidates.get(hit.lid) ?? [];
  const gatherings = context.gatherings.get(hit.lid) ?? [];
  const kind = FINDING_KINDS[hit.kind]!;
  const candidates = kind === sharedRecord ? withSharers(weighed, context.sharers.get(hit.lid)) : weighed;
  const source = sources[hit.src]!.id;
  const isWrong = kind.isWrongLink;
  // Whether rivals of other kinds were looked for hangs on the model.
  const fitting = isWrong ? (context.fitting.get(hit.lid) ?? []) : [];
  const key = `${kind.id}\n${source}\n${hit.recordId}\n${hit.residentId ?? ''}`;
  const repeat = seen.get(key) ?? 0;
  seen.set(key, repeat + 1);
  const probability = round(hit.probability);
  const run = wrong.rowShifts.get(hit.lid);
  const cause = isWrong ? causeOfLink(hit, candidates, wrong).id : null;
  const evidence = hit.codes
    ? evidenceOf(
        { ...hit, codes: hit.codes },
        model.sources[source]!,
        hit.probability,
        weighed.length > 0,
        gatherings[0],
      ).rows
    : [];
  const shown = candidates.map((candidate) => ({
    resident_id: candidate.residentId,
    probability: round(candidate.probability),
    why: relationsOf(candidate.relations).map(({ id, title }) => ({ id, ...title })),
  }));
  const address = hit.record[ADDRESS]!;
  const isNobodys = (isWrong || hit.rid === null) && candidates.length === 0;
  const isTold = isNobodys && !context.isProtectedPlace(address);
  return {
    lid: hit.lid,
    rid: hit.rid,
    home: isTold ? address : null,
    stranger: isTold ? hit.person : null,
    candidates,
    evidence,
    marks: hitMarks(hit, marker, source, fitting),
    groups: groupsOf({
      ...{ lid: hit.lid, kind: kind.id, source, isWrong, cause, gatherings },
      ...{ group: hit.group, run: run?.id },
    }),
    finding: {
      finding_id: findingId(kind.id, source, hit.recordId, hit.residentId ?? '', repeat),
      kind: kind.id,
      cause,
      source,
      record_id: hit.recordId,
      organisation: hit.organisation,
      resident_id: hit.residentId,
      grade: hit.grade,
      probability,
      candidates: shown,
      related: [],
      incident: '',
      evidence: evidence.map(findingEvidence),
      clusters: gatherings.map(({ item, value }) => ({ item, value })),
      fingerprint: fingerprint(marker, kind.id, hit.record, hit.resident, fitting),
    },
  };
}

const ONE_PERSON = { id: 'one-person', ja: '同じ人とみられる住民', en: 'seems to be the same person' };

/**
 * `duplicate-resident`: findings about the register itself; the record is the row, the resident the other row, whose
 * candidate is the row again: who reads `resident_id` and `candidates` of a finding sees the pair as well.
 */
async function registerDrafts(
  engine: Engine,
  model: Model,
  marker: Marker,
  hidePlaces: HidePlaces,
): Promise<Draft[]> {
  const pairs = await duplicateResidents(engine, model);
  const residents = await engine.value<number>('SELECT count(*) FROM residents');
  return pairs.map(({ residentId, otherRid, otherId, group, evidence, ...texts }) => {
    const sides = [texts.own, texts.other].map((side) => ({ items: ROW_TEXTS, texts: side }));
    const [own, other] = hidePlaces(sides[0]!, sides[1]!, false);
    return {
      lid: null,
      rid: otherRid,
      home: null,
      stranger: null,
      candidates: [],
      evidence,
      marks: {
        key: marker.key,
        record: sideMarks(marker, residentId, ROW_TEXTS, own),
        resident: sideMarks(marker, otherId, ROW_TEXTS, other),
        levels: Object.fromEntries(evidence.map(({ item, level }) => [item, level])),
        candidates: [],
      },
      groups: [`residents-${group}`],
      finding: {
        finding_id: findingId('duplicate-resident', 'register', residentId, otherId, 0),
        kind: 'duplicate-resident',
        cause: null,
        source: 'register',
        record_id: residentId,
        organisation: null,
        resident_id: otherId,
        grade: 'B',
        probability: 0,
        candidates: [
          {
            resident_id: residentId,
            probability: round(onePersonProbability(evidence, residents)),
            why: [ONE_PERSON],
          },
        ],
        related: [],
        incident: '',
        evidence: evidence.map(findingEvidence),
        clusters: [],
        fingerprint: fingerprint(marker, 'duplicate-resident', own, other),
      },
    };
  });
}

/** Grade C first, then by probability; of equal ones those of a cluster first, then in the order of sources and rows. */
function worstFirst(a: Draft, b: Draft): number {
  const rank = ({ finding }: Draft) => (finding.grade === 'C' ? 0 : 1);
  return (
    rank(a) - rank(b) ||
    b.finding.probability - a.finding.probability ||
    Math.sign(b.finding.clusters.length) - Math.sign(a.finding.clusters.length) ||
    (a.lid ?? Number.MAX_SAFE_INTEGER) - (b.lid ?? Number.MAX_SAFE_INTEGER) ||
    (a.finding.finding_id < b.finding.finding_id ? -1 : 1)
  );
}

function withRelated(drafts: readonly Draft[]): Collected[] {
  const together = belonging(drafts);
  return drafts.map(({ groups: _, home: __, stranger: ___, ...collected }, place) => ({
    ...collected,
    finding: { ...collected.finding, ...together[place]! },
  }));
}

/** Six decimals: enough to rank by, and no trace of how sums were rounded on the way. */
function round(probability: number): number {
  return Math.round(probability * 1e6) / 1e6;
}
