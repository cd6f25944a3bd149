import { shownName } from '../audit/header-names.js';
import { type Bilingual, fill, type Language } from '../text/bilingual.js';
import type { Inspection } from './inspection.js';

/** What codes of the status were learned to mean, from which columns, and what settles it otherwise; null where none were. */
export function codesText({ mapping }: Inspection, language: Language): string | null {
  const { codes, codesFrom, codesIn } = mapping.find(({ item }) => item === 'status') ?? {};
  if (codes === undefined || (codesFrom === undefined && codesIn === undefined)) return null;
  const join = language === 'ja' ? '、' : ', ';
  const meant = Object.entries(codes).map(([code, word]) => `${code} = ${word}`);
  if (codesIn !== undefined)
    return fill(TOLD, { codes: meant.join(join), file: shownName(codesIn) })[language];
  return fill(LEARNED, { codes: meant.join(join), columns: codesFrom!.map(shownName).join(join) })[language];
}

const LEARNED: Bilingual = {
  ja: '確認: 状態のコードの意味を、横の列（{columns}）から読みました: {codes}。違うときは --codes か codes で直してください',
  en: 'Please check: what the codes of the status mean was read from the columns beside it ({columns}): {codes}. If that is wrong: --codes, or codes in the file',
};

const TOLD: Bilingual = {
  ja: '確認: 状態のコードの意味を {file} から読みました: {codes}。違うときは --codes か codes で直してください',
  en: 'Please check: what the codes of the status mean was read from {file}: {codes}. If that is wrong: --codes, or codes in the file',
};
