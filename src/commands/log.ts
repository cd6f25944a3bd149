import { resolve } from 'node:path';
import { chainSays, examineLog } from '../pipeline/examine-log.js';
import { openRun } from '../pipeline/open-run.js';
import { table } from '../text/table.js';
import { runFolder } from './arguments.js';
import { answer, type Command } from './command.js';

interface Options {
  run: string;
  all: boolean;
}

const command: Command<Options> = {
  usage: 'log <run>',
  title: {
    ja: '監査ログを表示し、書き換え・抜き取り・末尾の切り取り・偽造がないかを確かめる',
    en: 'Show the audit log, and whether a line was changed, taken out, cut off or forged',
  },
  examples: [['log reports/night', { ja: '誰が何をしたか', en: 'who did what' }]],
  options: (yargs, text) =>
    runFolder(yargs, text).option('all', {
      type: 'boolean',
      default: false,
      describe: text({ ja: 'ほかの実行の行も表示する', en: 'Show the lines of other runs, too' }),
    }) as never,
  run: async ({ run, all }, language) => {
    const dir = resolve(run);
    const { entries, report, failure } = await examineLog(dir, await openRun(dir));
    const head =
      language === 'ja'
        ? ['行', '日時', '操作者', '操作', 'ファイル']
        : ['Line', 'At', 'Who', 'Action', 'File'];
    const rows = entries
      .filter(({ ofRun }) => all || ofRun)
      .map(({ line, at, who, action, path }) => [String(line), at, who, action, path]);
    answer(table([head, ...rows]));
    if (failure !== null) throw failure;
    answer(`\n${chainSays(report)[language]}`);
    return 0;
  },
};

export default command;
