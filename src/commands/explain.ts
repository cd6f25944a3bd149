import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { linkSources, readRun } from '../pipeline/manifest.js';
import type { Explanation } from '../result/explain.js';
import type { Language } from '../text/bilingual.js';
import { Failure } from '../text/failure.js';
import { table } from '../text/table.js';
import { answer, type Command } from './command.js';

interface Options {
  run: string;
  target: string;
  json: boolean;
}

const command: Command<Options> = {
  usage: 'explain <run> <target>',
  title: {
    ja: '紐付けがその区分になった理由を示す',
    en: 'Say why a link got its grade',
  },
  options: (yargs, text) =>
    yargs
      .positional('run', {
        type: 'string',
        demandOption: true,
        describe: text({ ja: '実行結果のフォルダ', en: 'Folder of the run' }),
      })
      .positional('target', {
        type: 'string',
        demandOption: true,
        describe: text({ ja: '業務:記録番号 または所見番号', en: 'SOURCE:RECORD_ID or the id of a finding' }),
      })
      .option('json', {
        type: 'boolean',
        default: false,
        describe: text({ ja: '結果をJSONで標準出力へ', en: 'Print the result as one JSON document' }),
      }) as never,
  run: async ({ run, target, json }, language) => {
    const explanations = await explainTarget(resolve(run), target);
    answer(
      json
        ? JSON.stringify(explanations, null, 2)
        : explanations.map((e) => explanationText(e, language)).join('\n\n'),
    );
    return 0;
  },
};

export default command;

async function explainTarget(dir: string, target: string): Promise<Explanation[]> {
  const manifest = await readRun(dir);
  const database = join(dir, 'work', 'totsugo.duckdb');
  const present = await access(database).then(
    () => true,
    () => false,
  );
  if (!present || manifest.status !== 'done') {
    throw new Failure(
      'no-working-data',
      {
        ja: '作業データがありません（実行が終わっていないか、廃棄済みです）: {dir}',
        en: 'No working data (the run has not finished, or was purged): {dir}',
      },
      { exitCode: 2, values: { dir } },
    );
  }
  const { openDuckDb } = await import('../engine/duckdb.js');
  const { explain } = await import('../result/explain.js');
  const engine = await openDuckDb({ path: database, readOnly: true });
  try {
    return await explain(engine, dir, linkSources(manifest), target);
  } finally {
    engine.close();
  }
}

function explanationText(e: Explanation, language: Language): string {
  const ja = language === 'ja';
  const bits = (value: number) => `${value > 0 ? '+' : ''}${value.toFixed(2)}`;
  const items = Object.keys(e.record.items).filter((item) => e.record.items[item] ?? e.linked?.items[item]);
  const share = (value: number | null) =>
    value === null ? '' : `1/${Math.round(1 / value).toLocaleString('en')}`;
  const lines = [
    `${e.source}:${e.recordId} → ${e.residentId ?? (ja ? '住民なし' : 'no resident')}`,
    `${ja ? '区分' : 'Grade'} ${e.grade}  ${ja ? '誤りの確率' : 'probability of a wrong link'} ${e.probability.toPrecision(3)}`,
    '',
    table([
      [ja ? '項目' : 'Item', ja ? '記録' : 'Record', ja ? '紐付け先' : 'Resident'],
      ...items.map((item) => [item, e.record.items[item] ?? '-', e.linked?.items[item] ?? '-']),
    ]),
    '',
    table([
      [
        ja ? '根拠' : 'Evidence',
        ja ? '重み(bit)' : 'weight (bits)',
        ja ? '住民に占める割合' : 'share of residents',
      ],
      ...e.evidence.map(({ item, text, weight }) => [
        text[language],
        bits(weight),
        item === 'family' ? share(e.shares.family) : item === 'given' ? share(e.shares.given) : '',
      ]),
      [ja ? '合計' : 'Total', bits(e.total), ''],
    ]),
  ];
  if (e.candidates.length > 0) {
    lines.push('', ja ? '検討した他の住民:' : 'Other residents considered:');
    for (const candidate of e.candidates) {
      const p =
        candidate.probability === null ? (ja ? '除外' : 'discarded') : candidate.probability.toPrecision(3);
      lines.push(
        `  ${candidate.residentId}  ${p}  ${candidate.why.map((why) => why[language]).join(', ')}`,
        `    ${candidate.levels.map((level) => level[language]).join(' / ')}`,
      );
    }
  }
  if (e.findings.length > 0) lines.push('', `${ja ? '所見' : 'Findings'}: ${e.findings.join(', ')}`);
  return lines.join('\n');
}
