import { shownNames } from '../../audit/header-names.js';
import type { CanonicalItem } from '../../audit/items.js';
import type { ColumnSpec, InputSpec } from '../../audit/pipeline-file.js';
import { ITEMS, wordsFor } from '../../audit/words.js';
import { parseDate } from '../../normalize/date/parse-date.js';
import type { DateFormat } from '../../normalize/date/written-date.js';
import { sexCode } from '../../normalize/sex.js';
import type { KeyColumn } from '../../prepare/key-column.js';
import { Failure } from '../../text/failure.js';
import { commonShapes } from '../../text/shape.js';
import type { InputFile } from '../input-file.js';
import type { Sample } from '../reader.js';
import { valuesOfItem } from './item-counts.js';

/** Fewer values prove nothing. */
const FEWEST = 20;
/** Share of values that mean something up to which a whole column means nothing. */
const VOID = 0.1;

/** Whether a value of an item can be held against another; null says nothing of the column, such as "sex unknown". */
type Meaning = (value: string, format: string | null) => boolean | null;

const UNKNOWN_SEX = /^[09０９]$|不明|その他/u;
const hasLetters: Meaning = (value) => /\p{L}/u.test(value);

/** Items that are compared with the register, and what makes a value comparable. */
const MEANINGS: Readonly<Partial<Record<CanonicalItem, Meaning>>> = {
  birth_date: (value, format) => {
    const date = parseDate(value, format as DateFormat | null);
    return date?.key === 0 ? null : date !== null;
  },
  sex: (value) => (UNKNOWN_SEX.test(value) ? null : sexCode(value) !== 0),
  name: hasLetters,
  kana: (value) => /[\p{Script=Katakana}\p{Script=Hiragana}\p{Script=Latin}]/u.test(value),
  address: hasLetters,
};

/**
 * Sees that each item that is to be compared holds something that can be: serial numbers of a spreadsheet in the
 * place of dates, a code in the place of names, or for the items of `keys` what gives no key. Such an item would be "missing" in every row, and nobody would know.
 *
 * @throws {Failure} `input-void-item` (exit code 2) for every such item, with the commonest shape of what stands there instead.
 */
export function checkVoidItems(
  file: InputFile,
  spec: InputSpec,
  sample: Sample,
  keys: readonly KeyColumn[] = [],
): void {
  const further = Object.fromEntries(
    keys.map(({ item, keyOf }): [CanonicalItem, Meaning] => [item, (value) => keyOf(value) !== null]),
  );
  const failures: Failure[] = [];
  for (const [item, meaning] of Object.entries({ ...MEANINGS, ...further }) as [CanonicalItem, Meaning][]) {
    const column = spec.columns[item];
    if (column === undefined) continue;
    const values = valuesOf(item, column, sample);
    const judged = values.flatMap((value) => meaning(value, column.format) ?? []);
    if (judged.length < FEWEST || judged.filter(Boolean).length > judged.length * VOID) continue;
    failures.push(
      new Failure('input-void-item', {
        values: {
          source: file.source,
          path: file.path,
          column: shownNames(column.from, ' + '),
          item,
          title: { ja: wordsFor(ITEMS, item).ja, en: wordsFor(ITEMS, item).en.toLowerCase() },
          rows: judged.length,
          shape: commonShapes(values, 1)[0] ?? '',
        },
      }),
    );
  }
  const [first, ...others] = failures;
  if (first) throw others.length === 0 ? first : first.with(others);
}

/** Values as they are read: of several columns joined as the reader joins them. */
function valuesOf(item: CanonicalItem, { from }: ColumnSpec, sample: Sample): readonly string[] {
  if (from.some((name) => !sample.columns.includes(name))) return [];
  return valuesOfItem(item, from, [sample]).filter((value) => value !== '');
}
