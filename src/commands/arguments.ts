import type { Argv } from 'yargs';
import type { Bilingual } from '../text/bilingual.js';
import { Failure } from '../text/failure.js';
import { isRealDate } from '../text/iso-date.js';

type Say = (text: Bilingual) => string;

/** The folder that `explain`, `decide`, `evaluate` and `purge` take first. */
export function runFolder(yargs: Argv, text: Say): Argv {
  return yargs.positional('run', {
    type: 'string',
    demandOption: true,
    describe: text({ ja: '実行結果のフォルダ', en: 'Folder of the run' }),
  });
}

export function jsonOption(yargs: Argv, text: Say): Argv {
  return yargs.option('json', {
    type: 'boolean',
    default: false,
    describe: text({ ja: '結果をJSONで標準出力へ', en: 'Print the result as one JSON document' }),
  });
}

/** Wrong usage, with what the option takes, where the value given does not hold. */
export function requireOption(holds: boolean, option: string, takes: Bilingual): void {
  if (holds) return;
  throw new Failure('usage/option', { values: { option, takes } });
}

export function requireDate(option: string, text: string | undefined): void {
  requireOption(text === undefined || isRealDate(text), option, {
    ja: '、2023-06-22 の形の、実在する日付',
    en: 'a real date, written as 2023-06-22',
  });
}

export function requireThreads(count: number | undefined): void {
  requireOption(count === undefined || (Number.isInteger(count) && count >= 1), '--threads', {
    ja: ' 1 以上の整数',
    en: 'a whole number from 1',
  });
}

export function requireMemory(text: string | undefined): void {
  const size = /^\d+(\.\d+)?\s*(KB|MB|GB|TB|KiB|MiB|GiB|TiB)$/i;
  requireOption(text === undefined || size.test(text), '--memory', {
    ja: '、4GB や 512MB のような大きさ',
    en: 'a size such as 4GB or 512MB',
  });
}
