import type { StageName } from '../audit/stage-name.js';
import type { StageRecord } from './manifest.js';

/** Of a night of 20,000 residents and four sources on 2 cores: which part of its time each stage took. */
const SHARES: Readonly<Record<StageName, number>> = {
  ingest: 0.05,
  check: 0.19,
  normalize: 0.22,
  verify: 0.1,
  learn: 0.26,
  rivals: 0.03,
  score: 0.05,
  findings: 0.02,
  report: 0.08,
};

/** Below this a stage tells nothing of the speed of the machine. */
const LEAST_SECONDS = 0.5;

/**
 * How long a run will still take, from how long its stages took the night before or, without one, from how a night
 * usually divides; both are stretched by how this night has gone so far. Null while nothing is known yet.
 */
export function remainingSeconds(
  stages: readonly StageName[],
  {
    before,
    done,
    elapsed,
  }: {
    /** Stages of the night before; empty where there was none. */
    readonly before: readonly StageRecord[];
    /** Stages of this night that were run, or taken from an attempt of it. */
    readonly done: readonly StageRecord[];
    /** Seconds in the stage that runs. */
    readonly elapsed: number;
  },
): number | null {
  const known = stages.every((name) => before.some((record) => record.name === name));
  const expected = stages.map((name) =>
    known ? Math.max(0.01, before.find((record) => record.name === name)!.seconds) : SHARES[name],
  );
  const sum = (numbers: readonly number[]) => numbers.reduce((total, n) => total + n, 0);
  const spent = sum(done.map(({ seconds }) => seconds));
  const place = done.length;
  if (!known && spent < LEAST_SECONDS) return null;
  const pace = spent < LEAST_SECONDS ? 1 : spent / sum(expected.slice(0, place));
  // A stage that takes longer than it should says that those to come will, too.
  const stretched = Math.max(pace, elapsed / (expected[place] ?? Infinity));
  return stretched * sum(expected.slice(place)) - elapsed;
}
