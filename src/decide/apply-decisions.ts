import { type DecidedLink, type Decision, type KeptDecision, LINK_CHOICES } from '../audit/decision.js';
import type { Marks } from '../audit/marks.js';
import { reviewerKey } from '../audit/reviewer.js';
import { CHOICES, FORMERLY } from '../findings/titles.js';
import { tells } from './decision-words.js';
import { type DecisionStore, storeOf } from './store.js';

/** What `decide` needs to know of a finding of the run: its fingerprint, the residents behind C1, C2, C3, its link and marks. */
export interface DecidedFinding {
  readonly fingerprint: string;
  readonly candidates: readonly string[];
  readonly link?: DecidedLink;
  readonly marks?: Marks | undefined;
}

export interface ApplyOptions {
  readonly runId: string;
  /** The finding of a case id in the run decided on, or undefined when it has none. */
  finding(id: string): DecidedFinding | undefined;
}

/** The store afterwards, and what became of each decision. */
export interface Applied {
  readonly store: DecisionStore;
  /** What `store` has that the store before had not. */
  readonly added: readonly KeptDecision[];
  readonly taken: number;
  /** Known already: the same file taken in twice changes nothing. */
  readonly known: number;
  /** Cases this run does not have, or whose evidence or candidates are not those decided on. */
  readonly refused: readonly {
    readonly case: string;
    /** Where it stands in its file. */
    readonly place: string | undefined;
    readonly why: 'unknown-case' | 'other-evidence' | 'no-candidate' | 'not-of-kind';
  }[];
}

/** Adds decisions to the store. Pure: writing the store is the caller's. */
export function applyDecisions(
  store: DecisionStore,
  decisions: readonly Decision[],
  options: ApplyOptions,
): Applied {
  const refused: Applied['refused'][number][] = [];
  const added: KeptDecision[] = [];
  const latest = latestByReviewer(store.kept);
  let known = 0;
  for (const said of decisions) {
    const finding = options.finding(said.case);
    const code = finding && codeFor(said, finding);
    const decision = { ...said, decision: code ?? said.decision };
    const why = code === null ? 'not-of-kind' : refusal(decision, finding);
    if (why !== null) {
      refused.push({ case: decision.case, place: decision.place, why });
      continue;
    }
    const kept = keep(decision, finding!, options.runId);
    const key = latestKey(kept);
    if (isSame(latest.get(key), kept)) known += 1;
    else {
      latest.set(key, kept);
      added.push(kept);
    }
  }
  return {
    store: added.length === 0 ? store : storeOf([...store.kept, ...added]),
    added,
    taken: added.length,
    known,
    refused,
  };
}

/**
 * What was decided, as the kind of the case has it: a key stands for what it says there. Null where the kind has no such
 * answer; files of before kinds had answers of their own may give those of a link on any case.
 */
function codeFor(
  { decision, key, offered, isFormer }: Decision,
  { link }: DecidedFinding,
): Decision['decision'] | null {
  const choices = (link && CHOICES[link.kind]) ?? LINK_CHOICES;
  if (decision === 'withdrawn') return decision;
  const said = key === undefined ? choices.find((code) => code === decision) : choices[key - 1];
  if (said) return said;
  // As this answer was called once, and as it is still typed.
  if (decision === 'right' && choices.includes('number-right')) return 'number-right';
  const formerly = link ? FORMERLY[link.kind] : undefined;
  const wasOffered =
    formerly?.includes(decision) === true && (offered === undefined || tells(offered, decision));
  return isFormer || wasOffered ? decision : null;
}

function refusal(decision: Decision, finding: DecidedFinding | undefined) {
  if (finding === undefined) return 'unknown-case' as const;
  if (decision.fingerprint !== finding.fingerprint) return 'other-evidence' as const;
  return decision.decision === 'wrong-candidate' && residentOf(decision, finding) === null
    ? ('no-candidate' as const)
    : null;
}

/**
 * The resident a candidate's label stands for; without a label the only candidate, if there is just one. A hand-off may
 * be of an earlier night, when the candidates stood in another order: whom it names itself comes first.
 */
function residentOf(decision: Decision, finding: DecidedFinding): string | null {
  if (decision.decision !== 'wrong-candidate') return null;
  if (decision.named !== undefined) return candidateNamed(decision.named, finding.candidates);
  if (decision.candidate === null) return finding.candidates.length === 1 ? finding.candidates[0]! : null;
  return finding.candidates[Number(decision.candidate.slice(1)) - 1] ?? null;
}

/** The candidate of a key, or the only one that differs from it in zeros in front, which spreadsheets take off. */
function candidateNamed(key: string, candidates: readonly string[]): string | null {
  if (candidates.includes(key)) return key;
  const bare = (text: string) => (/^\d+$/.test(text) ? text.replace(/^0+/, '') : text);
  const alike = candidates.filter((one) => bare(one) === bare(key));
  return alike.length === 1 ? alike[0]! : null;
}

function keep(decision: Decision, finding: DecidedFinding, runId: string): KeptDecision {
  const {
    candidate: _,
    named: __,
    place: ___,
    key: ____,
    offered: _____,
    isFormer: ______,
    ...rest
  } = decision;
  const { link, marks } = finding;
  return {
    ...rest,
    resident: residentOf(decision, finding),
    runId,
    ...(link ? { link } : {}),
    ...(marks ? { marks } : {}),
  };
}

/** A reviewer's word on a case on given evidence. */
function latestKey(kept: KeptDecision): string {
  return JSON.stringify([kept.case, kept.fingerprint, reviewerKey(kept.reviewer)]);
}

function latestByReviewer(kept: readonly KeptDecision[]): Map<string, KeptDecision> {
  return new Map(kept.map((decision) => [latestKey(decision), decision]));
}

function isSame(before: KeptDecision | undefined, kept: KeptDecision): boolean {
  return before !== undefined && before.decision === kept.decision && before.resident === kept.resident;
}
