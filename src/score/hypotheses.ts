import { RELATIONS, type RelationId, relationsOf } from '../audit/relations.js';
import type { Label } from './labels.js';
import type { SourceModel } from './model.js';

/** Someone the record may belong to: match weight in bits against the record, and how they stand to the link. */
export interface Hypothesis {
  readonly rid: number;
  readonly weight: number;
  readonly relations: number;
  /** Has a record of the source that nobody doubts, which `weight` counts as it does of anybody. */
  readonly holds?: boolean;
  /** Bits that this counts otherwise where the record is of somebody in the household (`householdHoldingWeight`). */
  readonly kinHolding?: number;
}

/** What is known of how a link was made. */
export interface Circumstances {
  /** The linked resident has another record right beside this one. */
  readonly beside?: boolean;
  /** Wrong rate of the other links of its terminal, operator, day or look-up method, where it stands out (`clusters`). */
  readonly gatheringRate?: number | null;
}

/** The linked resident against the record, in bits. */
export interface Own {
  /** Match weight. */
  readonly weight: number;
  /** The part of it that a relative would share (family name and address). */
  readonly kinship: number;
  /** Where it is contradicted who somebody is, and nothing explains it: the part of all else; null where it is explained. */
  readonly mixture: number | null;
}

/** Posterior over linked resident, rivals and nobody in the register; sums to 1. */
export interface Posterior {
  readonly own: number;
  /** In the order of the rivals given. */
  readonly rivals: readonly number[];
  readonly nobody: number;
  /** Probability that the link is wrong, by the relation that would have caused it. */
  readonly byRelation: Readonly<Partial<Record<RelationId, number>>>;
  /** Of what the household has of it: the part of those who have a record of the source themselves. */
  readonly householdHolds: number;
}

/** Of the wrong links: the share whose rightful resident is not in the register at all. */
const OUTSIDE_SHARE = 0.1;
/** Of those, the share who are relatives of the linked resident (same family name and address). */
const OUTSIDE_RELATIVE_SHARE = 0.2;
/** For each wrong link so many more records are a mixture: a name of somebody else, the rest the linked resident's. */
const MIXTURE_SHARE = 0.02;
/** However clean a source seems: the share of wrong links that the review of 2023 found (8,351 of 82 million). */
const LEAST_RATE = 1e-4;
/** No single rival is ever given more than this before the record is read. */
const MOST_PRIOR = 0.2;

/**
 * Weighs all hypotheses of one link by Bayes' rule. `own` is null where the number leads to no resident.
 *
 * Prior of a rival: the source's wrong rate, times the share of each relation in which the rival stands, over
 * how many residents stand in that relation on average. Where everyone has 100 such rivals each gets a
 * hundredth; where one resident in 100,000 has one, that one gets the share of all of them.
 */
export function weigh(
  own: Own | null,
  rivals: readonly Hypothesis[],
  source: SourceModel,
  circumstances: Circumstances = {},
): Posterior {
  const rate = own === null ? 1 : wrongRate(source, circumstances);
  const parts = rivals.map((rival) => partsOf(rival, rate, source));
  const priors = parts.map((part) => {
    const sum = part.reduce((total, { p }) => total + p, 0);
    const held = part.reduce((total, one) => total + one.held, 0);
    // A frozen model may give a relation no share at all.
    return sum === 0 ? 0 : (Math.min(sum, MOST_PRIOR) * held) / sum;
  });
  const outside = rate * OUTSIDE_SHARE;
  const logs = [
    own === null ? Number.NEGATIVE_INFINITY : own.weight + Math.log2(1 - rate),
    Math.log2(outside * (1 - OUTSIDE_RELATIVE_SHARE)),
    own === null ? Number.NEGATIVE_INFINITY : own.kinship + Math.log2(outside * OUTSIDE_RELATIVE_SHARE),
    own?.mixture == null ? Number.NEGATIVE_INFINITY : own.mixture + Math.log2(mixtureRate(rate)),
    ...rivals.map((rival, i) => rival.weight + Math.log2(priors[i]!)),
  ];
  const most = Math.max(...logs);
  const odds = logs.map((log) => 2 ** (log - most));
  const total = odds.reduce((a, b) => a + b, 0);
  const [ownOdds, stranger, relative, mixture, ...rivalOdds] = odds as [
    number,
    number,
    number,
    number,
    ...number[],
  ];
  const posterior = rivalOdds.map((odd) => odd / total);
  return {
    own: ownOdds / total,
    rivals: posterior,
    nobody: (stranger + relative + mixture) / total,
    byRelation: attributed(posterior, parts),
    householdHolds: householdHolds(rivals, posterior, parts),
  };
}

