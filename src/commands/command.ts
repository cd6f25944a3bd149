import type { ArgumentsCamelCase, Argv } from 'yargs';
import { maskPrinted } from '../audit/mask.js';
import type { Bilingual, Language } from '../text/bilingual.js';
import { printable } from '../text/printable.js';

/** A command of the program; `run` gives the exit code. */
export interface Command<Options = Record<string, unknown>> {
  readonly usage: string;
  readonly title: Bilingual;
  readonly options: (yargs: Argv, text: (text: Bilingual) => string) => Argv<Options>;
  readonly run: (args: ArgumentsCamelCase<Options>, language: Language) => Promise<number>;
}

/** The answer goes to stdout, everything else to stderr; neither shows what could be a My Number. */
export function answer(text: string): void {
  process.stdout.write(terminalText(text.endsWith('\n') ? text : `${text}\n`));
}

/** The answer as one JSON document, in which only texts are masked: a long decimal is a number of ours. */
export function answerJson(value: unknown): void {
  const json = JSON.stringify(value, (_, part) => (typeof part === 'string' ? maskPrinted(part) : part), 2);
  process.stdout.write(printable(`${json}\n`));
}

export function notice(text: string): void {
  process.stderr.write(terminalText(`${text}\n`));
}

function terminalText(text: string): string {
  return printable(maskPrinted(text));
}
