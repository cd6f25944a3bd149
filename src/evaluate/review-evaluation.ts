import type { ShareWithInterval } from '../decide/exact-interval.js';
import type { Calibration } from './evaluation.js';

/** What reviewers' decisions say of a run: the truth where nobody knows it all. */
export interface ReviewEvaluation {
  readonly basis: 'decisions';
  readonly run: string;
  /** Name of the file that holds the decisions. */
  readonly decisions: string;
  /** Findings that say that a link is wrong: over all sources, then by source, and by kind and cause. */
  readonly sources: readonly ReviewedGroup[];
  readonly kinds: readonly ReviewedGroup[];
  readonly causes: readonly ReviewedGroup[];
  /** Findings of every other kind, by kind. */
  readonly others: readonly ReviewedGroup[];
  /** Of confirmed wrong links whose rightful resident was named. */
  readonly owner: {
    readonly named: number;
    readonly first: ShareWithInterval;
    readonly firstThree: ShareWithInterval;
  };
  /** Over settled links, those of the blind sample among them. What people look at is not drawn by chance. */
  readonly calibration: Calibration;
  /** The blind sample of clean links: share wrong, and the one-sided 95 % limit of it (`upper`). */
  readonly sample: {
    readonly drawn: number;
    readonly reviewed: number;
    readonly wrong: number;
    readonly upper: number;
  };
}

export interface ReviewedGroup {
  /** `all`, a source, a kind or a cause. */
  readonly name: string;
  readonly findings: number;
  /** Settled as wrong, as right, and as faulty data; the rest is open. */
  readonly wrong: number;
  readonly right: number;
  readonly badData: number;
  readonly open: number;
  /** wrong / (wrong + right), with its exact 95 % interval. */
  readonly precision: ShareWithInterval;
}
