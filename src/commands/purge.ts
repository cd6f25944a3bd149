import { join, resolve } from 'node:path';
import { purgeRun } from '../pipeline/purge.js';
import { jsonOption, runFolder } from './arguments.js';
import { answer, answerJson, type Command, notice } from './command.js';

interface Options {
  run: string;
  json: boolean;
}

const command: Command<Options> = {
  usage: 'purge <run>',
  title: {
    ja: '作業データを復元できないように廃棄し、廃棄記録を残す',
    en: 'Dispose of working data for good and leave a disposal record',
  },
  examples: [['purge reports/night', { ja: '作業データを消す', en: 'dispose of working data' }]],
  options: (yargs, text) => jsonOption(runFolder(yargs, text), text) as never,
  run: async ({ run, json }, language) => {
    const { files, bytes, unlogged, uncleared } = await purgeRun(resolve(run));
    if (unlogged) notice(`${UNLOGGED[language]}${unlogged.say(language)}`);
    if (uncleared) notice(`${UNCLEARED[language]}${uncleared.say(language)}`);
    const record = join(run, 'disposal.json');
    if (json) answerJson({ files, bytes, record, logged: unlogged === null });
    else if (files === 0) answer(`${NOTHING_LEFT[language]}${record}`);
    else
      answer(
        language === 'ja'
          ? `作業データ ${files} ファイル（${bytes} バイト）を廃棄しました。廃棄記録: ${record}`
          : `Disposed of ${files} working files (${bytes} bytes). Record: ${record}`,
      );
    return 0;
  },
};

export default command;

const UNLOGGED = {
  ja: '廃棄しましたが、監査ログに書き足せませんでした（廃棄記録 disposal.json だけが残ります）。',
  en: 'Disposed of, but the audit log could not be carried on (disposal.json alone tells of it). ',
};
const UNCLEARED = {
  ja: 'クラスタに残っていたデータは廃棄しましたが、作業スキーマの名前を消せませんでした。',
  en: 'What was left on the cluster is disposed of, but the names of its tables are still there. ',
};
const NOTHING_LEFT = {
  ja: '廃棄する作業データは残っていません。廃棄記録: ',
  en: 'Nothing is left to dispose of. Record: ',
};
