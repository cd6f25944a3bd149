#!/usr/bin/env node
import yargs, { type Argv } from 'yargs';
import { hideBin } from 'yargs/helpers';
import check from './commands/check.js';
import { type Command, notice } from './commands/command.js';
import decide from './commands/decide.js';
import evaluate from './commands/evaluate.js';
import explain from './commands/explain.js';
import purge from './commands/purge.js';
import run from './commands/run.js';
import synth from './commands/synth.js';
import { VERSION } from './pipeline/version.js';
import type { Bilingual, Language } from './text/bilingual.js';
import { Failure } from './text/failure.js';

const COMMANDS = [run, check, explain, decide, synth, evaluate, purge] as unknown as readonly Command[];

/** Only the owner may read what a run writes: it is about people. */
process.umask(0o077);

const language = languageOf(process.argv, process.env);
const say = (text: Bilingual) => text[language];

await main().catch((error: unknown) => {
  process.exitCode = error instanceof Failure ? error.exitCode : 1;
  notice(`totsugo: ${error instanceof Failure ? error.say(language) : unexpected(error)}`);
});

async function main(): Promise<void> {
  const program = yargs(hideBin(process.argv))
    .scriptName('totsugo')
    .version(VERSION)
    .locale(language)
    .strict()
    .recommendCommands()
    .wrap(Math.min(110, process.stdout.columns ?? 110))
    .usage(say({ ja: '突合: マイナンバーの紐付けを点検します', en: 'totsugo audits My Number links' }))
    .option('lang', {
      choices: ['ja', 'en'] as const,
      describe: say({ ja: '表示と報告書の言語', en: 'Language of messages and reports' }),
    })
    .demandCommand(1, 1, say({ ja: 'コマンドを指定してください', en: 'Name a command' }))
    .fail((message, error) => {
      throw error instanceof Failure ? error : usageError(message ?? error?.message ?? '', error);
    })
    .exitProcess(false);
  for (const command of COMMANDS) addCommand(program, command);
  await program.parseAsync();
}

function addCommand(program: Argv, command: Command): void {
  program.command(
    command.usage,
    say(command.title),
    (builder) => command.options(builder, say),
    async (args) => {
      try {
        process.exitCode = await command.run(args, language);
      } catch (error) {
        // Thrown inside a handler, yargs would show it as wrong usage.
        process.exitCode = error instanceof Failure ? error.exitCode : 1;
        notice(`totsugo: ${error instanceof Failure ? error.say(language) : unexpected(error)}`);
      }
    },
  );
}

function usageError(message: string, cause: unknown): Failure {
  const hint = { ja: '（totsugo --help をご覧ください）', en: ' (see totsugo --help)' };
  return new Failure(
    'usage',
    { ja: `${message}${hint.ja}`, en: `${message}${hint.en}` },
    { exitCode: 2, cause },
  );
}

/** The kind and place of an error nobody foresaw; its message could quote a value, so it is not shown. */
function unexpected(error: unknown): string {
  const name = error instanceof Error ? error.name : 'error';
  const places =
    error instanceof Error
      ? (error.stack ?? '').split('\n').filter((line) => line.trim().startsWith('at '))
      : [];
  const shown = process.env.TOTSUGO_DEBUG ? [String(error), ...places] : places.slice(0, 3);
  return [say({ ja: `予期しないエラー（${name}）`, en: `unexpected error (${name})` }), ...shown].join('\n');
}

/** --lang wins, then the locale of the environment; Japanese where neither says English. */
function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
  const place = argv.indexOf('--lang');
  const told =
    place >= 0 ? argv[place + 1] : argv.find((arg) => arg.startsWith('--lang='))?.slice('--lang='.length);
  if (told === 'ja' || told === 'en') return told;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.startsWith('en') ? 'en' : 'ja';
}
