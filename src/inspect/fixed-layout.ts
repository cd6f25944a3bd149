import type { Codec } from '../ingest/encodings/codec.js';
import { digitFields, type FieldRange, timelyFields } from './digit-fields.js';
import { headFields } from './head-fields.js';

/** Field name to [start byte, length]. */
export type Layout = Readonly<Record<string, readonly [number, number]>>;

/** Data record of a Zengin transfer file; the customer code may hold the number that ties it to a resident. */
export const ZENGIN: Layout = {
  record_kind: [1, 1],
  bank: [2, 4],
  bank_name: [6, 15],
  branch: [21, 3],
  branch_name: [24, 15],
  account_type: [43, 1],
  account_number: [44, 7],
  holder: [51, 30],
  amount: [81, 10],
  customer_code: [92, 20],
};

type Kind = 'digit' | 'letter' | 'kana' | 'wide' | 'space';

/** Guesses the fields of records of one length from what stands at each byte in all of them. */
export function guessLayout(records: readonly Buffer[], codec: Codec): Layout {
  const marks = records.map((record) => kindsOf(record, codec.id.startsWith('ibm')));
  const found = joinedRuns(segments(marks)).flatMap((run) => {
    const { start, end, kinds } = run;
    if (kinds.length > 1 || kinds[0]!.kind === 'letter') return mixedFields(run, records, codec);
    return kinds[0]!.kind === 'digit'
      ? digitFields(start, end, records, codec)
      : [{ start, end, name: null }];
  });
  const [first, ...others] = found;
  const fields =
    first?.start === 0 && first.name === null ? [...headFields(first, records, codec), ...others] : found;
  return Object.fromEntries(
    fields.map(({ start, end, name }, index) => [
      name ?? `field_${index + 1}`,
      [start + 1, end - start] as const,
    ]),
  );
}

function kindsOf(record: Buffer, ebcdic: boolean): Kind[] {
  const kinds: Kind[] = [];
  let shifted = false;
  for (let i = 0; i < record.length; i++) {
    const byte = record[i]!;
    if (ebcdic) {
      if (byte === 0x0e || byte === 0x0f) shifted = byte === 0x0e;
      kinds.push(
        byte === 0x40 && !shifted
          ? 'space'
          : shifted || byte === 0x0f
            ? 'wide'
            : byte >= 0xf0 && byte <= 0xf9
              ? 'digit'
              : 'kana',
      );
      continue;
    }
    if (byte === 0x20) kinds.push('space');
    else if (byte >= 0x30 && byte <= 0x39) kinds.push('digit');
    else if (byte < 0x80) kinds.push('letter');
    else if (byte >= 0xa1 && byte <= 0xdf) kinds.push('kana');
    else {
      const kind = byte === 0x81 && record[i + 1] === 0x40 ? 'space' : 'wide';
      kinds.push(kind, kind);
      i += 1;
    }
  }
  return kinds;
}

interface Segment {
  readonly kind: Kind;
  readonly start: number;
  readonly end: number;
  /** Begins where padding ends. */
  readonly padded?: boolean;
}

interface Run {
  readonly start: number;
  readonly end: number;
  readonly kinds: readonly Segment[];
}

/** Fields of a run of digits and letters: what values tell anywhere in it first, then its stretches of one kind. */
function mixedFields(
  { start, end, kinds }: Run,
  records: readonly Buffer[],
  codec: Codec,
): readonly FieldRange[] {
  return timelyFields(start, end, records, codec).flatMap((range) => {
    if (range.isTold) return [range];
    const parts = kinds
      .map((part) => ({
        kind: part.kind,
        start: Math.max(part.start, range.start),
        end: Math.min(part.end, range.end),
      }))
      .filter((part) => part.start < part.end);
    return parts.flatMap((part) =>
      part.kind === 'digit'
        ? digitFields(part.start, part.end, records, codec)
        : [{ start: part.start, end: part.end, name: null }],
    );
  });
}

/** Records from which blanks in all of them are no chance. */
const FEWEST_RECORDS = 20;

/** Stretches of digits and letters that follow one another: a number with hyphens or a code with letters is no two fields. */
function joinedRuns(found: readonly Segment[]): Run[] {
  const runs: Run[] = [];
  for (const segment of found) {
    const last = runs.at(-1);
    const joins =
      last !== undefined &&
      !segment.padded &&
      last.end === segment.start &&
      isAscii(segment) &&
      isAscii(last.kinds.at(-1)!);
    if (joins) runs[runs.length - 1] = { ...last, end: segment.end, kinds: [...last.kinds, segment] };
    else runs.push({ start: segment.start, end: segment.end, kinds: [segment] });
  }
  return runs;
}

function isAscii({ kind }: Segment): boolean {
  return kind === 'digit' || kind === 'letter';
}

/** Stretches of one kind; spaces belong to the field they pad, and a field begins where padding ends in most records. */
function segments(marks: readonly Kind[][]): Segment[] {
  const length = Math.min(...marks.map((mark) => mark.length));
  const share = (at: number, kind: Kind) => marks.filter((mark) => mark[at] === kind).length / marks.length;
  const found: Segment[] = [];
  let start = 0;
  let kind: Kind = 'space';
  let begins = false;
  for (let at = 0; at < length; at++) {
    const here = dominant(marks, at);
    const spaceBefore = at > 0 ? share(at - 1, 'space') : 0;
    const padded =
      ([1, 2, 3].every((back) => at >= back && share(at - back, 'space') >= 0.8) &&
        share(at, 'space') <= 0.2) ||
      // What stands behind blanks of every record belongs to nothing before them, be it there in some alone.
      (marks.length >= FEWEST_RECORDS &&
        [1, 2, 3, 4].every((back) => at >= back && share(at - back, 'space') === 1) &&
        share(at, 'space') <= 0.95);
    // Digits stand inside names of places too: they begin a field only after padding, and text after digits always.
    const changed =
      here !== 'space' &&
      kind !== 'space' &&
      here !== kind &&
      share(at, here) > 0.9 &&
      (kind === 'digit' || spaceBefore >= 0.5 || (kind === 'letter' && (here === 'kana' || here === 'wide')));
    if (at > start && (padded || changed)) {
      found.push({ kind, start, end: at, padded: begins });
      begins = padded;
      start = at;
      kind = here;
    } else if (kind === 'space') kind = here;
  }
  found.push({ kind, start, end: length, padded: begins });
  return found.filter((segment) => segment.kind !== 'space');
}

function dominant(marks: readonly Kind[][], at: number): Kind {
  const counts = new Map<Kind, number>();
  for (const mark of marks) {
    const kind = mark[at]!;
    if (kind !== 'space') counts.set(kind, (counts.get(kind) ?? 0) + 1);
  }
  return [...counts].toSorted((a, b) => b[1] - a[1])[0]?.[0] ?? 'space';
}
