import { basename, resolve } from 'node:path';
import { openDuckDb } from '../engine/duckdb.js';
import type { Engine } from '../engine/engine.js';
import { linkSources, readManifest } from '../pipeline/manifest.js';
import type { Language } from '../text/bilingual.js';
import { measureBlocking } from './blocking.js';
import { measureBudget } from './budget.js';
import { measureCalibration } from './calibration.js';
import { measureDuplicates, plantedPath } from './duplicates.js';
import type { Evaluation } from './evaluation.js';
import { withExplanations } from './explanations.js';
import { listFalseAlarms, listMisses } from './key-lists.js';
import { loadRun } from './load.js';
import {
  measureCauses,
  measureConfusion,
  measureOwnerless,
  measurePlanted,
  measureSources,
  share,
} from './measures.js';
import { EvaluationPage } from './page/page.js';
import { openWorkTables } from './work-tables.js';
import { writeEvaluation } from './write-evaluation.js';

/**
 * Compares a finished run (grades.parquet, findings.jsonl, work/ where it is still there) with the truth of its
 * world and writes evaluation.json and evaluation.html, in `language` at first, into the run folder. Fails with
 * exit code 2 where a file is missing.
 */
export async function evaluate(
  runDir: string,
  truthPath: string,
  language: Language = 'ja',
): Promise<Evaluation> {
  const files = [truthPath, plantedPath(truthPath)];
  const engine = await openDuckDb({ reach: { files, folders: [runDir] } });
  try {
    const evaluation = await measure(engine, resolve(runDir), resolve(truthPath));
    await writeEvaluation(runDir, evaluation, EvaluationPage, language);
    return evaluation;
  } finally {
    engine.close();
  }
}

async function measure(engine: Engine, runDir: string, truthPath: string): Promise<Evaluation> {
  const matching = await loadRun(engine, runDir, truthPath);
  const confusion = await measureConfusion(engine);
  const [misses, falseAlarms] = [await listMisses(engine), await listFalseAlarms(engine)];
  const measured = {
    run: basename(runDir),
    truth: basename(truthPath),
    matching,
    sources: await measureSources(engine),
    ownerless: await measureOwnerless(engine),
    causes: await measureCauses(engine),
    confusion,
    causeAccuracy: causeAccuracy(confusion),
    calibration: await measureCalibration(engine),
    budget: await measureBudget(engine),
    planted: await measurePlanted(engine),
    duplicates: await measureDuplicates(engine, truthPath),
  };
  if (!(await openWorkTables(engine, runDir))) return { ...measured, blocking: null, misses, falseAlarms };
  const manifest = await readManifest(runDir);
  const sources = manifest ? linkSources(manifest) : [];
  return {
    ...measured,
    blocking: await measureBlocking(engine, runDir),
    misses: await withExplanations(engine, runDir, sources, misses),
    falseAlarms: await withExplanations(engine, runDir, sources, falseAlarms),
  };
}

function causeAccuracy(confusion: Evaluation['confusion']): number | null {
  const rows = Object.entries(confusion).filter(([truth]) => truth !== 'sound');
  const right = rows.reduce((sum, [truth, row]) => sum + (row[truth] ?? 0), 0);
  const all = rows.reduce((sum, [, row]) => sum + Object.values(row).reduce((part, n) => part + n, 0), 0);
  return share(right, all);
}
