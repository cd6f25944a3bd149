import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { type ComponentType, h } from 'preact';
import type { Summary } from '../audit/summary.js';
import { writeWhole } from '../files/write-whole.js';
import { drawPage } from '../report/html/page.js';
import { linkEvaluation, writePageAssets } from '../report/html/write-html.js';
import type { Bilingual, Language } from '../text/bilingual.js';
import { snakeKeys } from '../text/snake-keys.js';
import { EvaluationFrame } from './page/evaluation-frame.js';
import { SourceTitles } from './page/page-table.js';
import { WORDS } from './page/words.js';

/** Writes evaluation.json, and evaluation.html with what `Body` draws, into the folder of a run. */
export async function writeEvaluation<T extends { readonly run: string }>(
  runDir: string,
  evaluation: T,
  Body: ComponentType<{ evaluation: T }>,
  language: Language,
): Promise<void> {
  const page = drawPage({
    title: WORDS.title,
    ...{ language, runId: evaluation.run },
    assets: '',
    scripts: ['pages.js'],
    page: 'evaluation',
    children: h(
      SourceTitles.Provider,
      { value: await sourceTitles(runDir) },
      h(
        EvaluationFrame,
        { run: evaluation.run, hasReport: existsSync(join(runDir, 'index.html')) },
        h(Body, { evaluation }),
      ),
    ),
  });
  await writePageAssets(runDir);
  await writeWhole(join(runDir, 'evaluation.json'), `${JSON.stringify(snakeKeys(evaluation), null, 2)}\n`);
  await writeWhole(join(runDir, 'evaluation.html'), page);
  await linkEvaluation(runDir);
}

/** Titles by which the report names the sources; a run without summary.json keeps their ids. */
async function sourceTitles(runDir: string): Promise<Record<string, Bilingual>> {
  const text = await readFile(join(runDir, 'summary.json'), 'utf8').catch(() => '{"sources":{}}');
  const { sources } = JSON.parse(text) as Pick<Summary, 'sources'>;
  return Object.fromEntries(Object.entries(sources).map(([id, { title }]) => [id, title]));
}
