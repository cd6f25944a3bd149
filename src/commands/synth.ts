import { relative } from 'node:path';
import { jsonOption, requireOption, requireThreads } from './arguments.js';
import { answer, answerJson, type Command } from './command.js';

interface Options {
  out: string;
  residents: number;
  seed: number;
  encoding: 'utf-8' | 'cp932';
  wrongRate: number;
  threads?: number;
  json: boolean;
}

const command: Command<Options> = {
  usage: 'synth',
  title: {
    ja: '正解付きの架空の町を作る',
    en: 'Make a synthetic world with known truth',
  },
  examples: [['synth --out town --residents 3000 --seed 1', { ja: '小さな町を作る', en: 'a small town' }]],
  options: (yargs, text) =>
    jsonOption(yargs, text)
      .option('out', {
        type: 'string',
        demandOption: true,
        describe: text({ ja: '出力先フォルダ', en: 'Output folder' }),
      })
      .option('residents', {
        type: 'number',
        demandOption: true,
        describe: text({ ja: '住民の数', en: 'Number of residents' }),
      })
      .option('seed', { type: 'number', demandOption: true, describe: text({ ja: '乱数の種', en: 'Seed' }) })
      .option('encoding', {
        choices: ['utf-8', 'cp932'] as const,
        default: 'utf-8' as const,
        describe: text({ ja: 'CSVの文字コード', en: 'Encoding of the CSV files' }),
      })
      .option('wrong-rate', {
        type: 'number',
        default: 0.0005,
        describe: text({ ja: '誤った紐付けの割合', en: 'Share of wrong links' }),
      })
      .option('threads', {
        type: 'number',
        describe: text({ ja: 'スレッド数', en: 'Number of threads' }),
      })
      .check(({ residents, seed, wrongRate, threads }) => {
        requireOption(Number.isInteger(residents) && (residents as number) >= 100, '--residents', {
          ja: ' 100 以上の整数',
          en: 'a whole number from 100',
        });
        requireOption(Number.isInteger(seed), '--seed', { ja: '、整数', en: 'a whole number' });
        requireOption((wrongRate as number) >= 0 && (wrongRate as number) <= 0.2, '--wrong-rate', {
          ja: ' 0 から 0.2 まで',
          en: 'a share from 0 to 0.2',
        });
        requireThreads(threads);
        return true;
      }) as never,
  run: async ({ out, residents, seed, encoding, wrongRate, threads, json }, language) => {
    const { synthesise } = await import('../synth/synthesise.js');
    await synthesise({ out, residents, seed, encoding, wrongRate, ...(threads ? { threads } : {}) });
    const pipeline = relative(process.cwd(), `${out}/pipeline.yaml`);
    if (json)
      answerJson({ out, pipeline_file: pipeline, truth: relative(process.cwd(), `${out}/truth.csv`) });
    else
      answer(
        language === 'ja' ? `できました。次: totsugo run ${pipeline}` : `Done. Next: totsugo run ${pipeline}`,
      );
    return 0;
  },
};

export default command;
