import type { AuditResult } from '../../audit/result.js';
import { DECISIONS, REASONS, SEVERITIES, SEVERITY_SHAPES, STATES } from '../../audit/words.js';
import { CHOICES, IN_BULK } from '../../findings/titles.js';
import { VIEWER_WORDS } from '../text/viewer-words.js';
import type { OrgData } from './viewer-data.js';

const COMPARE_TITLE = { ja: '4情報とカナの比較', en: 'Comparison item by item' };
const NOTES_TITLE = { ja: '適用した正規化', en: 'What was normalised' };

/** What the viewer knows on every page of a run. */
export function pageData(
  result: AuditResult,
): Omit<
  OrgData,
  'organisation' | 'organisationShown' | 'folder' | 'total' | 'lists' | 'shards' | 'facets' | 'members'
> {
  return {
    runId: result.run.runId,
    asOf: result.run.asOf,
    words: VIEWER_WORDS,
    decisions: DECISIONS,
    choices: CHOICES,
    inBulk: IN_BULK,
    reasons: REASONS,
    states: STATES,
    severities: SEVERITIES,
    shapes: SEVERITY_SHAPES,
    compareTitle: COMPARE_TITLE,
    notesTitle: NOTES_TITLE,
    ...(result.run.disclosure === 'minimum' ? { minimum: true as const } : {}),
  };
}
