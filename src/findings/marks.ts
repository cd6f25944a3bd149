import { createHash, createHmac } from 'node:crypto';
import { FEW_VALUED } from '../audit/items.js';
import type { Pseudonyms } from '../audit/pseudonyms.js';

/** Marks an item's text; null where it is missing, or must not be marked. `place` is the record it stands in. */
export interface Marker {
  readonly key: string;
  mark(place: string, item: string, text: string | null): string | null;
  /** Digest of all that is behind a case, 32 hex digits. */
  whole(texts: string): string;
}

const FEW_VALUES: ReadonlySet<string> = new Set(FEW_VALUED);

/** Without a key anybody can compute the marks, so items of few values get none. */
export function markerOf(pseudonyms: Pseudonyms | null): Marker {
  const digest = (text: string) =>
    pseudonyms?.of('mark', text) ?? createHmac('sha256', 'totsugo-marks').update(text).digest('hex');
  const whole = (text: string) =>
    pseudonyms?.of('fingerprint', text) ?? createHash('sha256').update(text).digest('hex');
  return {
    key: pseudonyms?.id.slice(0, 4) ?? '',
    mark: (place, item, text) =>
      text === null || (pseudonyms === null && FEW_VALUES.has(item))
        ? null
        : digest(JSON.stringify([place, item, text])).slice(0, 2),
    whole: (texts) => whole(texts).slice(0, 32),
  };
}

/** Keys of a row are no items: with another key it is another case. */
const KEYS: ReadonlySet<string> = new Set(['record_id', 'resident_id']);

/** Marks of one side: `items` name the `texts`. Equal texts of different places have different marks. */
export function sideMarks(
  marker: Marker,
  place: string,
  items: readonly string[],
  texts: readonly (string | null)[],
): Record<string, string> {
  const marks = items.flatMap((item, i) => {
    const mark = KEYS.has(item) ? null : marker.mark(place, item, texts[i] ?? null);
    return mark === null ? [] : [[item, mark] as const];
  });
  return Object.fromEntries(marks);
}
