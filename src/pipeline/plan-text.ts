import type { LinkSpec, PipelineFile } from '../audit/pipeline-file.js';
import type { Bilingual, Language } from '../text/bilingual.js';
import { fill } from '../text/bilingual.js';
import { sizeText } from '../text/size.js';
import { table } from '../text/table.js';
import type { Stage } from './context.js';
import type { Plan } from './plan.js';

/** The plan of a run as `check` prints it. */
export function planText(
  pipeline: PipelineFile,
  plan: Plan,
  stages: readonly Stage[],
  notes: readonly Bilingual[],
  language: Language,
): string {
  const say = (text: Bilingual, values: Readonly<Record<string, string | number>> = {}) =>
    fill(text, values)[language];
  const need = (text: Bilingual, { expected, free }: Plan['memory']) =>
    say(text, { expected: sizeText(expected), free: sizeText(free) });
  return [
    `${say(PIPELINE)}: ${pipeline.name}`,
    '',
    table([HEADS.map((head) => say(head)), ...rows(plan)]),
    '',
    `${say(STAGES)}: ${stages.map(({ title }) => title[language]).join(' → ')}`,
    need(DISK, plan.disk),
    need(MEMORY, plan.memory),
    say(HOW),
    ...(plan.disk.expected > plan.disk.free ? [say(TIGHT)] : []),
    ...notes.map((note) => `${say(BEWARE)}${note[language]}`),
    say(notes.length > 0 ? FINE_BUT : FINE),
  ].join('\n');
}

function rows({ inputs }: Plan): string[][] {
  return inputs.flatMap(({ spec, files }) =>
    files.map(({ path, bytes, rows: estimated }, index) => [
      index === 0 ? spec.id : '',
      path,
      sizeText(bytes),
      estimated === null ? '?' : thousands(estimated),
      spec.format,
      spec.encoding,
      index === 0 ? ((spec as Partial<LinkSpec>).via ?? '-') : '',
      index === 0 ? String(Object.keys(spec.columns).length) : '',
    ]),
  );
}

function thousands(value: number): string {
  return value.toLocaleString('en-US');
}

const PIPELINE = { ja: 'パイプライン', en: 'Pipeline' };
const HEADS: readonly Bilingual[] = [
  { ja: '入力', en: 'Input' },
  { ja: 'ファイル', en: 'File' },
  { ja: '大きさ', en: 'Size' },
  { ja: '推定行数', en: 'Rows, about' },
  { ja: '形式', en: 'Format' },
  { ja: '文字コード', en: 'Encoding' },
  { ja: '紐付け', en: 'Tied by' },
  { ja: '項目', en: 'Items' },
];
const STAGES = { ja: '段階', en: 'Stages' };
const DISK = {
  ja: 'ディスク: 約 {expected}（空き {free}）',
  en: 'Disk: about {expected} ({free} free)',
};
const MEMORY = {
  ja: 'メモリ: 約 {expected}（空き {free}）。--memory でデータベースの分を抑えられます。',
  en: 'Memory: about {expected} ({free} free); --memory bounds the share of the database.',
};
const HOW = {
  ja: '行数は各ファイルの先頭 1 MB と大きさから、ディスクとメモリはファイルの大きさから実測の比で見積もっています。',
  en: 'Rows are estimated from the first megabyte of each file and its size; disk and memory from the sizes, by ratios measured before.',
};
const TIGHT = {
  ja: '注意: ディスクの空きが足りないおそれがあります。',
  en: 'Beware: there may not be enough free disk.',
};
const BEWARE = { ja: '注意: ', en: 'Beware: ' };
const FINE_BUT = {
  ja: 'このまま実行できますが、上の注意を確かめてください。',
  en: 'It can be run as it is, but see what to beware of above.',
};
const FINE = { ja: '問題はありません。', en: 'Nothing stands in the way.' };
