import type { CaseStatus } from './case-status.js';

/** What people have settled of a link: training and test data for the next model. */
export interface Label {
  readonly findingId: string;
  readonly wrong: boolean;
  /** The rightful resident where one was named. */
  readonly resident: string | null;
}

/** Labels of closed cases; cases closed as faulty data say nothing about the link. */
export function labelsOf(
  statuses: Iterable<readonly [findingId: string, status: CaseStatus]>,
): readonly Label[] {
  return [...statuses].flatMap(([findingId, { verdict }]) =>
    verdict === null || verdict.decision === 'bad-data'
      ? []
      : [{ findingId, wrong: verdict.decision !== 'right', resident: verdict.resident }],
  );
}
