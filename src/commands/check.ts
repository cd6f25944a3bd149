import type { Stage } from '../pipeline/context.js';
import type { InputSpec, PipelineFile } from '../pipeline/pipeline-file.js';
import type { Language } from '../text/bilingual.js';
import { table } from '../text/table.js';
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
    const { loadPipeline } = await import('../pipeline/load.js');
    const pipeline = await loadPipeline(path);
    await preflightPipeline(pipeline);
    const { STAGES } = await import('../pipeline/stages.js');
    answer(planText(pipeline, STAGES, language));
    return 0;
  },
};

export default command;

function planText(pipeline: PipelineFile, stages: readonly Stage[], language: Language): string {
  const ja = language === 'ja';
  const row = (spec: InputSpec, via: string) => [
    spec.id,
    spec.files.join(', '),
    spec.format,
    spec.encoding,
    via,
    String(Object.keys(spec.columns).length),
  ];
  return [
    `${ja ? 'パイプライン' : 'Pipeline'}: ${pipeline.name}`,
    '',
    table([
      ja
        ? ['入力', 'ファイル', '形式', '文字コード', '紐付け', '項目']
        : ['Input', 'Files', 'Format', 'Encoding', 'Tied by', 'Items'],
      row(pipeline.register, '-'),
      ...pipeline.links.map((spec) => row(spec, spec.via)),
    ]),
    '',
    `${ja ? '段階' : 'Stages'}: ${stages.map(({ title }) => title[language]).join(' → ')}`,
    ja ? '問題はありません。' : 'Nothing stands in the way.',
  ].join('\n');
}
