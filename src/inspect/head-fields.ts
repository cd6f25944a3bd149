import { type Codec, decodeLoosely } from '../ingest/encodings/codec.js';
import { isInsurerNumber, isMunicipalityCode } from '../normalize/number/codes.js';
import type { FieldRange } from './digit-fields.js';

/** Records from which what stands in all of them is no chance. */
const FEWEST = 20;
/** Characters that say what kind of record it is, at most. */
const LONGEST_KIND = 3;
/** A letter before more digits than this is not the beginning of a number: A0001 is one. */
const LONGEST_NUMBER = 13;
/** Codes of offices have check digits: an insurer has 8 or 6, a municipality 6. */
const CODES: readonly (readonly [size: number, test: (text: string) => boolean])[] = [
  [8, isInsurerNumber],
  [6, (text) => isMunicipalityCode(text) && /^(0[1-9]|[1-3]\d|4[0-7])/.test(text)],
  [6, isInsurerNumber],
];

/**
 * The first field of a record, parted where it begins as every record does: a mark of its kind (D, K1), the code of the one office
 * that it is from, and what names the record.
 */
export function headFields(
  field: FieldRange,
  records: readonly Buffer[],
  codec: Codec,
): readonly FieldRange[] {
  if (records.length < FEWEST) return [field];
  const texts = records.map((record) => decodeLoosely(codec, record.subarray(field.start, field.end)));
  const size = field.end - field.start;
  if (texts.some((text) => text.length !== size)) return [field];
  const same = commonStart(texts);
  const cuts = cutsOf(texts[0]!.slice(0, same), size);
  const places = [0, ...cuts, size];
  return places
    .slice(0, -1)
    .map((from, at) => ({ start: field.start + from, end: field.start + places[at + 1]!, name: null }))
    .filter(({ start, end }) => start < end);
}

/** Where what every record begins with is cut: behind the mark of its kind, and behind the code of an office. */
function cutsOf(start: string, size: number): readonly number[] {
  for (let mark = 0; mark <= LONGEST_KIND; mark++) {
    for (const [length, test] of CODES) {
      const code = start.slice(mark, mark + length);
      const isOffice = code.length === length && /^\d+$/.test(code) && test(code) && mark + length < size;
      // Zeros are those with which a number begins.
      if (isOffice && !code.startsWith('000') && !/^0+$/.test(start.slice(0, mark)))
        return mark === 0 ? [length] : [mark, mark + length];
    }
  }
  const letters = /^[A-Za-z]{1,3}(?=\d)/.exec(start)?.[0].length ?? 0;
  return letters > 0 && size > LONGEST_NUMBER ? [letters] : [];
}

function commonStart(texts: readonly string[]): number {
  const [first = ''] = texts;
  let length = 0;
  while (length < first.length && texts.every((text) => text[length] === first[length])) length += 1;
  return length;
}
