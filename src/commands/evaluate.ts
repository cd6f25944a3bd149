import { answer, type Command } from './command.js';

interface Options {
  run: string;
  truth: string;
  json: boolean;
}

const command: Command<Options> = {
  usage: 'evaluate <run>',
  title: {
    ja: '正解と比べて、実行結果の精度を測る',
    en: 'Measure a run against known truth',
  },
  options: (yargs, text) =>
    yargs
      .positional('run', {
        type: 'string',
        demandOption: true,
        describe: text({ ja: '実行結果のフォルダ', en: 'Folder of the run' }),
      })
      .option('truth', {
        type: 'string',
        demandOption: true,
        describe: text({ ja: 'truth.csv', en: 'truth.csv' }),
      })
      .option('json', {
        type: 'boolean',
        default: false,
        describe: text({ ja: '結果をJSONで標準出力へ', en: 'Print the result as one JSON document' }),
      }) as never,
  run: async ({ run, truth, json }, language) => {
    const { evaluate, formatEvaluation } = await import('../evaluate/index.js');
    const evaluation = await evaluate(run, truth, language);
    answer(json ? JSON.stringify(evaluation, null, 2) : formatEvaluation(evaluation, language));
    return 0;
  },
};

export default command;
