import { foldName } from '../audit/fold-name.js';
import type { CanonicalItem } from '../audit/items.js';
import type { Agreement } from './expected-content.js';

/** Surer than another day of the kind: the day on which the number came, the last of several changes. */
export const SURER = 0.96;

const TELLING: Readonly<Partial<Record<CanonicalItem, RegExp>>> = {
  registered_at:
    /(個人|本人|^)番号|ナンバー|個番|紐付|連携|himo(zuke|duke)|renkei|my_?num|my_?no_|individual_?num|(^|_)(kojin|ko|kjn|k|hon)_?(no|bang?o?u?)(_|$|(?=t))|(^|_)tin_|^bang?ou?_?(to?u?roku|nyu[u]?ryoku|himo|renkei|kakunin|shu[u]?toku)|link/,
  moved_on: /最終|最新|last|latest|saishu/,
};

/** Whether a name says more than others that name the item. */
export function isTellingName(item: CanonicalItem, name: string, how: Agreement | 'empty'): boolean {
  return how !== 'contradicts' && TELLING[item]?.test(foldName(name)) === true;
}
