import { jsonOption } from './arguments.js';
import { answer, answerJson, type Command } from './command.js';
import { terminalWidth } from './terminal.js';

interface Options {
  pipeline: string;
  json: boolean;
}

const command: Command<Options> = {
  usage: 'check <pipeline>',
  title: {
    ja: 'パイプラインと入力を確かめ、計画を示す（何も書かない）',
    en: 'Check the pipeline file and its inputs, show the plan; writes nothing',
  },
  examples: [
    ['check audit.yaml', { ja: '実行の前に確かめる', en: 'before a run' }],
    ['check audit.yaml --json', { ja: '監視の仕組みに渡す', en: 'for monitoring' }],
  ],
  options: (yargs, text) =>
    jsonOption(yargs, text).positional('pipeline', {
      type: 'string',
      demandOption: true,
      describe: text({ ja: 'パイプラインファイル（YAML）', en: 'Pipeline file (YAML)' }),
    }) as never,
  run: async ({ pipeline: path, json }, language) => {
    const { checkAll } = await import('../pipeline/check-all.js');
    const checked = await checkAll(path);
    const { STAGES } = await import('../pipeline/stages.js');
    if (json) {
      const { planJson } = await import('../pipeline/plan-json.js');
      answerJson(planJson(checked, STAGES));
      return 0;
    }
    const { planText } = await import('../pipeline/plan-text.js');
    answer(planText(checked, STAGES, terminalWidth(), language));
    return 0;
  },
};

export default command;
