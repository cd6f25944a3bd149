import { canonicalAddress } from '../../../normalize/address/address.js';
import type { Run } from '../viewer-data.js';
import { difference } from './difference.js';

/** What may follow the last digit of a house number: its words, and the blank before a building. */
const NUMBER_WORDS = /^(?:番地|番|号)*[ \u3000]*/u;

/**
 * Two addresses of one house number whose buildings or rooms differ: up to the house number nothing but notation can
 * differ (４丁目２９番３号, 4-29-3), so that is no difference; what follows is compared as it is.
 */
export function buildingDifference(base: string, other: string): readonly Run[] {
  const [left, right] = [base, other].map(afterNumber) as [number, number];
  return [
    ...difference(base.slice(0, left), other.slice(0, right), true),
    ...difference(base.slice(left), other.slice(right), false),
  ].filter((run) => run !== '');
}

/** Where what follows the house number begins; the end where nothing does. */
function afterNumber(text: string): number {
  const { key } = canonicalAddress(text);
  for (let end = 1; end < text.length; end += 1) {
    if (key !== '' && canonicalAddress(text.slice(0, end)).key === key) {
      return end + (NUMBER_WORDS.exec(text.slice(end))?.[0].length ?? 0);
    }
  }
  return text.length;
}

const PREFECTURE = /^(?:北海道|東京都|(?:京都|大阪)府|(?:神奈川|和歌山|鹿児島|\p{Script=Han}{2})県)/u;

/** The prefecture of an address beside one that leaves its own out, which is no difference; empty otherwise. */
export function omittedPrefecture(base: string, other: string): string {
  return PREFECTURE.test(base) ? '' : (PREFECTURE.exec(other)?.[0] ?? '');
}
