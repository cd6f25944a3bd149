import type { Bilingual, Language } from '../text/bilingual.js';
import type { Inspection } from './inspection.js';
import { registerLikeness } from './looks-like-register.js';

/** From here on a file that was not taken for the register could be it. */
const ALIKE = 2;

/** What is said where it is not certain whether a file is the register, with the option that settles it; null where it is. */
export function kindText({ kind, kindTold, columns }: Inspection, language: Language): string | null {
  if (kindTold === true) return null;
  const likeness = registerLikeness(columns);
  if (kind === 'register') return likeness > ALIKE ? null : BY_VALUES[language];
  return likeness >= ALIKE ? COULD_BE[language] : null;
}

const BY_VALUES: Bilingual = {
  ja: '確認: 列名からは分かりませんが、値から住民基本台帳として読みました。各事務の書き出しなら --kind link を付けてください',
  en: 'Please check: read as the resident register by its values, for its names do not say so. If it is an export of an office: --kind link',
};

const COULD_BE: Bilingual = {
  ja: '確認: 事務の書き出しとして読みましたが、住民基本台帳にも見えます。台帳なら --kind register を付けてください',
  en: 'Please check: read as an export of an office, though it could be the resident register. If it is: --kind register',
};
