import { resolve } from 'node:path';
import { answer, type Command } from './command.js';

interface Options {
  file: string;
  write?: string;
  key?: string;
}

const command: Command<Options> = {
  usage: 'inspect <file>',
  title: {
    ja: '未知のファイルを調べ、パイプラインの記述を提案する',
    en: 'Look at an unknown export and propose a source block for it',
  },
  options: (yargs, text) =>
    yargs
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
          ja: '業務の名前（既定: ファイル名から）',
          en: 'Name of the source (default: from the file name)',
        }),
      }) as never,
  run: async ({ file, write, key }, language) => {
    const { inspectFile, renderInspection, writeIntoPipeline } = await import('../inspect/index.js');
    const inspection = await inspectFile(resolve(file));
    const name = key ?? nameOf(file);
    if (!write) {
      answer(renderInspection(inspection, name, file, language));
      return 0;
    }
    const place = await writeIntoPipeline(inspection, resolve(write), name, language);
    answer(language === 'ja' ? `${write} に ${place} を書き加えました` : `Added ${place} to ${write}`);
    return 0;
  },
};

export default command;

/** A source's name from a file name: letters, digits, hyphen and underscore of its stem. */
function nameOf(file: string): string {
  const stem = file.split(/[\\/]/).at(-1)!.split('.')[0]!;
  return (
    stem
      .toLowerCase()
      .replace(/[^a-z0-9_-]+/g, '-')
      .replace(/^-+|-+$/g, '') || 'source'
  );
}
