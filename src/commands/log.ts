import { resolve } from 'node:path';
import { auditKey } from '../pipeline/audit-key.js';
import { brokenChain, readAuditLog } from '../pipeline/audit-log.js';
import { loadPipeline } from '../pipeline/file/load.js';
import { readRun } from '../pipeline/manifest.js';
import { table } from '../text/table.js';
import { runFolder } from './arguments.js';
import { answer, type Command } from './command.js';

interface Options {
  run: string;
}

const command: Command<Options> = {
  usage: 'log <run>',
  title: {
    ja: '監査ログを表示し、書き換えや抜き取りがないかを確かめる',
    en: 'Show the audit log, and whether a line was changed or taken out',
  },
  options: (yargs, text) => runFolder(yargs, text) as never,
  run: async ({ run }, language) => {
    const dir = resolve(run);
    const manifest = await readRun(dir);
    const key = await auditKey(await loadPipeline(manifest.pipeline.path));
    const { entries, brokenAt } = await readAuditLog(dir, key);
    const head =
      language === 'ja'
        ? ['行', '日時', '操作者', '操作', 'ファイル']
        : ['Line', 'At', 'Who', 'Action', 'File'];
    answer(
      table([head, ...entries.map(({ at, who, action, path }, i) => [String(i + 1), at, who, action, path])]),
    );
    if (brokenAt !== null) throw brokenChain(brokenAt);
    answer(
      language === 'ja' ? '\nすべての行がつながっています' : '\nEvery line carries on from the one before',
    );
    return 0;
  },
};

export default command;
