import type { Readable, Writable } from 'node:stream';
import { isCancel } from '@clack/prompts';
import { exitCodeOf } from '../../pipeline/stop.js';
import type { Bilingual, Language } from '../../text/bilingual.js';
import { notice } from '../command.js';

/** Where questions are asked and answered. */
export interface Terminal {
  readonly input: Readable;
  readonly output: Writable;
  readonly columns: number;
}

/** Questions go to the error output: the answer of the command is the plan at its end. */
export const HERE: Terminal = {
  input: process.stdin,
  output: process.stderr,
  columns: process.stderr.columns ?? 80,
};
export const say = (language: Language, ja: string, en: string) => (language === 'ja' ? ja : en);

const STOPPED: Bilingual = {
  ja: '取りやめました。何も書いていません。',
  en: 'Stopped; nothing was written.',
};

/** The answer, or the end of the program where there is none. */
export async function answered<T>(asked: Promise<T>): Promise<Exclude<T, symbol>> {
  const value = await asked;
  if (!isCancel(value)) return value as Exclude<T, symbol>;
  notice(`${STOPPED.ja} / ${STOPPED.en}`);
  process.exit(exitCodeOf('SIGINT'));
}
