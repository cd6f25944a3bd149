import type { DateFormat } from '../normalize/date/written-date.js';

/** A date notation of pipeline files; a date with a time, or one in any notation that cannot be misread (which need none). */
export type DateNotation = DateFormat | 'timestamp' | 'any';

const MONTH_DAY = '(?:0[0-9]|1[0-2])(?:[0-2][0-9]|3[01])';

const PATTERNS: readonly [DateNotation, RegExp][] = [
  ['timestamp', /^\d{4}[-/]\d{1,2}[-/]\d{1,2}[T ]\d{1,2}:\d{2}/],
  ['timestamp', new RegExp(`^(?:19|20)\\d{2}${MONTH_DAY}(?:[01]\\d|2[0-3])[0-5]\\d(?:[0-5]\\d)?$`)],
  ['iso', /^\d{4}-\d{1,2}-\d{1,2}$/],
  // Years first are read whatever the format says.
  ['slash', /^\d{4}[/.]\d{1,2}[/.]\d{1,2}$/],
  ['yyyymmdd', new RegExp(`^(?:18|19|20)\\d{2}${MONTH_DAY}$`)],
  ['jpki', new RegExp(`^[1-5](?:18|19|20)\\d{2}${MONTH_DAY}$`)],
  [
    'wareki',
    /^(?:明治|大正|昭和|平成|令和|[MTSHR明大昭平令])\s*(?:\d{1,2}|元)\s*[年./-]\s*\d{1,2}\s*[月./-]\s*\d{1,2}日?$/,
  ],
];
const ERA_CODE = new RegExp(`^[1-57-9]\\d{2}${MONTH_DAY}$`);

/** 4-02-03-02 for 4020302. */
const SEPARATED_CODE = /^(\d)[-./](\d{2})[-./](\d{2})[-./](\d{2})$/;

/** The notation nearly all of the values share, or null when they are no dates. */
export function dateNotation(values: readonly string[]): DateNotation | null {
  const folded = values.map((value) => value.normalize('NFKC').trim());
  const share = (pattern: RegExp) => folded.filter((value) => pattern.test(value)).length / folded.length;
  if (folded.length === 0) return null;
  const found = PATTERNS.find(([, pattern]) => share(pattern) > 0.9);
  if (found) return found[0];
  // Foreign residents are written in the western calendar among Japanese eras.
  const [, wareki] = PATTERNS.at(-1)!;
  const mixed = folded.filter(
    (value) => wareki.test(value) || /^\d{4}[年/.-]\d{1,2}[月/.-]\d{1,2}日?$/.test(value),
  );
  if (share(wareki) > 0.4 && mixed.length > 0.85 * folded.length) return 'wareki';
  const coded = folded
    .map((value) => value.replace(SEPARATED_CODE, '$1$2$3$4'))
    .filter((value) => ERA_CODE.test(value));
  return coded.length > 0.9 * folded.length ? eraCode(coded) : null;
}

/**
 * 1-5 or 1/3/5/7/9 for Meiji to Reiwa, told by what only one of them can mean: a digit only it has, or a year
 * beyond the end of an era (大正 has 15 years; 令和 has not reached 20).
 */
function eraCode(values: readonly string[]): DateNotation {
  const { odd, even } = eraProofs(values);
  return odd && !even ? 'era-code-13579' : 'era-code-12345';
}

/** Whether nothing in the values tells which list of era codes they follow. */
export function isEraOpen(values: readonly string[]): boolean {
  const { odd, even } = eraProofs(
    values.map((value) => value.normalize('NFKC').trim().replace(SEPARATED_CODE, '$1$2$3$4')),
  );
  return odd === even;
}

function eraProofs(values: readonly string[]): { odd: boolean; even: boolean } {
  return {
    odd: values.some((value) => /^[79]/.test(value) || (/^5/.test(value) && Number(value.slice(1, 3)) > 20)),
    even: values.some((value) => /^[24]/.test(value) || (/^3/.test(value) && Number(value.slice(1, 3)) > 15)),
  };
}
