import { writeFile } from 'node:fs/promises';
import { basename, join, resolve } from 'node:path';
import { openDuckDb } from '../engine/duckdb.js';
import type { Engine } from '../engine/engine.js';
import { measureBudget } from './budget.js';
import { measureCalibration } from './calibration.js';
import { measureDuplicates } from './duplicates.js';
import type { Evaluation } from './evaluation.js';
import { listFalseAlarms, listMisses } from './key-lists.js';
import { loadRun } from './load.js';
import { measureCauses, measureConfusion, measurePlanted, measureSources, share } from './measures.js';
import { evaluationPage } from './page.js';

/** The run folder belongs to the auditor alone; so does what is added to it. */
const PRIVATE = { mode: 0o600 } as const;

/**
 * Compares a finished run (grades.parquet, findings.jsonl) with the truth of its world and writes
 * evaluation.json and evaluation.html into the run folder. Fails with exit code 2 where a file is missing.
 */
export async function evaluate(runDir: string, truthPath: string): Promise<Evaluation> {
  const engine = await openDuckDb();
  try {
    const evaluation = await measure(engine, resolve(runDir), resolve(truthPath));
    await writeFile(join(runDir, 'evaluation.json'), `${JSON.stringify(evaluation, null, 2)}\n`, PRIVATE);
    await writeFile(join(runDir, 'evaluation.html'), evaluationPage(evaluation), PRIVATE);
    return evaluation;
  } finally {
    engine.close();
  }
}

async function measure(engine: Engine, runDir: string, truthPath: string): Promise<Evaluation> {
  const matching = await loadRun(engine, runDir, truthPath);
  const confusion = await measureConfusion(engine);
  return {
    run: basename(runDir),
    truth: basename(truthPath),
    matching,
    sources: await measureSources(engine),
    causes: await measureCauses(engine),
    confusion,
    causeAccuracy: causeAccuracy(confusion),
    calibration: await measureCalibration(engine),
    budget: await measureBudget(engine),
    planted: await measurePlanted(engine),
    duplicates: await measureDuplicates(engine, truthPath),
    misses: await listMisses(engine),
    falseAlarms: await listFalseAlarms(engine),
  };
}

function causeAccuracy(confusion: Evaluation['confusion']): number | null {
  const rows = Object.entries(confusion).filter(([truth]) => truth !== 'sound');
  const right = rows.reduce((sum, [truth, row]) => sum + (row[truth] ?? 0), 0);
  const all = rows.reduce((sum, [, row]) => sum + Object.values(row).reduce((part, n) => part + n, 0), 0);
  return share(right, all);
}
