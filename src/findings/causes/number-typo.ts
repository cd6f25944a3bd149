import { relationBit } from '../../score/relations.js';
import type { Cause, CauseContext } from '../cause.js';

const cause: Cause = {
  id: 'number-typo',
  title: { ja: '番号の書き誤り', en: 'Number typo' },
  sentence: {
    ja: '番号が1～3桁だけ異なる、または隣の桁が入れ替わった番号の住民と一致します',
    en: 'Matches the resident whose number differs in up to three digits',
  },
  matches: (context) => (context.relations & relationBit('number-slip')) !== 0 || isAlmostTheirs(context),
};

export default cause;

/** Two slips, or one and the check digit that was made to fit: by chance no two numbers are that close. */
const MOST_DIGITS = 3;

/** Nobody is searched by so many digits, so that they count only where nothing but the record's content led to the resident. */
function isAlmostTheirs({ digitsApart, relations, holder, run, cycle, similar }: CauseContext): boolean {
  const contentAlone = (relations & ~relationBit('resembles')) === 0;
  return (
    digitsApart !== null &&
    digitsApart <= MOST_DIGITS &&
    contentAlone &&
    holder === 0 &&
    run + cycle === 0 &&
    !similar
  );
}
