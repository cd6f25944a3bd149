import { resolve } from 'node:path';
import { isCaseId } from '../audit/case-ids.js';
import type { Revealed } from '../decide/read-export.js';
import type { RecordsAtOdds } from '../decide/records-at-odds.js';
import { decisionsPath } from '../decide/store.js';
import type { LogEntry } from '../pipeline/audit-log.js';
import { now } from '../pipeline/clock.js';
import { openRun } from '../pipeline/open-run.js';
import { openLogOf } from '../pipeline/run-log.js';
import type { Language } from '../text/bilingual.js';
import { jsonOption, runFolder } from './arguments.js';
import { answer, answerJson, type Command, notice } from './command.js';

interface Options {
  run: string;
  files: string[];
  keepGood: boolean;
  json: boolean;
}

const command: Command<Options> = {
  usage: 'decide <run> <files..>',
  title: {
    ja: '点検担当者の判断ファイルを取り込む（次の実行に引き継がれます）',
    en: 'Take reviewers’ decision files in; the next run carries them forward',
  },
  examples: [
    [
      'decide reports/night decisions.csv',
      { ja: '点検担当者の判断を取り込む', en: 'take in what reviewers decided' },
    ],
  ],
  options: (yargs, text) =>
    jsonOption(runFolder(yargs, text), text)
      .positional('files', {
        type: 'string',
        array: true,
        demandOption: true,
        describe: text({
          ja: '判断ファイル（decisions.jsonl、または判断を記入した findings.csv・findings.xlsx）',
          en: 'Decision files: decisions.jsonl, or findings.csv or findings.xlsx with decisions filled in',
        }),
      })
      .option('keep-good', {
        type: 'boolean',
        default: false,
        describe: text({
          ja: '取り込めない行があっても、ほかの行を取り込む（取り込めない行は列挙します）',
          en: 'Take the rows that can be taken, and list the others',
        }),
      }) as never,
  run: async ({ run, files, keepGood, json }, language) => {
    const { decideRun, placeOf, problemLine } = await import('../decide/index.js');
    const { loadPipeline } = await import('../pipeline/file/load.js');
    const dir = resolve(run);
    const manifest = await openRun(dir);
    const pipeline = await loadPipeline(manifest.pipeline.path);
    const storePath = decisionsPath(pipeline);
    const log = await openLogOf(dir, manifest);
    const { taken, known, refused, incomplete, leftOut, atOdds } = await decideRun(dir, files, {
      runId: manifest.run_id,
      storePath,
      now: now().toISOString(),
      reviewers: pipeline.review.reviewers,
      keepGood,
      onApplied: ({ taken, known, refused, leftOut, revealed }) =>
        log.write(...revealedLines(revealed), {
          action: 'decided',
          details: { files, taken, known, refused: refused.length + leftOut.length },
        }),
    });
    await log.copyTo(dir);
    for (const problem of leftOut) notice(problemLine(problem, language));
    for (const { case: id, place, why } of refused)
      notice([place, isCaseId(id) ? id : '', WHY[why][language]].filter(Boolean).join(': '));
    if (incomplete.length > 0) notice(halfFilled(incomplete, language));
    for (const one of atOdds.slice(0, MOST_TOLD)) notice(oddsText(one, language));
    if (atOdds.length > MOST_TOLD) notice(moreOfThem(atOdds.length - MOST_TOLD, language));
    if (json)
      answerJson({ taken, known, refused, incomplete, left_out: leftOut.map(placeOf), store: storePath });
    else {
      const out = refused.length + leftOut.length;
      answer(
        language === 'ja'
          ? `判断を取り込みました: 新規 ${taken} 件、取込済み ${known} 件、取り込めず ${out} 件（${storePath}）`
          : `Decisions taken in: ${taken} new, ${known} known, ${out} refused (${storePath})`,
      );
    }
    return 0;
  },
};

export default command;

/** Cases that one line of the log tells: it stays short enough to be read back from its end. */
const CASES_A_LINE = 500;

/** Lines of the log for what reviewers had shown that minimum disclosure hides: whose, which cases, when. */
function revealedLines(revealed: readonly Revealed[]): readonly LogEntry[] {
  const lines: LogEntry[] = [];
  for (const reviewer of new Set(revealed.map((one) => one.reviewer))) {
    const own = revealed.filter((one) => one.reviewer === reviewer);
    for (let at = 0; at < own.length; at += CASES_A_LINE) {
      const cases = own.slice(at, at + CASES_A_LINE).map((one) => [one.case.slice(0, 40), one.at]);
      lines.push({ action: 'revealed', details: { reviewer, cases } });
    }
  }
  return lines;
}

/** Places told of rows that are half filled in. */
const MOST_TOLD = 20;

function halfFilled(places: readonly string[], language: Language): string {
  const told = places.slice(0, MOST_TOLD).join(', ') + (places.length > MOST_TOLD ? ', …' : '');
  return language === 'ja'
    ? `候補または点検担当者だけで判断が空の行が ${places.length} 行あり、取り込んでいません: ${told}`
    : `${places.length} rows with a candidate or reviewer but no decision were passed over: ${told}`;
}

function oddsText({ why, cases }: RecordsAtOdds, language: Language): string {
  const told = cases.slice(0, MOST_TOLD).join(', ') + (cases.length > MOST_TOLD ? ', …' : '');
  const { ja, en } = ODDS[why];
  return language === 'ja'
    ? `${told}: ${ja}。もう一度確かめてください（判断は取り込みました）`
    : `${told}: ${en}; look at them again (the decisions were taken in)`;
}

const ODDS = {
  none: {
    ja: '1人の住民の記録がすべて「ほかの記録が有効」と判断され、有効な記録が残りません',
    en: 'all records of one resident were decided "Another one is valid", and none is left',
  },
  several: {
    ja: '1人の住民の記録の判断が両立しません（「こちらが有効」は1件だけ、複数が有効ならどちらも「両方有効」です）',
    en: 'the decisions on the records of one resident exclude each other ("This one is valid" holds for one record; if several are valid, each is "Both are valid")',
  },
} as const;

function moreOfThem(count: number, language: Language): string {
  return language === 'ja'
    ? `記録の判断が両立しない住民は、ほかに ${count} 人います`
    : `${count} more residents have records whose decisions exclude each other`;
}

const WHY = {
  'unknown-case': { ja: 'この実行にない事案です', en: 'this run has no such case' },
  'other-evidence': {
    ja: '根拠がこの実行のものと異なります',
    en: 'decided on other evidence than this run has',
  },
  'not-of-kind': {
    ja: 'この種類の事案では選べない判断です（選べる判断は画面と表にあります）',
    en: 'is no answer to a case of this kind; page and table show those that are',
  },
  'no-candidate': { ja: '選ばれた候補がありません', en: 'names a candidate that the case does not have' },
} as const;
