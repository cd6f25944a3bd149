import { OUTCOMES } from '../audit/decision.js';
import type { LinkCounts, ReviewCounts } from '../audit/summary.js';
import type { CaseStatus } from './case-status.js';

/** Where a finding stands; `link` where it says of a link how it came to be wrong, of which each link has one. */
export interface CountedStatus extends CaseStatus {
  readonly link: { readonly source: string; readonly cause: string } | null;
}

/** Counts of the executive page from where each finding stands. */
export function reviewCounts(statuses: Iterable<CountedStatus>): ReviewCounts {
  const links = new Map<string, LinkTally>();
  const counts = {
    confirmedWrong: 0,
    confirmedRight: 0,
    onHold: 0,
    badData: 0,
    disagreements: 0,
    secondNeeded: 0,
    reopened: 0,
    pending: 0,
  };
  for (const { state, verdict, link } of statuses) {
    if (state !== 'closed') counts.pending += 1;
    if (state === 'on-hold') counts.onHold += 1;
    if (state === 'disagreement') counts.disagreements += 1;
    if (state === 'second-needed') counts.secondNeeded += 1;
    if (state === 'reopened') counts.reopened += 1;
    if (verdict === null) continue;
    const outcome = OUTCOMES[verdict.decision];
    if (outcome === 'data') counts.badData += 1;
    if (link === null) continue;
    const tally = tallyOf(links, link.source);
    tally.settled += 1;
    if (outcome === 'right') counts.confirmedRight += 1;
    if (outcome !== 'wrong') continue;
    counts.confirmedWrong += 1;
    tally.wrong += 1;
    tally.causes[link.cause] = (tally.causes[link.cause] ?? 0) + 1;
  }
  return { ...counts, links: [...links.values()] };
}

interface LinkTally extends LinkCounts {
  settled: number;
  wrong: number;
  readonly causes: Record<string, number>;
}

function tallyOf(links: Map<string, LinkTally>, source: string): LinkTally {
  const known = links.get(source) ?? { source, settled: 0, wrong: 0, causes: {} };
  links.set(source, known);
  return known;
}

/**
 * The share of wrong links among clean ones that a blind sample cannot rule out: the one-sided upper limit of
 * Clopper and Pearson (1934), by bisection. 1 when nothing was reviewed.
 */
export function upperBound(reviewed: number, wrong: number, confidence = 0.95): number {
  if (reviewed === 0 || wrong >= reviewed) return 1;
  let low = wrong / reviewed;
  let high = 1;
  for (let step = 0; step < 60; step += 1) {
    const share = (low + high) / 2;
    if (atMost(wrong, reviewed, share) > 1 - confidence) low = share;
    else high = share;
  }
  return high;
}

/** P(at most k wrong among n) when each is wrong with probability `share`; terms in logarithms. */
function atMost(k: number, n: number, share: number): number {
  let logTerm = n * Math.log1p(-share);
  let sum = Math.exp(logTerm);
  for (let i = 1; i <= k; i += 1) {
    logTerm += Math.log((n - i + 1) / i) + Math.log(share) - Math.log1p(-share);
    sum += Math.exp(logTerm);
  }
  return sum;
}
