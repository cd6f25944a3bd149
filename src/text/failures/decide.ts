import type { FailureText } from './failure-text.js';

export const decideFailures = {
  'decisions-missing': {
    exit: 2,
    ja: '{file} を開けません。ファイルの場所と読み取り権限を確認してください',
    en: '{file} cannot be opened: check where it is and whether you may read it',
  },
  'decisions-format': {
    exit: 2,
    ja: '{file} は判断のファイルではありません。判断の書き出し(.jsonl)か findings.csv / findings.xlsx を指定してください',
    en: '{file} is no decisions file: give an exported .jsonl, or findings.csv or findings.xlsx with decisions filled in',
  },
  'decisions-head': {
    exit: 2,
    ja: '{file} の1行目が判断ファイルの見出しではありません',
    en: '{file}: the first line is not the head of a decisions file',
  },
  'decisions-checksum': {
    exit: 2,
    ja: '{file} は途中で切れているか、書き換えられています。書き出し直してください',
    en: '{file} is cut short or was changed: export it again',
  },
  'decisions-line': {
    exit: 2,
    ja: '{file} の {line} 行目の判断を読めません',
    en: '{file}, line {line}: this decision cannot be read',
  },
  'decisions-run': {
    exit: 2,
    ja: '{file} は別の回の判断です',
    en: '{file} holds decisions on another run',
  },
  'decisions-columns': {
    exit: 2,
    ja: '{file} に事案・証拠の指紋・判断の列がありません(列名は1行目にあるものとします)',
    en: '{file} lacks the columns finding_id, fingerprint and decision (looked for in the first row)',
  },
  'decisions-reviewer': {
    exit: 2,
    ja: '{file} の {line} 行目に担当者コードがありません',
    en: '{file}, line {line}: the reviewer code is missing',
  },
  'decisions-twice': {
    exit: 2,
    ja: '{file} の {first} 行目と {line} 行目で、同じ担当者が同じ事案に違う判断をしています。どちらかを消してください',
    en: '{file}, lines {first} and {line}: one reviewer decides one case in two ways; take one of them out',
  },
  'decisions-store': {
    exit: 2,
    ja: '判断の保管ファイル {file} の {line} 行目を読めません',
    en: 'The store of decisions {file} cannot be read at line {line}',
  },
} as const satisfies Readonly<Record<string, FailureText>>;
