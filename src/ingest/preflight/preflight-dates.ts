import { shownNames } from '../../audit/header-names.js';
import type { CanonicalItem } from '../../audit/items.js';
import type { InputSpec } from '../../audit/pipeline-file.js';
import { parseDate } from '../../normalize/date/parse-date.js';
import type { DateFormat } from '../../normalize/date/written-date.js';
import { Failure } from '../../text/failure.js';
import { joinedValue } from '../delimited/joined-value.js';
import type { InputFile } from '../input-file.js';
import type { Sample } from '../reader.js';

/** Fewer dates prove nothing. */
const FEWEST = 20;
/** A notation is wrong when most dates make no sense in it, and another right when nearly all do. */
const WRONG = 0.5;
const RIGHT = 0.1;

/** Notations that must be told; all others are read whatever the format says. */
const TOLD: readonly DateFormat[] = ['era-code-12345', 'era-code-13579', 'jpki'];

/**
 * Sees that dates make sense in the notation declared, where another notation fits them: 3500302 is a day of 1975
 * under one list of era codes and no day of 大正 under the other.
 *
 * @param asOf the day of the run, yyyymmdd: nobody is born later.
 * @throws {Failure} `input-date-format` (exit code 2) with the notation that fits.
 */
export function checkDateFormats(file: InputFile, spec: InputSpec, sample: Sample, asOf: number): void {
  for (const item of ['birth_date', 'moved_on'] as const satisfies readonly CanonicalItem[]) {
    const column = spec.columns[item];
    if (!column) continue;
    const places = column.from.map((name) => sample.columns.indexOf(name));
    const values = sample.rows
      .map((row) =>
        joinedValue(
          item,
          places.map((place) => row[place] ?? ''),
        ),
      )
      .filter((value) => value !== '');
    if (values.length < FEWEST) continue;
    const format = column.format as DateFormat | null;
    const share = (notation: DateFormat | null) => senseless(values, notation, asOf) / values.length;
    if (share(format) <= WRONG) continue;
    const [best] = TOLD.map((notation) => ({ notation, share: share(notation) })).toSorted(
      (a, b) => a.share - b.share,
    );
    if (best!.share > RIGHT) continue;
    throw new Failure(format === null ? 'input-date-format/untold' : 'input-date-format/other', {
      values: {
        source: file.source,
        path: file.path,
        column: shownNames(column.from, ' + '),
        item,
        format: format ?? '',
        better: best!.notation,
      },
    });
  }
}

/** Dates that cannot be read, lie outside their era, or after the day of the run. */
function senseless(values: readonly string[], notation: DateFormat | null, asOf: number): number {
  return values.filter((value) => {
    const date = parseDate(value, notation);
    return date === null || date.outOfEra || date.key > asOf;
  }).length;
}
