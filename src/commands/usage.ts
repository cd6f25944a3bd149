import type { Language } from '../text/bilingual.js';
import { Failure } from '../text/failure.js';
import { suggestion } from '../text/problem.js';
import type { Command } from './command.js';
import { COMMAND_NAMES } from './index.js';

/** What yargs says, or that there is no command as `written`; and how the command is used. */
export function usageError(
  commands: readonly Command[],
  written: string | undefined,
  message: string,
  cause: unknown,
): Failure {
  const named = commands.find(({ usage }) => usage.split(' ')[0] === written);
  const usage = `totsugo ${named ? `${named.usage} [--help]` : '--help'}`;
  const said = (language: Language) =>
    !named && written && !written.startsWith('-')
      ? UNKNOWN_COMMAND[language](written) + suggestion(written, COMMAND_NAMES)[language]
      : message;
  return new Failure('usage/arguments', {
    values: { said: { ja: said('ja'), en: said('en') }, usage },
    cause,
  });
}

const UNKNOWN_COMMAND = {
  ja: (written: string) => `「${written}」というコマンドはありません。`,
  en: (written: string) => `Unknown command "${written}". `,
};

/** Where the words of yargs are those of its makers, not of its users. */
export const YARGS_WORDS: Readonly<
  Record<Language, Record<string, string | { one: string; other: string }>>
> = {
  ja: {
    'Not enough non-option arguments: got %s, need at least %s': plural(
      '引数が足りません（%s 個。必要なのは %s 個）',
    ),
    'Invalid values:': '使えない値です:',
    'Argument: %s, Given: %s, Choices: %s': '--%s: %s は使えません。使えるのは %s です',
    'Missing required argument: %s': plural('必須のオプションがありません: %s'),
    'Unknown argument: %s': plural('この引数は使えません: %s'),
    'choices:': '次のいずれか:',
    'Positionals:': '引数:',
  },
  en: {
    'Not enough non-option arguments: got %s, need at least %s': plural(
      'Arguments are missing: %s given, %s needed',
    ),
    'Invalid values:': 'Not allowed:',
    'Argument: %s, Given: %s, Choices: %s': '--%s: %s is none of %s',
    'Missing required argument: %s': plural('Missing options: %s'),
    'Unknown argument: %s': plural('Unknown argument: %s'),
  },
};

function plural(text: string): { one: string; other: string } {
  return { one: text, other: text };
}
