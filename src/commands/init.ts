import { relative } from 'node:path';
import { type CanonicalItem, LINK_ITEMS, REGISTER_ITEMS } from '../audit/items.js';
import { ITEMS } from '../audit/words.js';
import type { Language } from '../text/bilingual.js';
import { jsonOption } from './arguments.js';
import { answer, answerJson, type Command } from './command.js';
import { terminalWidth } from './terminal.js';

interface Options {
  dir: string;
  register?: string;
  link: string[];
  map: string[];
  codes: string[];
  layout: string[];
  pipeline?: string;
  name?: string;
  force: boolean;
  yes: boolean;
  json: boolean;
}

/** Items with what each is, in the order of pipeline files. */
function itemsOf(items: readonly CanonicalItem[], language: Language): string {
  return items.map((item) => `${item} (${ITEMS[item][language].toLowerCase()})`).join(', ');
}

const command: Command<Options> = {
  usage: 'init [dir]',
  title: {
    ja: '書き出しファイルを調べ、尋ねながらパイプラインファイルを作って確かめる',
    en: 'Look at a folder of exports, ask, write a pipeline file and check it',
  },
  examples: [
    ['init data', { ja: '尋ねながら作る', en: 'asks' }],
    [
      'init data --yes --register juki.csv --link cards=cards.csv',
      { ja: '尋ねずに作る（CI など）', en: 'without questions, as in CI' },
    ],
    ['init data --map cards.record_id=発行番号', { ja: '列を決めておく', en: 'with a column settled' }],
    [
      'init data --codes register=1:現存,2:転出,3:死亡',
      { ja: '住民状態のコードの意味を決めておく', en: 'with the codes of the status settled' },
    ],
  ],
  epilogue: {
    ja: `--map の項目\n  register: ${itemsOf(REGISTER_ITEMS, 'ja')}\n  事務: ${itemsOf(LINK_ITEMS, 'ja')}`,
    en: `Items for --map\n  register: ${itemsOf(REGISTER_ITEMS, 'en')}\n  a source: ${itemsOf(LINK_ITEMS, 'en')}`,
  },
  options: (yargs, text) =>
    jsonOption(yargs, text)
      .positional('dir', {
        type: 'string',
        default: '.',
        describe: text({ ja: '書き出しファイルのフォルダ', en: 'Folder of the exports' }),
      })
      .option('register', {
        type: 'string',
        describe: text({ ja: '住民基本台帳のファイル', en: 'File of the resident register' }),
      })
      .option('link', {
        type: 'string',
        array: true,
        default: [] as string[],
        describe: text({
          ja: '事務のファイル（名前=ファイル、繰り返し可）',
          en: 'KEY=FILE of a source of links; may be repeated',
        }),
      })
      .option('map', {
        type: 'string',
        array: true,
        default: [] as string[],
        describe: text({
          ja: '名前.項目=列（+ でつなぐ。空なら使わない。項目は下）',
          en: 'SOURCE.ITEM=COLUMN[+COLUMN], empty to leave the item out; items see below',
        }),
      })
      .option('codes', {
        type: 'string',
        array: true,
        default: [] as string[],
        describe: text({
          ja: '状態のコードの意味（名前=コード:意味,…）',
          en: 'SOURCE=CODE:MEANING,… of the codes of a status',
        }),
      })
      .option('layout', {
        type: 'string',
        array: true,
        default: [] as string[],
        describe: text({
          ja: '固定長のレイアウト表（名前=ファイル）',
          en: 'KEY=FILE with the fields of a fixed-width source',
        }),
      })
      .option('pipeline', {
        type: 'string',
        describe: text({
          ja: '書き出すファイル（既定: フォルダの pipeline.yaml）',
          en: 'File to write (default: pipeline.yaml of the folder)',
        }),
      })
      .option('name', {
        type: 'string',
        describe: text({ ja: 'パイプラインの名前', en: 'Name of the pipeline' }),
      })
      .option('force', {
        type: 'boolean',
        default: false,
        describe: text({ ja: 'あっても上書きする', en: 'Replace a file that is there' }),
      })
      .option('yes', {
        type: 'boolean',
        default: false,
        describe: text({ ja: '尋ねない', en: 'Ask nothing' }),
      }) as never,
  run: async (args, language) => {
    const { initPipeline } = await import('./init/init.js');
    const asks = process.stdin.isTTY === true && process.stderr.isTTY === true && !args.yes && !args.json;
    const { path, checked, sources } = await initPipeline({ ...args, asks }, language);
    const { STAGES } = await import('../pipeline/stages.js');
    const { inspectionJson } = await import('../inspect/index.js');
    if (args.json) {
      const { planJson } = await import('../pipeline/plan-json.js');
      const found = sources.map(({ key, inspection }) => ({ source: key, ...inspectionJson(inspection) }));
      answerJson({ pipeline_file: path, sources: found, check: planJson(checked, STAGES) });
      return 0;
    }
    const { planText } = await import('../pipeline/plan-text.js');
    const shown = relative(process.cwd(), path) || path;
    answer(planText(checked, STAGES, terminalWidth(), language));
    answer(
      language === 'ja'
        ? `\n${shown} を書きました。次: totsugo run ${shown}`
        : `\nWrote ${shown}. Next: totsugo run ${shown}`,
    );
    return 0;
  },
};

export default command;
