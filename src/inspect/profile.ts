import { isMyNumber } from '../audit/my-number.js';
import { commonShapes } from '../text/shape.js';
import { type DateNotation, dateNotation } from './date-notation.js';

export type ColumnType =
  | 'empty'
  | 'my-number'
  | 'date'
  | 'timestamp'
  | 'sex'
  | 'kana'
  | 'address'
  | 'person-name'
  | 'digits'
  | 'code'
  | 'text';

/** What the values of a column look like, without any of them. Shares are of the rows looked at. */
export interface Profile {
  readonly type: ColumnType;
  readonly notation: DateNotation | null;
  readonly filled: number;
  /** Distinct values among the filled ones. */
  readonly distinct: number;
  readonly shapes: readonly string[];
}

export function profileOf(values: readonly string[]): Profile {
  const filled = values.filter((value) => value !== '');
  const notation = dateNotation(filled);
  return {
    type: typeOf(filled, notation),
    notation,
    filled: values.length === 0 ? 0 : filled.length / values.length,
    distinct: filled.length === 0 ? 0 : new Set(filled).size / filled.length,
    shapes: commonShapes(filled, 2),
  };
}

function typeOf(filled: readonly string[], notation: DateNotation | null): ColumnType {
  if (filled.length === 0) return 'empty';
  const folded = filled.map((value) => value.normalize('NFKC'));
  const share = (test: (value: string) => boolean) => folded.filter(test).length / folded.length;
  if (share((value) => isMyNumber(value.replace(/[\s-]/g, ''))) > 0.8) return 'my-number';
  if (notation !== null) return notation === 'timestamp' ? 'timestamp' : 'date';
  if (share((value) => /^(男|女|男性|女性|[MFmf]|male|female|[0129])$/.test(value)) > 0.95 && hasBoth(folded))
    return 'sex';
  if (share((value) => /^[\p{Script=Katakana}\p{Script=Hiragana}ー\s・()-]+$/u.test(value)) > 0.9)
    return 'kana';
  if (share((value) => /[都道府県市区町村郡].*\d|丁目|番地/.test(value)) > 0.5) return 'address';
  if (
    share((value) =>
      /^[\p{Script=Han}々\p{Script=Katakana}\p{Script=Hiragana}ー\p{Script=Latin}\s.()●]{2,24}$/u.test(value),
    ) > 0.9
  ) {
    return share((value) => /\p{Script=Han}{1,4}\s\p{Script=Han}/u.test(value)) > 0.5
      ? 'person-name'
      : 'text';
  }
  if (share((value) => /^\d+$/.test(value)) > 0.95) return 'digits';
  return share((value) => /^[\x21-\x7e]+$/.test(value)) > 0.95 ? 'code' : 'text';
}

function hasBoth(values: readonly string[]): boolean {
  return new Set(values).size >= 2;
}
