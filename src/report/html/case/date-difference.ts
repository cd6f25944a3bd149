import { warekiOf } from '../../../normalize/date/wareki-text.js';
import { remembered } from '../../../normalize/remembered.js';
import type { Run } from '../viewer-data.js';
import { difference, plain } from './difference.js';

/** The days of a page are those of one or two people, in many cells. */
const inEra = remembered(warekiOf, 10_000);

const ISO = /^\d{4}-\d\d-\d\d$/;

/**
 * A day as runs against `base` (null: nothing to mark). Days compare by year, month and day, not by digit: 1985-11-02
 * against 1988-03-12. In the Japanese calendar the ISO day stands behind it: 昭和60年11月2日（1985-11-02）.
 */
export function dayRuns(base: string | null, value: string, inWareki: boolean): readonly Run[] {
  if (!ISO.test(value)) return base === null ? plain(value) : difference(base, value, false);
  const marked = markedParts(base, value);
  const wareki = inWareki ? inEra(value) : null;
  if (wareki === null) return marked([year(value), '-', value.slice(5, 7), '-', value.slice(8)]);
  const parts = [`${wareki.era}${wareki.year}`, '年', wareki.month, '月', wareki.day, `日（${value}）`];
  return marked(parts);
}

/** The same without marks, as one text. */
export function dayText(value: string): string {
  return dayRuns(null, value, true).join('');
}

function year(iso: string): string {
  return iso.slice(0, 4);
}

/** Marks the year, the month and the day among parts (first, third, fifth) where they are not those of `base`. */
function markedParts(base: string | null, value: string) {
  if (base === null || base === value || !ISO.test(base))
    return (parts: readonly string[]) => [parts.join('')];
  const [left, right] = [base.split('-'), value.split('-')];
  const differs = [0, 1, 2].map((at) => left[at] !== right[at]);
  return (parts: readonly string[]): readonly Run[] => {
    const runs: Run[] = [];
    for (const [at, part] of parts.entries()) {
      const last = runs.at(-1);
      if (at % 2 === 0 && differs[at / 2]) runs.push([part, 2]);
      else if (typeof last === 'string') runs[runs.length - 1] = last + part;
      else runs.push(part);
    }
    return runs;
  };
}
