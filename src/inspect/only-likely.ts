import { LIKELY } from './candidate.js';
import type { Inspection } from './inspection.js';
import { tieOf } from './of-mapping.js';

/** An inspection without items that are guesses, whether the file can be read without them or not. */
export function onlyLikely(inspection: Inspection): Inspection {
  const mapping = inspection.mapping.filter(({ confidence }) => confidence >= LIKELY);
  const has = (item: string) => mapping.some((one) => one.item === item);
  return {
    ...inspection,
    mapping,
    via: inspection.kind === 'register' ? null : tieOf(mapping),
    items: inspection.items.filter(({ item }) => has(item)),
    preview: inspection.preview.filter(({ item }) => has(item)),
    questions: inspection.questions.filter(({ item, kind }) => kind !== 'codes' || has(item)),
  };
}
