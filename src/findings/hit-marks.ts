import type { Marks } from '../audit/marks.js';
import { COMPARISONS } from '../verify/comparisons/index.js';
import { type Hit, RECORD_TEXTS, RESIDENT_TEXTS } from './hits.js';
import { type Marker, sideMarks } from './marks.js';

/** Marks of a link's case: record, linked resident, levels, and the residents whom the record fits. */
export function hitMarks(hit: Hit, marker: Marker, source: string, candidates: readonly string[]): Marks {
  const { codes, texts } = hit;
  const place = `${source}:${hit.recordId}`;
  return {
    key: marker.key,
    record: sideMarks(marker, place, RECORD_TEXTS, texts),
    resident: sideMarks(marker, hit.residentId ?? '', RESIDENT_TEXTS, texts.slice(RECORD_TEXTS.length)),
    levels: Object.fromEntries(
      (codes ?? []).map((code, c) => [COMPARISONS[c]!.id, COMPARISONS[c]!.levels[code]!.id]),
    ),
    candidates,
  };
}
