import { resolve } from 'node:path';
import { decisionsPath } from '../decide/store.js';
import { auditKey } from '../pipeline/audit-key.js';
import { openAuditLogOf } from '../pipeline/audit-log.js';
import { now } from '../pipeline/clock.js';
import { readRun } from '../pipeline/manifest.js';
import { runFolder } from './arguments.js';
import { answer, type Command, notice } from './command.js';

interface Options {
  run: string;
  files: string[];
}

const command: Command<Options> = {
  usage: 'decide <run> <files..>',
  title: {
    ja: '点検者の判断ファイルを取り込む（次の実行に引き継がれます）',
    en: 'Take reviewers’ decision files in; the next run carries them forward',
  },
  options: (yargs, text) =>
    runFolder(yargs, text).positional('files', {
      type: 'string',
      array: true,
      demandOption: true,
      describe: text({
        ja: '判断ファイル（decisions.jsonl、または判断を記入した findings.csv・findings.xlsx）',
        en: 'Decision files: decisions.jsonl, or findings.csv or findings.xlsx with decisions filled in',
      }),
    }) as never,
  run: async ({ run, files }, language) => {
    const { decideRun } = await import('../decide/index.js');
    const { loadPipeline } = await import('../pipeline/file/load.js');
    const dir = resolve(run);
    const manifest = await readRun(dir);
    const pipeline = await loadPipeline(manifest.pipeline.path);
    const storePath = decisionsPath(pipeline);
    const { taken, known, refused } = await decideRun(dir, files, {
      runId: manifest.run_id,
      storePath,
      now: now().toISOString(),
    });
    const log = await openAuditLogOf(dir, manifest.run_id, await auditKey(pipeline));
    await log.write('decided', { taken, known, refused: refused.length });
    for (const { case: id, why } of refused) notice(`${id}: ${WHY[why][language]}`);
    answer(
      language === 'ja'
        ? `判断を取り込みました: 新規 ${taken} 件、取込済み ${known} 件、取り込めず ${refused.length} 件（${storePath}）`
        : `Decisions taken in: ${taken} new, ${known} known, ${refused.length} refused (${storePath})`,
    );
    return 0;
  },
};

export default command;

const WHY = {
  'unknown-case': { ja: 'この実行にない事案です', en: 'this run has no such case' },
  'other-evidence': {
    ja: '根拠がこの実行のものと異なります',
    en: 'decided on other evidence than this run has',
  },
  'no-candidate': { ja: '選ばれた候補がありません', en: 'names a candidate that the case does not have' },
} as const;
