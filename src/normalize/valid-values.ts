import type { CanonicalItem } from '../audit/items.js';
import { isMyNumber } from '../audit/my-number.js';
import type { ColumnSpec } from '../audit/pipeline-file.js';
import { parseDate } from './date/parse-date.js';
import { parseTimestamp } from './date/parse-timestamp.js';
import type { DateFormat } from './date/written-date.js';
import { myNumberDigits } from './number/codes.js';
import { sexCode } from './sex.js';
import { isStatus } from './status.js';
import { statusWords } from './status-codes.js';

const UNKNOWN_CHARACTER = /[●〓?？\ufffd\p{Co}]/u;
const HAN = /[\p{Script=Han}々]/u;

type Rule = (text: string, format: string | null) => boolean;
/** How a column is written, so far as its values depend on it. */
export type Notation = Pick<ColumnSpec, 'format' | 'codes'>;

const isDate: Rule = (text, format) => {
  const date = parseDate(text, format as DateFormat | null);
  return date !== null && !date.outOfEra && !date.impossible;
};
const isReadable: Rule = (text) => !UNKNOWN_CHARACTER.test(text);

/** The number as it is tied: zeros that a spreadsheet cut off are put back. */
export function isTiedNumber(text: string): boolean {
  const digits = myNumberDigits(text);
  return digits !== null && isMyNumber(digits);
}

/** What makes a value of an item valid by itself; items without a rule may hold anything. */
const RULES: Readonly<Partial<Record<CanonicalItem, Rule>>> = {
  my_number: isTiedNumber,
  birth_date: isDate,
  moved_on: isDate,
  registered_at: (text, format) => parseTimestamp(text, format as DateFormat | null) !== null,
  sex: (text) => sexCode(text) !== 0,
  kana: (text) => isReadable(text, null) && !HAN.test(text),
  name: isReadable,
  former_name: isReadable,
  alias: isReadable,
  status: isStatus,
  address: isReadable,
  previous_address: isReadable,
};

/** The rule by which values of an item are valid, or null where there is none. */
export function validityOf(
  item: CanonicalItem,
  { format, codes }: Notation,
): ((text: string) => boolean) | null {
  const rule = RULES[item];
  if (rule === undefined) return null;
  const words = statusWords(item === 'status' ? codes : undefined);
  return (text) => rule(words(text), format);
}
