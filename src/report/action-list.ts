import type { AuditResult } from '../audit/result.js';
import type { ShownCase } from '../audit/shown.js';
import { kindOf } from '../findings/kinds/index.js';

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
export function isToSuspend(item: ShownCase): boolean {
  return item.grade === 'C' && kindOf(item.kind).showsAnother && item.verdict !== 'right';
}

export async function* actionRows(result: AuditResult): AsyncGenerator<readonly string[]> {
  for (const view of result.organisations) {
    for await (const batch of result.cases(view.organisation)) {
      for (const item of batch) if (isToSuspend(item)) yield row(item);
    }
  }
}

function row(item: ShownCase): readonly string[] {
  return [
    item.source,
    item.organisation ?? '',
    item.recordId,
    item.residentId ?? '',
    item.findingId,
    item.review ?? 'open',
  ];
}
