#!/usr/bin/env node
import yargs, { type Argv } from 'yargs';
import { hideBin } from 'yargs/helpers';
import { maskNumbers } from './audit/mask.js';
import { type Command, notice, told } from './commands/command.js';
import { commandsOf } from './commands/index.js';
import { usageError, YARGS_WORDS } from './commands/usage.js';
import { exitCodeOf, onStop } from './pipeline/stop.js';
import { VERSION } from './pipeline/version.js';
import type { Bilingual, Language } from './text/bilingual.js';
import { Failure } from './text/failure.js';
import { machineRefusal } from './text/machine-refusal.js';
import { withoutQuotes } from './text/without-quotes.js';

/** Only the owner may read what a run writes: it is about people. */
process.umask(0o077);

const language = languageOf(process.argv, process.env);
const say = (text: Bilingual) => text[language];

const STOPPED: Bilingual = {
  ja: '中断しました。書きかけのファイルはありません。もう一度同じコマンドを実行してください。',
  en: 'Interrupted; no file is half written. Give the command again.',
};

// A command that can end in order listens, too, and is asked before this: every other one leaves whole files anyway.
const unlisten = onStop((signal) => {
  notice(say(STOPPED), { level: 'warn', event: 'interrupted' });
  process.exit(exitCodeOf(signal));
});

await main().catch(fail);
unlisten();

async function main(): Promise<void> {
  const args = hideBin(process.argv);
  const commands = await commandsOf(args);
  const program = yargs(args)
    .scriptName('totsugo')
    .version(VERSION)
    .locale(language)
    .updateStrings(YARGS_WORDS[language] as never)
    .strict()
    .parserConfiguration({ 'boolean-negation': false })
    .wrap(Math.min(110, process.stdout.columns ?? 110))
    .usage(say({ ja: '突合: マイナンバーの紐付けを点検します', en: 'totsugo audits My Number links' }))
    .option('lang', {
      choices: ['ja', 'en'] as const,
      describe: say({ ja: '表示と報告書の言語', en: 'Language of messages and reports' }),
    })
    .option('log-format', {
      choices: ['text', 'json'] as const,
      describe: say({
        ja: '標準エラー出力の進捗・注意・エラーの形（json: 1 行に 1 オブジェクト）',
        en: 'Form of progress, warnings and errors on standard error (json: one object a line)',
      }),
    })
    .demandCommand(1, 1, say({ ja: 'コマンドを指定してください', en: 'Name a command' }))
    .fail((message, error) => {
      throw error instanceof Failure
        ? error
        : usageError(commands, args[0], message ?? error?.message ?? '', error);
    })
    .exitProcess(false);
  for (const command of commands) addCommand(program, command);
  await program.parseAsync();
}

function addCommand(program: Argv, command: Command): void {
  program.command(
    command.usage,
    say(command.title),
    (builder) => {
      for (const [typed, does] of command.examples) builder.example(`totsugo ${typed}`, say(does));
      if (command.epilogue) builder.epilogue(say(command.epilogue));
      return command.options(builder, say);
    },
    async (args) => {
      try {
        process.exitCode = await command.run(args, language, program);
      } catch (error) {
        // Thrown on, yargs would take it for wrong usage.
        fail(error);
      }
    },
  );
}

function fail(error: unknown): void {
  process.exitCode = error instanceof Failure ? error.exitCode : 1;
  const said = maskNumbers(error instanceof Failure ? error.say(language) : unexpected(error));
  const code = error instanceof Failure ? error.code : 'unexpected';
  notice(`totsugo: ${said}`, { level: 'error', event: 'failed', code, exit_code: process.exitCode });
  // What was interrupted may not have let go yet; all that had to be written is.
  if (error instanceof Failure && error.exitCode > 128) process.exit(error.exitCode);
}

/** The kind and place of an error nobody foresaw; its message could quote a value, so it is not shown. */
function unexpected(error: unknown): string {
  const refusal = machineRefusal(error);
  if (refusal !== null && !process.env.TOTSUGO_DEBUG) return say(refusal);
  const name = error instanceof Error ? error.name : 'error';
  const stack = error instanceof Error ? (error.stack ?? '') : '';
  const places = stack.split('\n').filter((line) => line.trim().startsWith('at '));
  const more = say({
    ja: '    詳しくは環境変数 TOTSUGO_DEBUG=1 で（記録の値は伏せます）',
    en: '    For details set TOTSUGO_DEBUG=1 (values of records stay hidden)',
  });
  const shown = process.env.TOTSUGO_DEBUG
    ? [withoutQuotes(String(error)), ...places]
    : [...places.slice(0, 3), more];
  return [say({ ja: `予期しないエラー（${name}）`, en: `unexpected error (${name})` }), ...shown].join('\n');
}

/** --lang wins, then the locale of the environment; Japanese where neither says English. */
function languageOf(argv: readonly string[], env: NodeJS.ProcessEnv): Language {
  const named = told(argv, 'lang');
  if (named === 'ja' || named === 'en') return named;
  const locale = env.LC_ALL || env.LC_MESSAGES || env.LANG || '';
  return locale.startsWith('en') ? 'en' : 'ja';
}
