import type { Marks } from '../audit/marks.js';
import { COMPARISONS, isTold } from '../verify/comparisons/index.js';
import { LINKED_TEXTS, RECORD_TEXTS } from './fingerprint.js';
import type { Hit } from './hits.js';
import { type Marker, sideMarks } from './marks.js';

/** Marks of a link's case: record, linked resident, levels, and the residents whom the record fits. */
export function hitMarks(hit: Hit, marker: Marker, source: string, candidates: readonly string[]): Marks {
  const { codes } = hit;
  const place = `${source}:${hit.recordId}`;
  return {
    key: marker.key,
    record: sideMarks(marker, place, RECORD_TEXTS, hit.record),
    resident: sideMarks(marker, hit.residentId ?? '', LINKED_TEXTS, hit.resident),
    levels: Object.fromEntries(
      (codes ?? []).flatMap((code, c) => {
        const comparison = COMPARISONS[c]!;
        return isTold(comparison, code) ? [[comparison.id, comparison.levels[code]!.id]] : [];
      }),
    ),
    candidates,
  };
}
