import { answer, type Command } from './command.js';

interface Options {
  pipeline: string;
}

const command: Command<Options> = {
  usage: 'check <pipeline>',
  title: {
    ja: 'パイプラインと入力を確かめ、計画を示す（何も書かない）',
    en: 'Check the pipeline file and its inputs, show the plan; writes nothing',
  },
  options: (yargs, text) =>
    yargs.positional('pipeline', {
      type: 'string',
      demandOption: true,
      describe: text({ ja: 'パイプラインファイル（YAML）', en: 'Pipeline file (YAML)' }),
    }) as never,
  run: async ({ pipeline: path }, language) => {
    const { preflightPipeline } = await import('../pipeline/preflight.js');
    const { loadPipeline } = await import('../pipeline/file/load.js');
    const pipeline = await loadPipeline(path);
    const notes = await preflightPipeline(pipeline);
    const { STAGES } = await import('../pipeline/stages.js');
    const { planOf } = await import('../pipeline/plan.js');
    const { planText } = await import('../pipeline/plan-text.js');
    answer(planText(pipeline, await planOf(pipeline, 'reports'), STAGES, notes, language));
    return 0;
  },
};

export default command;
