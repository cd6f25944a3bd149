import type { ArgumentsCamelCase, Argv } from 'yargs';
import type { Bilingual, Language } from '../text/bilingual.js';
import { printable } from '../text/printable.js';

/** A command of the program; `run` gives the exit code. */
export interface Command<Options = Record<string, unknown>> {
  readonly usage: string;
  readonly title: Bilingual;
  readonly options: (yargs: Argv, text: (text: Bilingual) => string) => Argv<Options>;
  readonly run: (args: ArgumentsCamelCase<Options>, language: Language) => Promise<number>;
}

/** The answer goes to stdout, everything else to stderr. */
export function answer(text: string): void {
  process.stdout.write(printable(text.endsWith('\n') ? text : `${text}\n`));
}

export function notice(text: string): void {
  process.stderr.write(printable(`${text}\n`));
}
