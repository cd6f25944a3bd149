import { setFlagsFromString } from 'node:v8';
import { alarmsOf } from '../audit/quality.js';
import type { Summary } from '../audit/summary.js';
import { FINDING_KINDS } from '../findings/kinds/index.js';
import type { Stage } from '../pipeline/context.js';
import type { Ingredient } from '../pipeline/ingredient.js';
import { ingredientTitle } from '../pipeline/ingredients.js';
import { alarmText } from '../result/alarms.js';
import { summaryText } from '../result/summary-text.js';
import type { Bilingual, Language } from '../text/bilingual.js';
import { jsonOption, requireDate, requireMemory, requireThreads } from './arguments.js';
import { answer, answerJson, type Command, notice } from './command.js';
import { progressOf } from './progress.js';
import { terminalWidth } from './terminal.js';

interface Options {
  pipeline: string;
  out?: string;
  resume: boolean;
  full: boolean;
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
  examples: [
    ['run audit.yaml', { ja: '突合する', en: 'audit' }],
    [
      'run audit.yaml --out reports/night --resume',
      { ja: '中断したところから続ける', en: 'go on where a run was interrupted' },
    ],
    [
      'run audit.yaml --fail-on wrong-resident --json',
      { ja: '所見があれば終了コード 3', en: 'exit code 3 when there are such findings' },
    ],
  ],
  options: (yargs, text) =>
    jsonOption(yargs, text)
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
      .option('full', {
        type: 'boolean',
        default: false,
        describe: text({
          ja: '前回の作業データを使わず、すべて新しく作る（結果は同じ）',
          en: 'Make everything anew, taking nothing over from the last night (same results)',
        }),
      })
      .option('as-of', {
        type: 'string',
        describe: text({ ja: '基準日（YYYY-MM-DD）', en: 'Date to judge by (YYYY-MM-DD)' }),
      })
      .option('threads', {
        type: 'number',
        describe: text({
          ja: 'スレッド数（既定: すべて。件数が少なければ 1）',
          en: 'Number of threads (default: all there are; one where rows are few)',
        }),
      })
      .option('memory', {
        type: 'string',
        describe: text({
          ja: 'プロセス全体のメモリ上限（例: 4GB）',
          en: 'Memory of the whole process, such as 4GB',
        }),
      })
      .option('fail-on', {
        type: 'string',
        array: true,
        choices: [...GRADES, ...FINDING_KINDS.map(({ id }) => id)],
        describe: text({
          ja: 'この区分または所見があれば終了コード3',
          en: 'Exit with 3 when this grade or kind of finding occurs',
        }),
      })
      .option('quiet', {
        type: 'boolean',
        default: false,
        describe: text({ ja: '進捗を表示しない', en: 'Show no progress' }),
      })
      .check(({ asOf, threads, memory }) => {
        requireDate('--as-of', asOf as string | undefined);
        requireThreads(threads);
        requireMemory(memory);
        return true;
      }) as never,
  run: async (args, language) => {
    const { loadAndPreflight } = await import('../pipeline/preflight.js');
    const { finishedNote } = await import('../pipeline/on-finish.js');
    const { planOf } = await import('../pipeline/plan.js');
    const { roomNotes } = await import('../pipeline/room.js');
    const { readQuality } = await import('../pipeline/quality-file.js');
    const { runPipeline } = await import('../pipeline/run.js');
    const { pipeline, notes } = await loadAndPreflight(args.pipeline, args.asOf);
    const plan = await planOf(pipeline, args.out ?? 'reports');
    if (plan.isSmall) setFlagsFromString(COMPILED_LATER);
    const room = roomNotes(plan, { bounded: args.memory !== undefined, begun: args.resume });
    for (const note of [...notes, ...room]) beware(note, language);
    const progress = args.quiet ? null : progressOf(language);
    const { outDir, summary, finished } = await runPipeline(pipeline, {
      out: args.out,
      resume: args.resume,
      full: args.full,
      onNote: (note) => beware(note, language),
      asOf: args.asOf,
      threads: args.threads ?? plan.threads,
      memory: args.memory,
      language: process.argv.some((arg) => arg === '--lang' || arg.startsWith('--lang='))
        ? language
        : undefined,
      onChanged: (stage, place, changed) =>
        notice(changedText(stage, place, changed, language), { event: 'changed', from: stage.name, changed }),
      ...(progress ? { onStage: progress.onStage } : {}),
    }).finally(() => progress?.stop());
    const alarms = alarmsOf((await readQuality(outDir))?.issues ?? []);
    if (args.json) answerJson({ out: outDir, summary, alarms });
    else answer(summaryText(summary, outDir, pipeline.report.formats, { language, width: terminalWidth() }));
    for (const alarm of alarms)
      notice(`■ ${alarmText(alarm, summary, language)}`, { level: 'warn', event: 'alarm' });
    const afterwards = finished && finishedNote(finished);
    if (afterwards) beware(afterwards, language);
    return (args.failOn ?? []).some((what) => occurs(what, summary)) ? 3 : 0;
  },
};

export default command;

/**
 * What a function has run before it is compiled for speed: six times of what the runtime takes. Of a town of some thousand the
 * compiler had a quarter of the processor's time, and what it made was hardly used; the pages of 100,000 findings take a fifteenth more.
 */
const COMPILED_LATER = '--interrupt-budget=400000';

const BEWARE = { ja: '注意: ', en: 'Beware: ' };

function beware(note: Bilingual, language: Language): void {
  notice(`${BEWARE[language]}${note[language]}`, { level: 'warn', event: 'beware' });
}

/** What has changed since the interrupted run, and from which stage on it is run again. */
function changedText(
  { title }: Stage,
  place: number,
  changed: readonly Ingredient[],
  language: Language,
): string {
  const what = (of: Language) => changed.map((id) => ingredientTitle(id)[of]).join(of === 'ja' ? '・' : ', ');
  return language === 'ja'
    ? `中断した実行の後に変わったもの: ${what('ja')}。段階 ${place}（${title.ja}）から実行し直します`
    : `Changed since the interrupted run: ${what('en')}. Running again from stage ${place} (${title.en}) on`;
}

function occurs(what: string, summary: Summary): boolean {
  const sources = Object.values(summary.sources);
  const grade = GRADES.find((id) => id === what);
  if (grade) return sources.some((source) => source[grade] > 0);
  return [...sources, summary.register].some(({ findings }) => (findings[what] ?? 0) > 0);
}
