import type { FailureText } from './failure-text.js';

export const decideFailures = {
  'decisions-missing': {
    exit: 2,
    ja: '{file} を開けません。ファイルの場所と読み取り権限を確認してください',
    en: '{file} cannot be opened: check where it is and whether you may read it',
  },
  'decisions-format': {
    exit: 2,
    ja: '{file} は判断のファイルではありません。判断の書き出し（.jsonl）か findings.csv / findings.xlsx を指定してください',
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
    ja: '{file} に読めない判断があります。何も取り込んでいません。\n{places}',
    en: '{file}: decisions that cannot be read; nothing was taken.\n{places}',
  },
  'decisions-run': {
    exit: 2,
    ja: '{file} は別の回の判断です',
    en: '{file} holds decisions on another run',
  },
  'decisions-columns': {
    exit: 2,
    ja: '{file} の列がそろっていません。何も取り込んでいません。\n{places}',
    en: '{file}: the columns are not as needed; nothing was taken.\n{places}',
  },
  'decisions-reviewer': {
    exit: 2,
    ja: '{file} に使えない点検担当者コードがあります。何も取り込んでいません。\n{places}',
    en: '{file}: reviewer codes that cannot be taken; nothing was taken.\n{places}',
  },
  'decisions-twice': {
    exit: 2,
    ja: '{file} で、同じ点検担当者が同じ事案に違う判断をしています。何も取り込んでいません。\n{places}',
    en: '{file}: one reviewer decides one case in two ways; nothing was taken.\n{places}',
  },
  'decisions-sheet': {
    exit: 2,
    ja: '{file} に取り込めないシートがあります。何も取り込んでいません。\n{places}',
    en: '{file}: sheets that cannot be taken; nothing was taken.\n{places}',
  },
  'decisions-cells': {
    exit: 2,
    ja: '{file} に取り込めないところがあります。何も取り込んでいません。\n{places}',
    en: '{file}: places that cannot be taken; nothing was taken.\n{places}',
  },
  'decisions-password': {
    exit: 2,
    ja: '{file} はパスワードで保護されています。パスワードを外して保存し直してください',
    en: '{file} is protected by a password: take it off and save the file again',
  },
  'decisions-old-workbook': {
    exit: 2,
    ja: '{file} は古い形式の Excel ブック（.xls）です。.xlsx 形式で保存し直してください',
    en: '{file} is an old Excel workbook (.xls): save it as .xlsx',
  },
  'decisions-page': {
    exit: 2,
    ja: '{file} は HTML または XML です。表計算ソフトで開き、.xlsx 形式で保存し直してください',
    en: '{file} is HTML or XML: open it in a spreadsheet and save it as .xlsx',
  },
  'decisions-too-large': {
    exit: 2,
    ja: '{file} は展開すると大きくなりすぎます。判断の表だけを保存し直してください',
    en: '{file} unpacks to more than a table of decisions has: save that table alone',
  },
  'decisions-store': {
    exit: 2,
    ja: '判断の保管ファイル {file} の {line} 行目を読めません',
    en: 'The store of decisions {file} cannot be read at line {line}',
  },
} as const satisfies Readonly<Record<string, FailureText>>;