/**
 * The posterior of a link as people have settled it; as it was without a label. Of a wrong link the linked resident's
 * share goes to the person they named, or else to all others in proportion.
 */
export function settled(
  posterior: Posterior,
  rivals: readonly Hypothesis[],
  source: SourceModel,
  label: Label | undefined,
): Posterior {
  if (label === undefined) return posterior;
  const none = rivals.map(() => 0);
  if (!label.wrong) return { own: 1, rivals: none, nobody: 0, byRelation: {}, householdHolds: 0 };
  const { own, nobody, byRelation, householdHolds: held } = posterior;
  if (label.owner === null && own < 1) {
    const scaled = Object.entries(byRelation).map(([id, p]) => [id, p / (1 - own)]);
    return {
      own: 0,
      rivals: posterior.rivals.map((p) => p / (1 - own)),
      nobody: nobody / (1 - own),
      byRelation: Object.fromEntries(scaled),
      householdHolds: held / (1 - own),
    };
  }
  const place = rivals.findIndex(({ rid }) => rid === label.owner);
  if (place < 0) return { own: 0, rivals: none, nobody: 1, byRelation: {}, householdHolds: 0 };
  const parts = [partsOf(rivals[place]!, 1, source)];
  return {
    own: 0,
    rivals: none.with(place, 1),
    nobody: 0,
    byRelation: attributed([1], parts),
    householdHolds: householdHolds([rivals[place]!], [1], parts),
  };
}

/**
 * The source's wrong rate, by Bayes' rule higher for a link whose resident has another record right beside it, and
 * higher at a place where wrong links gather.
 */
function wrongRate(source: SourceModel, { beside, gatheringRate }: Circumstances): number {
  const rate = Math.max(source.wrongRate, Math.min(gatheringRate ?? 0, MOST_CIRCUMSTANTIAL));
  return beside
    ? Math.min(Math.max((rate * source.besideShare) / source.besideRate, rate), MOST_CIRCUMSTANTIAL)
    : rate;
}

/** Prior of a record that is a mixture of two people's. */
export function mixtureRate(wrongRate: number): number {
  return Math.max(wrongRate, LEAST_RATE) * MIXTURE_SHARE;
}

/** Of two records of one resident side by side one may well be right, and so may any link at a bad place. */
export const MOST_CIRCUMSTANTIAL = 0.5;

function prior(id: RelationId, rate: number, source: SourceModel): number {
  return (rate * (1 - OUTSIDE_SHARE) * source.relationShares[id]) / source.opportunities[id];
}

/** What a relation adds to the prior of a rival, and what that becomes by what the rival holds. */
interface Part {
  readonly id: RelationId;
  readonly p: number;
  readonly held: number;
}

function partsOf(
  { relations, kinHolding = 0 }: Hypothesis,
  rate: number,
  source: SourceModel,
): readonly Part[] {
  return relationsOf(relations).map(({ id }) => {
    const p = prior(id, rate, source);
    return { id, p, held: id === 'household' ? p * 2 ** kinHolding : p };
  });
}

/** Share of a rival's probability that a relation has, in proportion to what each added to its prior. */
function shareOf(part: readonly Part[], relation: RelationId): number {
  const sum = part.reduce((total, { held }) => total + held, 0);
  if (sum === 0) return 0;
  return part.reduce((total, { id, held }) => (id === relation ? total + held / sum : total), 0);
}

function attributed(
  posterior: readonly number[],
  parts: readonly (readonly Part[])[],
): Partial<Record<RelationId, number>> {
  const shares: Partial<Record<RelationId, number>> = {};
  posterior.forEach((probability, i) => {
    for (const { id } of parts[i]!) shares[id] = (shares[id] ?? 0) + probability * shareOf(parts[i]!, id);
  });
  return shares;
}

function householdHolds(
  rivals: readonly Hypothesis[],
  posterior: readonly number[],
  parts: readonly (readonly Part[])[],
): number {
  return rivals.reduce(
    (sum, { holds }, i) => (holds ? sum + posterior[i]! * shareOf(parts[i]!, 'household') : sum),
    0,
  );
}

/** Rivals' worth of belief in the first guess of the shares. */
const PRIOR_CASES = 10;

/** New relation shares from what a round of weighing attributed to each, with the first guess as prior. */
export function updatedShares(
  byRelation: Readonly<Partial<Record<RelationId, number>>>,
): Record<RelationId, number> {
  const counts = RELATIONS.map(({ id, share }) => [id, PRIOR_CASES * share + (byRelation[id] ?? 0)] as const);
  const total = counts.reduce((sum, [, n]) => sum + n, 0);
  return Object.fromEntries(counts.map(([id, n]) => [id, n / total])) as Record<RelationId, number>;
}
