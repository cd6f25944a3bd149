import { Failure } from '../text/failure.js';

/** A decision file that cannot be taken as a whole: nothing of it is kept. In a workbook a line is `sheet!row`. */
export function fileFailure(
  code: FileProblem,
  values: { readonly file: string; readonly line?: number | string; readonly first?: string },
): Failure {
  return new Failure(code, TEXTS[code], { exitCode: 2, values: { line: 0, ...values } });
}

export type FileProblem = keyof typeof TEXTS;

const TEXTS = {
  'decisions-missing': {
    ja: '{file} を開けません。ファイルの場所と読み取り権限を確認してください',
    en: '{file} cannot be opened: check where it is and whether you may read it',
  },
  'decisions-format': {
    ja: '{file} は判断のファイルではありません。判断の書き出し(.jsonl)か findings.csv / findings.xlsx を指定してください',
    en: '{file} is no decisions file: give an exported .jsonl, or findings.csv or findings.xlsx with decisions filled in',
  },
  'decisions-head': {
    ja: '{file} の1行目が判断ファイルの見出しではありません',
    en: '{file}: the first line is not the head of a decisions file',
  },
  'decisions-checksum': {
    ja: '{file} は途中で切れているか、書き換えられています。書き出し直してください',
    en: '{file} is cut short or was changed: export it again',
  },
  'decisions-line': {
    ja: '{file} の {line} 行目の判断を読めません',
    en: '{file}, line {line}: this decision cannot be read',
  },
  'decisions-run': {
    ja: '{file} は別の回の判断です',
    en: '{file} holds decisions on another run',
  },
  'decisions-columns': {
    ja: '{file} に事案・証拠の指紋・判断の列がありません(列名は1行目にあるものとします)',
    en: '{file} lacks the columns finding_id, fingerprint and decision (looked for in the first row)',
  },
  'decisions-reviewer': {
    ja: '{file} の {line} 行目に担当者コードがありません',
    en: '{file}, line {line}: the reviewer code is missing',
  },
  'decisions-twice': {
    ja: '{file} の {first} 行目と {line} 行目で、同じ担当者が同じ事案に違う判断をしています。どちらかを消してください',
    en: '{file}, lines {first} and {line}: one reviewer decides one case in two ways; take one of them out',
  },
  'decisions-store': {
    ja: '判断の保管ファイル {file} の {line} 行目を読めません',
    en: 'The store of decisions {file} cannot be read at line {line}',
  },
} as const;
