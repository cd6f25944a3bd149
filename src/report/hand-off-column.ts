import type { AuditResult } from '../audit/result.js';
import type { ShownParts } from '../audit/shown.js';
import type { Bilingual, Language } from '../text/bilingual.js';

/** What the tables show of a case: its texts, and no score but grade and probability. */
export const HAND_OFF_PARTS = [
  'findingId',
  'severity',
  'kind',
  'cause',
  'source',
  'organisation',
  'recordId',
  'origin',
  'grade',
  'probability',
  'status',
  'headline',
  'reason',
  'record',
  'isProtected',
  'linked',
  'beside',
  'facts',
  'advice',
  'residentId',
  'candidates',
  'review',
  'history',
  'fingerprint',
  'blind',
] as const;

export type HandOffCase = ShownParts<(typeof HAND_OFF_PARTS)[number]>;
export type HandOffResult = AuditResult<HandOffCase>;

export interface Column extends Bilingual {
  readonly key: string;
  readonly width: number;
  /** Long texts go on in further lines of their cell. */
  readonly wraps?: true;
  /** A key, looked up in other systems: in the CSV it stands as it is, but for what a spreadsheet would calculate. */
  readonly isKey?: true;
  /** A number in the workbook. */
  readonly isNumber?: true;
  /** Its text; what people fill in by hand is empty. */
  readonly cell: (item: HandOffCase, context: CellContext) => string;
}

export interface CellContext {
  readonly result: HandOffResult;
  readonly language: Language;
  readonly fileName: (path: string) => string;
}
