import { join, relative } from 'node:path';
import { KIND_TITLES } from '../findings/kind-texts.js';
import { FINDING_KINDS } from '../findings/kinds/index.js';
import type { StageEvent } from '../pipeline/run.js';
import type { Summary } from '../report/result.js';
import type { Language } from '../text/bilingual.js';
import { table } from '../text/table.js';
import { answer, type Command, notice } from './command.js';

interface Options {
  pipeline: string;
  out?: string;
  resume: boolean;
  asOf?: string;
  threads?: number;
  memory?: string;
  failOn?: string[];
  json: boolean;
  quiet: boolean;
}

const GRADES = ['A', 'B', 'C', 'U'] as const;

const command: Command<Options> = {
  usage: 'run <pipeline>',
  title: { ja: '突合を実行し、報告書を書き出す', en: 'Run the audit and write the reports' },
  options: (yargs, text) =>
    yargs
      .positional('pipeline', {
        type: 'string',
        demandOption: true,
        describe: text({ ja: 'パイプラインファイル（YAML）', en: 'Pipeline file (YAML)' }),
      })
      .option('out', {
        type: 'string',
        describe: text({
          ja: '出力先フォルダ（既定: reports/<run-id>）',
          en: 'Output folder (default: reports/<run-id>)',
        }),
      })
      .option('resume', {
        type: 'boolean',
        default: false,
        describe: text({ ja: '中断した実行を続ける', en: 'Go on with an interrupted run' }),
      })
      .option('as-of', {
        type: 'string',
        describe: text({ ja: '基準日（YYYY-MM-DD）', en: 'Date to judge by (YYYY-MM-DD)' }),
        coerce: isoDate,
      })
      .option('threads', {
        type: 'number',
        describe: text({ ja: 'スレッド数', en: 'Number of threads' }),
        coerce: threadCount,
      })
      .option('memory', {
        type: 'string',
        describe: text({ ja: 'メモリ上限（例: 4GB）', en: 'Memory limit, such as 4GB' }),
        coerce: memorySize,
      })
      .option('fail-on', {
        type: 'string',
        array: true,
        choices: [...GRADES, ...FINDING_KINDS.map(({ id }) => id), 'duplicate-resident'],
        describe: text({
          ja: 'この区分または所見があれば終了コード3',
          en: 'Exit with 3 when this grade or kind of finding occurs',
        }),
      })
      .option('json', {
        type: 'boolean',
        default: false,
        describe: text({ ja: '結果をJSONで標準出力へ', en: 'Print the result as one JSON document' }),
      })
      .option('quiet', {
        type: 'boolean',
        default: false,
        describe: text({ ja: '進捗を表示しない', en: 'Show no progress' }),
      }) as never,
  run: async (args, language) => {
    const { preflightPipeline } = await import('../pipeline/preflight.js');
    const { loadPipeline } = await import('../pipeline/load.js');
    const { runPipeline } = await import('../pipeline/run.js');
    const pipeline = await loadPipeline(args.pipeline);
    await preflightPipeline(pipeline, args.asOf);
    const { outDir, summary } = await runPipeline(pipeline, {
      out: args.out ?? null,
      resume: args.resume,
      asOf: args.asOf ?? null,
      threads: args.threads ?? null,
      memory: args.memory ?? null,
      language: process.argv.some((arg) => arg === '--lang' || arg.startsWith('--lang=')) ? language : null,
      onRestart: () => notice(RESTARTED[language]),
      onStage: args.quiet ? () => undefined : (event) => progress(event, language),
    });
    if (args.json) answer(JSON.stringify({ out: outDir, summary }, null, 2));
    else answer(summaryText(summary, outDir, language));
    return (args.failOn ?? []).some((what) => occurs(what, summary)) ? 3 : 0;
  },
};

export default command;

const RESTARTED = {
  ja: '中断した実行の後にパイプラインファイル・入力・プログラムのいずれかが変わったため、最初から実行します',
  en: 'Pipeline file, inputs or program have changed since the interrupted run: starting from the beginning',
};

function isoDate(text: string | undefined): string | undefined {
  if (text === undefined) return undefined;
  const date = new Date(`${text}T00:00:00Z`);
  if (
    !/^\d{4}-\d{2}-\d{2}$/.test(text) ||
    Number.isNaN(date.getTime()) ||
    !date.toISOString().startsWith(text)
  ) {
    throw new Error('--as-of: YYYY-MM-DD');
  }
  return text;
}

function threadCount(count: number | undefined): number | undefined {
  if (count !== undefined && !(Number.isInteger(count) && count >= 1))
    throw new Error('--threads: 1, 2, 3 …');
  return count;
}

function memorySize(text: string | undefined): string | undefined {
  if (text !== undefined && !/^\d+(\.\d+)?\s*(KB|MB|GB|TB|KiB|MiB|GiB|TiB)$/i.test(text)) {
    throw new Error('--memory: 4GB');
  }
  return text;
}

function progress({ stage, place, of, done, resumed }: StageEvent, language: Language): void {
  const head = `[${place}/${of}] ${stage.title[language]}`;
  if (!done) {
    if (process.stderr.isTTY) process.stderr.write(`${head} …`);
    return;
  }
  const rows = `${done.rows_in.toLocaleString('en')} → ${done.rows_out.toLocaleString('en')}`;
  const note = resumed ? (language === 'ja' ? '（済み）' : ' (done before)') : '';
  if (process.stderr.isTTY) process.stderr.write('\r\u001b[K');
  notice(`${head}: ${rows}, ${done.seconds.toFixed(1)} s${note}`);
}

function occurs(what: string, summary: Summary): boolean {
  const sources = Object.values(summary.sources);
  const grade = GRADES.find((id) => id === what);
  if (grade) return sources.some((source) => source[grade] > 0);
  return [...sources, summary.register].some(({ findings }) => (findings[what] ?? 0) > 0);
}

/** What the run found, for a person: rows and grades per source, findings by kind, where the report is. */
function summaryText(summary: Summary, outDir: string, language: Language): string {
  const ja = language === 'ja';
  const count = (n: number) => n.toLocaleString('en');
  const head = ja
    ? ['業務', '読込', '除外', 'A 一致', 'B 説明可能', 'C 要確認', 'U 判定不能']
    : ['Source', 'Read', 'Rejected', 'A agree', 'B explained', 'C to check', 'U unclear'];
  const rows = Object.values(summary.sources).map(({ title, rows: read, rejected, A, B, C, U }) => [
    title[language],
    ...[read, rejected, A, B, C, U].map(count),
  ]);
  const kinds = new Map<string, number>();
  for (const { findings } of [...Object.values(summary.sources), summary.register]) {
    for (const [kind, n] of Object.entries(findings)) kinds.set(kind, (kinds.get(kind) ?? 0) + n);
  }
  const found = Object.entries(KIND_TITLES).flatMap(([kind, title]) =>
    kinds.has(kind) ? [[title[language], count(kinds.get(kind)!)]] : [],
  );
  const report = relative(process.cwd(), join(outDir, 'index.html'));
  return [
    table([head, ...rows]),
    '',
    found.length > 0
      ? table([[ja ? '所見' : 'Findings', ''], ...found])
      : ja
        ? '所見はありません'
        : 'No findings',
    '',
    `${ja ? '報告書' : 'Report'}: ${report.startsWith('..') ? join(outDir, 'index.html') : report}`,
  ].join('\n');
}
