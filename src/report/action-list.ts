import { OUTCOMES } from '../audit/decision.js';
import type { AuditResult } from '../audit/result.js';
import type { ShownParts } from '../audit/shown.js';
import { kindOf } from '../findings/kinds/index.js';

/** What the list shows of a case: keys and where its review stands, no item of anybody. */
export const ACTION_PARTS = [
  'source',
  'organisation',
  'recordId',
  'residentId',
  'findingId',
  'review',
  'grade',
  'kind',
  'verdict',
] as const;

type ActionCase = ShownParts<(typeof ACTION_PARTS)[number]>;

/** Columns of action-list.csv, named for machines: the systems that hold the links read it. */
export const ACTION_COLUMNS = [
  'source',
  'organisation',
  'record_id',
  'resident_id',
  'finding_id',
  'review',
] as const;

/**
 * Links whose viewing should be suspended until somebody has confirmed them: grade C, another person's data in
 * sight, and not found right. Under which rule and by which letter is for the office to say.
 */
export function isToSuspend(item: ActionCase): boolean {
  return (
    item.grade === 'C' &&
    kindOf(item.kind).showsAnother &&
    (item.verdict === undefined || OUTCOMES[item.verdict] !== 'right')
  );
}

export async function* actionRows(result: AuditResult<ActionCase>): AsyncGenerator<readonly string[]> {
  for (const view of result.organisations) {
    for await (const batch of result.cases(view.organisation)) {
      for (const item of batch) if (isToSuspend(item)) yield row(item);
    }
  }
}

function row(item: ActionCase): readonly string[] {
  return [
    item.source,
    item.organisation ?? '',
    item.recordId,
    item.residentId ?? '',
    item.findingId,
    item.review ?? 'open',
  ];
}
