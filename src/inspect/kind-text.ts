import type { Bilingual, Language } from '../text/bilingual.js';
import type { Inspection } from './inspection.js';
import { isKindOpen, registerLikeness } from './looks-like-register.js';

/** What is said where it is not certain whether a file is the register, with the option that settles it; null where it is. */
export function kindText({ kind, kindTold, columns }: Inspection, language: Language): string | null {
  if (kindTold === true || !isKindOpen(kind, columns)) return null;
  if (kind === 'link') return COULD_BE[language];
  return (registerLikeness(columns) > 0 ? HARDLY : BY_VALUES)[language];
}

const BY_VALUES: Bilingual = {
  ja: '確認: 列名からは分かりませんが、値から住民基本台帳として読みました。各事務の書き出しなら --kind link を付けてください',
  en: 'Please check: read as the resident register by its values, for its names do not say so. If it is an export of an office: --kind link',
};

const HARDLY: Bilingual = {
  ja: '確認: 住民基本台帳として読みましたが、各事務の書き出しにも見えます。書き出しなら --kind link を付けてください',
  en: 'Please check: read as the resident register, though it could be an export of an office. If it is: --kind link',
};

const COULD_BE: Bilingual = {
  ja: '確認: 事務の書き出しとして読みましたが、住民基本台帳にも見えます。台帳なら --kind register を付けてください',
  en: 'Please check: read as an export of an office, though it could be the resident register. If it is: --kind register',
};
