import { foldName, isNoName } from '../audit/fold-name.js';
import { meansOther, namedAs } from '../audit/item-names.js';
import type { InspectedColumn } from './inspection.js';

/** An address that begins where addresses begin. */
export const BEGINS =
  /^(?:東京都|北海道|京都府|大阪府|\p{Script=Han}{2,3}県)|^[\p{Script=Han}\p{Script=Hiragana}ヶケ]{1,6}[市区郡]/u;
/** ロイヤル桜203号室, 第二寮 3棟. */
const BUILDING = /\p{L}{2}.*[\dー号室棟階F]$/u;
/** The same of a column whose name is not known: AB123 is a code. */
const JAPANESE = /[\p{Script=Han}\p{Script=Katakana}\p{Script=Hiragana}ー]{2}/u;
/** Share of the filled values that must be one, and of rows that have any: not all people live in a named house. */
const MOST = 0.8;
const FILLED = { from: 0.02, to: 0.95 } as const;
/** Share of different values below which a column says of what kind a record is. */
const DISTINCT = 0.1;

/** Whether the values of a column are buildings and rooms. */
export function areBuildings(column: InspectedColumn, values: readonly string[]): boolean {
  const { name, profile } = column;
  if (profile.filled < FILLED.from || profile.filled > FILLED.to || areAddresses(values)) return false;
  if (isNoName(name)) return share(values, (value) => BUILDING.test(value)) >= MOST;
  return (
    isFree(column) &&
    profile.distinct >= DISTINCT &&
    share(values, (value) => BUILDING.test(value) && JAPANESE.test(value)) >= MOST
  );
}

/**
 * Whether a column right behind an address may go on with it, and nothing tells: texts in Japanese that some have and others have not, under a name
 * that is not known. Who knows what it is must be asked before the address is sure.
 */
export function mayBeBuildings(column: InspectedColumn, values: readonly string[]): boolean {
  const { name, profile } = column;
  return (
    !isNoName(name) &&
    isFree(column) &&
    !areAddresses(values) &&
    ['text', 'kana', 'address', 'person-name'].includes(profile.type) &&
    profile.filled >= FILLED.from &&
    profile.filled <= FILLED.to &&
    profile.distinct >= DISTINCT &&
    share(values, (value) => JAPANESE.test(value)) >= MOST
  );
}

/** Whole addresses are another: the one before. */
function areAddresses(values: readonly string[]): boolean {
  return share(values, (value) => BEGINS.test(value)) > 1 - MOST;
}

/** Whether a name says nothing that is known, or that it is of an address. */
function isFree({ name }: InspectedColumn): boolean {
  return (
    !meansOther(foldName(name)) &&
    [true, false].every((register) => namedAs(name, register).every(({ item }) => item === 'address'))
  );
}

function share(values: readonly string[], holds: (value: string) => boolean): number {
  const filled = values.filter((value) => value !== '');
  return filled.length === 0
    ? 0
    : filled.filter((value) => holds(value.normalize('NFKC'))).length / filled.length;
}
