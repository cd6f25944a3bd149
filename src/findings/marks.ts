import { createHmac } from 'node:crypto';
import { FEW_VALUED } from '../audit/items.js';

/** Marks an item's text; null where it is missing, or must not be marked. `place` is the record it stands in. */
export interface Marker {
  readonly key: string;
  mark(place: string, item: string, text: string | null): string | null;
}

const FEW_VALUES: ReadonlySet<string> = new Set(FEW_VALUED);

/** Without a key anybody can compute the marks, so items of few values get none. */
export function markerOf(key: Buffer | null): Marker {
  const digest = (parts: readonly string[]) =>
    createHmac('sha256', key ?? 'totsugo-marks')
      .update(JSON.stringify(parts))
      .digest('hex');
  return {
    key: key ? digest(['key']).slice(0, 4) : '',
    mark: (place, item, text) =>
      text === null || (key === null && FEW_VALUES.has(item))
        ? null
        : digest([place, item, text]).slice(0, 2),
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
