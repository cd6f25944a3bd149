import { resolve } from 'node:path';
import { chainSays, examineLog } from '../pipeline/examine-log.js';
import { openRun } from '../pipeline/open-run.js';
import { snakeKeys } from '../text/snake-keys.js';
import { table } from '../text/table.js';
import { jsonOption, runFolder } from './arguments.js';
import { answer, answerJson, type Command } from './command.js';
import { terminalWidth } from './terminal.js';

interface Options {
  run: string;
  all: boolean;
  json: boolean;
}

const command: Command<Options> = {
  usage: 'log <run>',
  title: {
    ja: '監査ログを表示し、書き換え・抜き取り・末尾の切り取り・偽造がないかを確かめる',
    en: 'Show the audit log, and whether a line was changed, taken out, cut off or forged',
  },
  examples: [['log reports/night', { ja: '誰が何をしたか', en: 'who did what' }]],
  options: (yargs, text) =>
    jsonOption(runFolder(yargs, text), text).option('all', {
      type: 'boolean',
      default: false,
      describe: text({ ja: 'ほかの実行の行も表示する', en: 'Show the lines of other runs, too' }),
    }) as never,
  run: async ({ run, all, json }, language) => {
    const dir = resolve(run);
    const { entries, report, failure } = await examineLog(dir, await openRun(dir));
    if (json) {
      answerJson({
        entries: snakeKeys(entries.filter(({ ofRun }) => all || ofRun)),
        intact: failure === null,
        says: failure === null ? chainSays(report) : failure.text,
      });
      return failure?.exitCode ?? 0;
    }
    const head =
      language === 'ja'
        ? ['行', '日時', '操作者', '操作', 'ファイル']
        : ['Line', 'At', 'Who', 'Action', 'File'];
    const rows = entries
      .filter(({ ofRun }) => all || ofRun)
      .map(({ line, at, who, action, path }) => [String(line), at, who, action, path]);
    answer(table([head, ...rows], terminalWidth(), 5));
    if (failure !== null) throw failure;
    answer(`\n${chainSays(report)[language]}`);
    return 0;
  },
};

export default command;
