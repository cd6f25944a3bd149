import { access } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import type { Shown } from '../audit/shown.js';
import type { DecisionStore } from '../decide/index.js';
import { decisionsPath } from '../decide/store.js';
import { linkSources, type Manifest } from '../pipeline/manifest.js';
import { openRun } from '../pipeline/open-run.js';
import { openLogOf } from '../pipeline/run-log.js';
import { type Decided, decidedOn, decidedText } from '../result/decided.js';
import type { Explanation } from '../result/explain.js';
import type { RegisterExplanation } from '../result/explain-register.js';
import {
  explanationJson,
  explanationText,
  registerExplanationText,
  type Screen,
} from '../result/explanation-text.js';
import type { Language } from '../text/bilingual.js';
import { Failure } from '../text/failure.js';
import { snakeKeys } from '../text/snake-keys.js';
import { jsonOption, runFolder } from './arguments.js';
import { answer, answerJson, type Command } from './command.js';
import { terminalWidth } from './terminal.js';

interface Options {
  run: string;
  target: string;
  json: boolean;
  all: boolean;
}

const command: Command<Options> = {
  usage: 'explain <run> <target>',
  title: {
    ja: '紐付けがその区分になった理由を示す（住民の二重登録の所見も）',
    en: 'Say why a link got its grade (or why two register rows are taken for one person)',
  },
  examples: [
    ['explain reports/night cards:K000123', { ja: '一件の理由', en: 'one record' }],
    [
      'explain reports/night F-0a1b-2c3d-4e5f --all',
      { ja: '所見を詳しく', en: 'a finding, with all there is' },
    ],
  ],
  options: (yargs, text) =>
    jsonOption(runFolder(yargs, text), text)
      .option('all', {
        type: 'boolean',
        default: false,
        describe: text({
          ja: 'すべて表示する（指定しなければ 1 画面に収める）',
          en: 'Show everything; without it, what one screen has room for',
        }),
      })
      .positional('target', {
        type: 'string',
        demandOption: true,
        describe: text({ ja: '事務:記録番号 または所見番号', en: 'SOURCE:RECORD_ID or the id of a finding' }),
      }) as never,
  run: async ({ run, target, json, all }, language) => {
    const explanations = await explainTarget(resolve(run), target);
    if (json)
      answerJson(
        explanations.map(({ shown, decided }) => ({
          ...Object(explanationJson(shown)),
          decided: snakeKeys(decided),
        })),
      );
    else answer(textOfAll(explanations, all, language));
    return 0;
  },
};

export default command;

interface Explained {
  readonly shown: Shown<Explanation> | Shown<RegisterExplanation>;
  readonly decided: readonly Decided[];
}

/** A screen of 80 columns and 24 lines, less the line of the shell. */
const LINES = 23;
const WIDTH = 80;

function textOfAll(explained: readonly Explained[], all: boolean, language: Language): string {
  if (all) return explained.map((each) => textOf(each, language)).join('\n\n');
  const [first, ...others] = explained;
  if (first === undefined) return '';
  const more = language === 'ja' ? `ほかに ${others.length} 件（--all）` : `${others.length} more (--all)`;
  const rest = others.length === 0 ? '' : `\n${more}`;
  const lines = LINES - (others.length === 0 ? 0 : 1);
  return textOf(first, language, { lines, width: Math.min(WIDTH, terminalWidth()) }) + rest;
}

function textOf({ shown, decided }: Explained, language: Language, screen?: Screen): string {
  const further = decidedText(decided, language);
  if ('otherId' in shown) return registerExplanationText(shown, language) + further;
  const taken = further.split('\n').length - 1;
  return explanationText(shown, language, screen && { ...screen, lines: screen.lines - taken }) + further;
}

async function explainTarget(dir: string, target: string): Promise<readonly Explained[]> {
  const manifest = await openRun(dir);
  const database = join(dir, 'work', 'totsugo.duckdb');
  const present = await access(database).then(
    () => true,
    () => false,
  );
  if (!present || manifest.status !== 'done') {
    throw new Failure('no-working-data', { values: { dir } });
  }
  const log = await openLogOf(dir, manifest);
  const { openDuckDb } = await import('../engine/duckdb.js');
  const { explain } = await import('../result/explain.js');
  const { withRelinked } = await import('../result/relinked.js');
  const { explainRegister } = await import('../result/explain-register.js');
  const engine = await openDuckDb({ path: database, readOnly: true, reach: {} });
  try {
    const pairs = await explainRegister(engine, target);
    const explained = pairs.length > 0 ? pairs : await explain(engine, dir, linkSources(manifest), target);
    const store = await withRelinked(engine, linkSources(manifest), await storeOfRun(manifest));
    await log.write({ action: 'explained', details: { target } });
    await log.copyTo(dir);
    return await Promise.all(
      explained.map(async (shown) => {
        const findings = 'otherId' in shown ? [shown.findingId] : shown.findings;
        return { shown, decided: await decidedOn(engine, store, findings, shown.isProtected) };
      }),
    );
  } finally {
    engine.close();
  }
}

/** Decisions kept so far; none where the pipeline file, and with it their place, is gone. */
async function storeOfRun({ pipeline }: Manifest): Promise<DecisionStore> {
  const { readStore, storeOf } = await import('../decide/index.js');
  const { loadPipeline } = await import('../pipeline/file/load.js');
  const loaded = await loadPipeline(pipeline.path).catch(() => null);
  return loaded ? readStore(decisionsPath(loaded)) : storeOf([]);
}
