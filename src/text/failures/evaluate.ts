import type { FailureText } from './failure-text.js';

export const evaluateFailures = {
  'evaluate-nothing-settled': {
    exit: 2,
    ja: '{file} には、この実行の所見について確定した判断がまだありません。正解があるときは --truth truth.csv を指定してください',
    en: 'In {file} nothing of this run has been settled yet; where the truth is known, give --truth truth.csv',
  },
  'evaluate-unreadable': {
    exit: 2,
    ja: '{path} を正解ファイルとして、または実行結果を読めません',
    en: '{path} cannot be read as a truth file, or the run’s outputs cannot be read',
  },
  'evaluate-missing-file': {
    exit: 2,
    ja: 'ファイルがありません: {path}',
    en: 'There is no such file: {path}',
  },
  'evaluate-truth-columns': {
    exit: 2,
    ja: '正解ファイル {path} に列がありません: {columns}',
    en: 'The truth file {path} lacks columns: {columns}',
  },
} as const satisfies Readonly<Record<string, FailureText>>;
