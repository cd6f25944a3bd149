import { foldName } from '../audit/fold-name.js';
import type { NamedAs } from '../audit/item-names.js';
import type { CanonicalItem } from '../audit/items.js';
import { ofCard } from '../audit/of-card.js';
import type { Agreement } from './expected-content.js';

/** Surer than another day of the kind: the day on which the number came, the last of several changes. */
export const SURER = 0.96;

/** When a number was taken in, a person was told by it, or the link was made. */
const LINKED =
  /(個人|本人|^)番号|ナンバー|個番|紐付|紐づけ|ひも付|連携|(本人|身元|番号)確認|(公的)?個人?認証(完了)?(日|時)|himo(zuke|duke)|renkei|honnin_?kakunin|my_?num|my_?no_|individual_?num|(^|_)(kojin|ko|kjn|k|hon)_?(no|bang?o?u?)(_|$|(?=t))|(^|_)tin_|^bang?ou?_?(to?u?roku|nyu[u]?ryoku|himo|renkei|kakunin|shu[u]?toku)|link|(^|_)(bound|binding|tied|matched|verified|verification|identified)(_|$)|(^|_)(identity|jpki|e?_?kyc)_?(confirm|check|auth|complet|approv|done|pass|finish|succe)/;
const TELLING: Readonly<Partial<Record<CanonicalItem, RegExp>>> = {
  registered_at: LINKED,
  moved_on: /最終|最新|last|latest|saishu/,
};

/** Whether a name says more than others that name the item. */
export function isTellingName({ item, strength }: NamedAs, name: string, how: Agreement | 'empty'): boolean {
  return (
    strength !== 'other' && how !== 'contradicts' && TELLING[item]?.test(ofCard(foldName(name))) === true
  );
}
