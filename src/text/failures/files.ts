import type { FailureText } from './failure-text.js';

export const fileFailures = {
  held: {
    exit: 4,
    ja: '別の実行が使用中です（プロセス {pid}、{host}、開始 {started}）。ロック: {lock}。そのプロセスが終われば自動で外れます。ファイルを消す必要はありません。',
    en: 'Another run holds it (process {pid} on {host}, started {started}). Lock: {lock}. It is freed when that process ends; the file need not be removed.',
  },
  'lock-damaged': {
    exit: 4,
    ja: 'ロックファイル {lock} が壊れているため、使用中かどうか分かりません。ほかに実行中のものがないことを確かめてから、このファイルを消してください。',
    en: 'The lock file {lock} is damaged, so it cannot be told whether somebody holds it. Make sure that nothing runs, then remove the file.',
  },
  'not-a-file': {
    exit: 2,
    ja: '{path} は通常のファイルではありません（フォルダ・パイプ・デバイスは読めません）。',
    en: '{path} is not a regular file: folders, pipes and devices are not read.',
  },
  'file-too-large': {
    exit: 2,
    ja: '{path} は大きすぎます（この種のファイルは {limit} MB まで）。',
    en: '{path} is too large: a file of this kind has at most {limit} MB.',
  },
} as const satisfies Readonly<Record<string, FailureText>>;
