import type { LinkSpec } from '../audit/pipeline-file.js';
import { itemCountsText } from '../ingest/index.js';
import type { Bilingual, Language } from '../text/bilingual.js';
import { fill } from '../text/bilingual.js';
import { sizeText } from '../text/size.js';
import { table } from '../text/table.js';
import type { Checked } from './check-all.js';
import type { Stage } from './context.js';
import type { Plan } from './plan.js';

/** What `check` prints, in lines of `width` at most where tables are concerned. */
export function planText(
  { pipeline, plan, notes, items }: Checked,
  stages: readonly Stage[],
  width: number,
  language: Language,
): string {
  const say = (text: Bilingual, values: Readonly<Record<string, string | number>> = {}) =>
    fill(text, values)[language];
  const need = (text: Bilingual, { expected, free }: Plan['memory']) =>
    say(text, { expected: sizeText(expected), free: sizeText(free) });
  const isTight = plan.disk.expected > plan.disk.free;
  const beware = [...(isTight ? [TIGHT] : []), ...notes];
  return [
    `${say(PIPELINE)}: ${pipeline.name}`,
    '',
    table([HEADS.map((head) => say(head)), ...rows(plan)], width, 2),
    '',
    say(FIRST_ROWS),
    ...[...items].flatMap(([input, counts]) => ['', `[${input}]`, itemCountsText(counts, language, width)]),
    '',
    `${say(STAGES)}: ${stages.map(({ title }) => title[language]).join(' → ')}`,
    need(DISK, plan.disk),
    need(MEMORY, plan.memory),
    say(HOW),
    ...beware.map((note) => `${say(BEWARE)}${note[language]}`),
    say(beware.length > 0 ? FINE_BUT : FINE),
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

const FIRST_ROWS = {
  ja: '項目ごとに、読めた・読めない・空の行と、異なる値の数。各ファイルの先頭 2,000 行まで。+ の後は、それより後から抜き出した行:',
  en: 'By item: rows read, unreadable and empty, and distinct values, of the first 2,000 rows of each file; behind a plus, of rows drawn from further down:',
};
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
  ja: 'メモリ: 約 {expected}（空き {free}）。--memory で全体の上限を決められます。',
  en: 'Memory: about {expected} ({free} free); --memory bounds it.',
};
const HOW = {
  ja: '行数は各ファイルの先頭 1 MB と大きさから、ディスクとメモリはファイルの大きさから実測の比で見積もっています。',
  en: 'Rows are estimated from the first megabyte of each file and its size; disk and memory from the sizes, by ratios measured before.',
};
const TIGHT = {
  ja: 'ディスクの空きが足りないおそれがあります。',
  en: 'There may not be enough free disk.',
};
const BEWARE = { ja: '注意: ', en: 'Beware: ' };
const FINE_BUT = {
  ja: 'このまま実行できますが、上の注意を確かめてください。',
  en: 'It can be run as it is, but see what to beware of above.',
};
const FINE = { ja: '問題はありません。', en: 'Nothing stands in the way.' };
