import { resolve } from 'node:path';
import { jsonOption } from './arguments.js';
import { answer, answerJson, type Command } from './command.js';

interface Options {
  file: string;
  write?: string;
  key?: string;
  kind?: 'register' | 'link';
  layout?: string;
  json: boolean;
}

const command: Command<Options> = {
  usage: 'inspect <file>',
  title: {
    ja: '未知のファイルを調べ、パイプラインの記述を提案する',
    en: 'Look at an unknown export and propose a source block for it',
  },
  examples: [
    ['inspect data/cards.csv', { ja: '記述の案を見る', en: 'see a proposal' }],
    [
      'inspect data/cards.csv --key cards --write audit.yaml',
      { ja: 'パイプラインファイルに加える', en: 'add it to a pipeline file' },
    ],
    [
      'inspect data/host.dat --layout data/layout.xlsx',
      { ja: '固定長の項目をレイアウト表から', en: 'fixed width, by a description of the record' },
    ],
  ],
  options: (yargs, text) =>
    jsonOption(yargs, text)
      .positional('file', {
        type: 'string',
        demandOption: true,
        describe: text({ ja: '調べるファイル', en: 'File to look at' }),
      })
      .option('write', {
        type: 'string',
        describe: text({
          ja: '提案を書き加えるパイプラインファイル（コメントは残ります）',
          en: 'Pipeline file to add the block to; its comments are kept',
        }),
      })
      .option('key', {
        type: 'string',
        describe: text({
          ja: '事務の名前（既定: ファイル名から）',
          en: 'Name of the source (default: from the file name)',
        }),
      })
      .option('kind', {
        choices: ['register', 'link'] as const,
        describe: text({
          ja: '住民基本台帳か事務のファイルか（既定: 列から判断）',
          en: 'Whether it is the register or a source of links (default: told by its columns)',
        }),
      })
      .option('layout', {
        type: 'string',
        describe: text({
          ja: '固定長のレイアウト表（項目名と開始位置か桁数。CSV・TSV・ブック。既定: 同じフォルダにある、長さの合うもの）',
          en: 'Table of the fields of a fixed-width record: names with places or lengths; CSV, TSV or workbook (default: one beside the file that fits)',
        }),
      }) as never,
  run: async ({ file, write, key, kind, layout, json }, language) => {
    const { inspectFile, inspectionJson, keyOf, renderInspection, writeIntoPipeline } = await import(
      '../inspect/index.js'
    );
    const inspection = await inspectFile(resolve(file), kind, layout);
    const name = key ?? keyOf(file);
    const place = write ? await writeIntoPipeline(inspection, resolve(write), name, language) : null;
    if (json) answerJson({ ...inspectionJson(inspection), written: place });
    else if (place === null) answer(renderInspection(inspection, name, file, language));
    else answer(language === 'ja' ? `${write} に ${place} を書き加えました` : `Added ${place} to ${write}`);
    return 0;
  },
};

export default command;
