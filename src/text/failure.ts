import { type Bilingual, fill, type Language } from './bilingual.js';

/** 1 failed while running; 2 wrong usage, pipeline file or input; 4 another run holds the folder. */
export type ExitCode = 1 | 2 | 4;

/**
 * The one error class of the program. `code` is stable and machine-readable, `text` is what a person reads.
 * A text names places (file, line, column, item), never a record's value.
 */
export class Failure extends Error {
  readonly code: string;
  readonly text: Bilingual;
  readonly exitCode: ExitCode;

  constructor(
    code: string,
    text: Bilingual,
    options: {
      exitCode?: ExitCode;
      values?: Readonly<Record<string, string | number>>;
      cause?: unknown;
    } = {},
  ) {
    const filled = fill(text, options.values ?? {});
    super(filled.en, { cause: options.cause });
    this.name = 'Failure';
    this.code = code;
    this.text = filled;
    this.exitCode = options.exitCode ?? 1;
  }

  say(language: Language): string {
    return this.text[language];
  }
}

/** What a text says as JSON, or null where it is none. */
export function json(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
