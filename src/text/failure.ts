import { type Bilingual, fill, type Language } from './bilingual.js';
import type { FailureText } from './failures/failure-text.js';
import { codeOf, FAILURES, type FailureKey } from './failures/index.js';

/** 1 failed while running; 2 wrong usage, pipeline file or input; 4 another run holds the folder; 130 and 143 by a signal. */
export type ExitCode = 1 | 2 | 4 | 130 | 143;

interface FailureOptions {
  readonly exitCode?: ExitCode;
  readonly values?: Values;
  readonly cause?: unknown;
  /** In place of the words of the key: what several failures say together (`with`). */
  readonly said?: Bilingual;
}

type Values = Readonly<Record<string, string | number | Bilingual>>;

function filled(text: Bilingual, values: Values): Bilingual {
  const say = (language: Language) => {
    const said = Object.entries(values).map(([name, value]): [string, string | number] => [
      name,
      typeof value === 'object' ? value[language] : value,
    ]);
    return fill(text, Object.fromEntries(said))[language];
  };
  return { ja: say('ja'), en: say('en') };
}

/**
 * The one error class of the program. `code` is stable and machine-readable, `text` is what a person reads.
 * A text names places (file, line, column, item), never a record's value.
 */
export class Failure extends Error {
  private readonly key: FailureKey;
  readonly code: string;
  readonly text: Bilingual;
  readonly exitCode: ExitCode;

  /** @param key one of `FAILURES`. A value may itself be in both languages. */
  constructor(key: FailureKey, options: FailureOptions = {}) {
    const { exit, ...words }: FailureText = FAILURES[key];
    const text = options.said ?? filled(words, options.values ?? {});
    super(text.en, { cause: options.cause });
    this.name = 'Failure';
    this.key = key;
    this.code = codeOf(key);
    this.text = text;
    this.exitCode = options.exitCode ?? exit ?? 1;
  }

  /** This failure and others as one: its code, and what each says, one a line. */
  with(others: readonly Failure[]): Failure {
    const all = [this, ...others];
    const lines = (language: Language) => all.map((failure) => failure.say(language)).join('\n');
    const { key, exitCode } = this;
    return new Failure(key, { said: { ja: lines('ja'), en: lines('en') }, exitCode, cause: this });
  }

  say(language: Language): string {
    return this.text[language];
  }
}

/** A failure as it arrives from another thread, which knows its properties and not its class; anything else as it is. */
export function revived(
  error: Error & Partial<Pick<Failure, 'text' | 'exitCode'>> & { readonly key?: FailureKey },
): Error {
  const { name, key, text, exitCode } = error;
  if (name !== 'Failure' || !key || !text || !exitCode) return error;
  return new Failure(key, { said: text, exitCode, cause: error });
}

/** What a text says as JSON, or null where it is none. */
export function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
