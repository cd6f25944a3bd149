import type { FailureText } from './failure-text.js';

export const commandFailures = {
  'usage/arguments': {
    exit: 2,
    ja: '{said}\n使い方: {usage}',
    en: '{said}\nUsage: {usage}',
  },
  'usage/option': {
    exit: 2,
    ja: '{option} に指定できるのは{takes}です',
    en: '{option} takes {takes}',
  },
  'synth-folder': {
    exit: 2,
    ja: '{dir} は空ではありません。架空の町は空のフォルダにだけ作ります（既にあるファイルは上書きしません）。別のフォルダを --out に指定してください。',
    en: '{dir} is not empty. A made-up world goes into an empty folder only, and replaces nothing: give another folder as --out.',
  },
  'no-working-data': {
    exit: 2,
    ja: '作業データがありません（実行が終わっていないか、廃棄済みです）: {dir}',
    en: 'No working data (the run has not finished, or was purged): {dir}',
  },
  'nothing-to-explain': {
    exit: 2,
    ja: '{target} という紐付けも所見もありません（事務:記録番号 または所見番号を指定してください）',
    en: 'No link or finding {target} (give SOURCE:RECORD_ID or the id of a finding)',
  },
} as const satisfies Readonly<Record<string, FailureText>>;
