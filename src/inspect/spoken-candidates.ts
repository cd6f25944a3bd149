import { foldName, isNoName } from '../audit/fold-name.js';
import { meansOther, meansOtherThan } from '../audit/item-names.js';
import { type CanonicalItem, LINK_ITEMS, REGISTER_ITEMS } from '../audit/items.js';
import type { Candidate } from './candidate.js';
import { isBranch } from './composites.js';
import { spokenFor } from './expected-content.js';
import type { InspectedColumn } from './inspection.js';
import type { Profile } from './profile.js';

/** Of a column whose name is known to mean something else, or says something that the table does not know. */
const UNKNOWN_NAME = 0.8;
/** Of the only column that holds what no other item does: likely, and asked after. */
const ALONE = 0.55;
const TELLING_BY_FORM: readonly CanonicalItem[] = ['organisation', 'municipality', 'auth_serial'];

/** What is called a number, a grade or a time. */
const COUNTED = /番号?$|回数?$|順位?$|等級|学年|(^|_)(no|num|number|seq|count|grade|rank|level|step|times)$/;

/**
 * Items that a column could hold by its values, where its name says none.
 *
 * @param bare what its name says without the word for whose it is.
 */
export function spokenCandidates(
  column: InspectedColumn,
  columns: readonly InspectedColumn[],
  register: boolean,
  bare: string,
): readonly Candidate[] {
  const { name, profile } = column;
  const allowed: readonly string[] = register ? REGISTER_ITEMS : LINK_ITEMS;
  const known = isNoName(name) ? 1 : meansOther(bare) ? 0 : UNKNOWN_NAME;
  return (
    spokenFor(column, columns)
      .filter(({ item }) => allowed.includes(item) && !(register && item === 'registered_at'))
      // Why somebody came or went is said of people who live here, too.
      .filter(({ item }) => item !== 'status' || !/事由|理由|jiyu|reason/.test(foldName(name)))
      .filter(({ item }) => !meansOtherThan(item, name, register))
      .filter(({ item }) => item !== 'sex' || !isOfOther(name, profile))
      // Records that carry the number are tied by it: a serial is another key.
      .filter(
        ({ item }) => item !== 'auth_serial' || columns.every((one) => one.profile.type !== 'my-number'),
      )
      .map(({ item, confidence, rivals }) => ({
        item,
        columns: [name],
        confidence: Math.max(
          // A number has a check digit: whatever the column is called.
          confidence * (item === 'my_number' ? Math.max(known, UNKNOWN_NAME) : known),
          known > 0 && rivals === 0 && isTelling(item, profile) ? ALONE : 0,
        ),
      }))
  );
}

/** First and second of something have the form of a sex; a Japanese word for that says 性 or 男女. */
function isOfOther(name: string, { shapes }: Profile): boolean {
  const folded = foldName(name);
  const isOtherWord = !isNoName(name) && JAPANESE.test(folded) && !/性|男女/.test(folded);
  const areDigits = shapes.every((shape) => /^9+$/.test(shape));
  return isBranch(name) || COUNTED.test(folded) || (isOtherWord && areDigits);
}

const JAPANESE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}]/u;

/** Moments, codes of offices and serial numbers: what else has their form is rare. */
function isTelling(item: CanonicalItem, { type, unix }: Profile): boolean {
  return item === 'registered_at' ? type === 'timestamp' || unix === 'tell' : TELLING_BY_FORM.includes(item);
}
