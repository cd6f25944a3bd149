import { shownName, shownNames } from '../audit/header-names.js';
import type { Language } from '../text/bilingual.js';
import { fill } from '../text/bilingual.js';
import type { Inspection } from './inspection.js';

/** What is said of columns of other persons, or null where there are none. */
export function personsText({ person, others }: Inspection, language: Language): string | null {
  if (others.length === 0) return null;
  const comma = language === 'ja' ? '、' : ', ';
  const columns = shownNames(
    others.flatMap((other) => other.columns),
    comma,
  );
  const whose = person === '' ? NOBODY[language] : fill(WHOSE, { person: shownName(person) })[language];
  return fill(TEXT, { whose, columns })[language];
}

const TEXT = {
  ja: '複数の人の列があります。{whose}だけを使い、ほかの人の列は使いません: {columns}',
  en: 'Columns of several persons: {whose} are read, those of others are left out: {columns}',
};
const WHOSE = { ja: '「{person}」の列', en: 'those of "{person}"' };
const NOBODY = { ja: '誰とも書かれていない列', en: 'those that name nobody' };
