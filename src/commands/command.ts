import type { ArgumentsCamelCase, Argv } from 'yargs';
import { maskPrinted } from '../audit/mask.js';
import { now } from '../pipeline/clock.js';
import type { Bilingual, Language } from '../text/bilingual.js';
import { printable } from '../text/printable.js';

/** A command of the program; `run` gives the exit code. */
export interface Command<Options = Record<string, unknown>> {
  readonly usage: string;
  readonly title: Bilingual;
  /** What to type after `totsugo`, and what it does: shown by --help. */
  readonly examples: readonly (readonly [string, Bilingual])[];
  /** What --help says below the options. */
  readonly epilogue?: Bilingual;
  readonly options: (yargs: Argv, text: (text: Bilingual) => string) => Argv<Options>;
  readonly run: (args: ArgumentsCamelCase<Options>, language: Language, program: Argv) => Promise<number>;
}

/** Looked up before the arguments are read: what is wrong with them is told in it, too. */
const LOG_FORMAT = told(process.argv, 'log-format');

/** The value of an option as it stands on the command line. */
export function told(argv: readonly string[], option: string): string | undefined {
  const place = argv.indexOf(`--${option}`);
  if (place >= 0) return argv[place + 1];
  return argv.find((arg) => arg.startsWith(`--${option}=`))?.slice(option.length + 3);
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

/** What a log line tells beside its text, for machines. */
export interface About {
  readonly level?: 'info' | 'warn' | 'error';
  readonly event?: string;
  readonly [detail: string]: unknown;
}

/** One line of progress, warning or failure: its text, or with `--log-format json` one JSON object. */
export function notice(text: string, { level = 'info', event = 'notice', ...details }: About = {}): void {
  if (LOG_FORMAT !== 'json') {
    process.stderr.write(terminalText(`${text}\n`));
    return;
  }
  const line = { at: now().toISOString(), level, event, ...details, text };
  const masked = JSON.stringify(line, (_, part) => (typeof part === 'string' ? maskPrinted(part) : part));
  process.stderr.write(printable(`${masked}\n`));
}

/** Whether progress is drawn over one line of a terminal. */
export const DRAWS = process.stderr.isTTY === true && LOG_FORMAT !== 'json';

function terminalText(text: string): string {
  return printable(maskPrinted(text));
}
