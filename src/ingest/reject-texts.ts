import type { Bilingual } from '../text/bilingual.js';
import type { RejectCode } from './visit.js';

/** What each reason means and what to do about it. Never shows the row. */
export const REJECT_TEXTS: Readonly<Record<RejectCode, Bilingual>> = {
  'columns-too-few': {
    ja: '列が見出しより少ない行です。欠けた列を補うか、値の途中の改行を直してください。',
    en: 'The row has fewer columns than the header. Add what is missing, or mend a line break inside a value.',
  },
  'columns-too-many': {
    ja: '列が見出しより多い行です。区切り文字を含む値を引用符で囲んでください。',
    en: 'The row has more columns than the header. Quote the value that holds a delimiter.',
  },
  'quote-open': {
    ja: '引用符が閉じていません。閉じる引用符を補ってください。',
    en: 'A quotation mark is never closed. Add the closing one.',
  },
  'quote-misplaced': {
    ja: '値の途中に引用符があります。値を引用符で囲み、中の引用符は二つ重ねてください。',
    en: 'A quotation mark stands inside a value. Quote the value and double the marks inside it.',
  },
  'stray-carriage-return': {
    ja: '値の途中に復帰文字（CR）があります。取り除いてください。',
    en: 'A carriage return stands inside the row. Remove it.',
  },
  'stray-line-break': {
    ja: '項目の途中に改行文字（CR・LF）があります。空白に直してください。',
    en: 'A line break (CR or LF) stands inside a field. Make it a space.',
  },
  nul: {
    ja: 'NUL（0バイト）が含まれています。取り除いてください。',
    en: 'The row holds a NUL byte. Remove it.',
  },
  'record-too-long': {
    ja: '1行が長すぎます（1MB超）。改行が失われていないか確かめてください。',
    en: 'The row is too long (over 1 MB). Check for lost line ends.',
  },
  'record-type-unknown': {
    ja: 'レコード区分が 1（見出し）・2（データ）・8（合計）・9（終わり）のどれでもありません。',
    en: 'The record type is none of 1 (header), 2 (data), 8 (trailer), 9 (end).',
  },
  'record-length': {
    ja: 'レコード長が決められたバイト数と違います。桁を揃えてください。',
    en: 'The record does not have the length laid down. Restore its bytes.',
  },
  'invalid-bytes': {
    ja: 'この文字コードの文字として読めないバイトがあります（途中で切れた文字など）。文字を入れ直してください。',
    en: 'Bytes that are no character of this encoding, such as half of one. Enter the character again.',
  },
  'json-invalid': {
    ja: 'JSONとして読めません。',
    en: 'The line is not JSON.',
  },
  'json-not-object': {
    ja: 'JSONのオブジェクト（{…}）ではない行です。',
    en: 'The line is JSON but not an object {…}.',
  },
  'cell-error': {
    ja: 'セルが数式エラー（#N/A など）です。値に直してください。',
    en: 'A cell holds a formula error such as #N/A. Replace it with a value.',
  },
  'header-repeated': {
    ja: '見出し行の繰り返しです（複数の出力をつないだファイルなど）。記録ではないため除きました。',
    en: 'The header once more, as in exports that were joined. It is no record and was set aside.',
  },
  'total-row': {
    ja: '合計・件数の行です。記録ではないため除きました。',
    en: 'A row of totals. It is no record and was set aside.',
  },
  'required-item-missing': {
    ja: '必須の項目が空です。記録を特定する番号と、住民に結び付ける番号が要ります。',
    en: 'A required item is empty: the key of the record and the number that ties it to a resident are needed.',
  },
};
