import { keyPath } from '../pipeline/audit-key.js';
import { DEFAULT_KEY, newKey, rotateKey } from '../pipeline/keys.js';
import { pseudonymKeyBeside } from '../pipeline/pseudonym-key.js';
import type { Language } from '../text/bilingual.js';
import { Failure } from '../text/failure.js';
import { jsonOption } from './arguments.js';
import { answer, answerJson, type Command } from './command.js';

interface Options {
  action: 'new' | 'rotate';
  pipeline: string | undefined;
  pseudonyms: boolean;
  json: boolean;
}

const command: Command<Options> = {
  usage: 'key <action> [pipeline]',
  title: {
    ja: '監査ログまたは仮名の鍵（privacy.key_file）を作る、または取り替える',
    en: 'Make or replace the key of the audit log or of pseudonyms (privacy.key_file)',
  },
  examples: [
    ['key new audit.yaml', { ja: '鍵を作る', en: 'make a key' }],
    ['key rotate audit.yaml', { ja: '鍵を取り替える', en: 'replace it' }],
  ],
  options: (yargs, text) =>
    jsonOption(yargs, text)
      .positional('action', {
        choices: ['new', 'rotate'] as const,
        demandOption: true,
        describe: text({
          ja: 'new: 鍵を作る（既にあれば拒否）。rotate: 取り替える（前の鍵は検証用に残す）',
          en: 'new: make a key, never over another; rotate: replace it, the old one kept to check what it signed',
        }),
      })
      .positional('pipeline', {
        type: 'string',
        describe: text({
          ja: 'パイプラインファイル（その privacy.key_file。省略時は ~/.totsugo/key）',
          en: 'Pipeline file, whose privacy.key_file is meant; ~/.totsugo/key without one',
        }),
      })
      .option('pseudonyms', {
        type: 'boolean',
        default: false,
        describe: text({
          ja: '監査ログの鍵ではなく、仮名の鍵（最初の実行で作られる）。取り替えると判断済みの事案がすべて再点検になる',
          en: 'The key of pseudonyms, made by the first run, and not that of the log; replacing it reopens every decided case',
        }),
      }) as never,
  run: async ({ action, pipeline, pseudonyms, json }, language) => {
    const named = pipeline === undefined ? DEFAULT_KEY : await pathOf(pipeline);
    const path = pseudonyms ? pseudonymKeyBeside(named) : named;
    if (action === 'new') {
      const key = await newKey(path);
      if (json) answerJson({ key_file: path, key_id: key });
      else answer(made(path, key, language));
    } else {
      const { before, now } = await rotateKey(path);
      if (json) answerJson({ key_file: path, key_id: now, before });
      else
        answer(
          language === 'ja'
            ? `鍵を取り替えました: ${before} → ${now}（${path}）。前の鍵は ${path}.retired/ にあります。`
            : `Key replaced: ${before} → ${now} (${path}). The old one is in ${path}.retired/.`,
        );
    }
    return 0;
  },
};

export default command;

async function pathOf(pipeline: string): Promise<string> {
  const { loadPipeline } = await import('../pipeline/file/load.js');
  const path = keyPath(await loadPipeline(pipeline));
  if (path === null) throw new Failure('key-unnamed', { values: { path: pipeline } });
  return path;
}

function made(path: string, id: string, language: Language): string {
  return language === 'ja'
    ? `鍵を作りました: ${id}（${path}）。出力フォルダとは別に控えを取ってください。`
    : `Key made: ${id} (${path}). Keep a copy apart from the output folders.`;
}
