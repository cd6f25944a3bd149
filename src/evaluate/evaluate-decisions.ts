import { createReadStream, existsSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import { createInterface } from 'node:readline';
import { type CaseStatus, statusOf } from '../decide/case-status.js';
import { exactInterval } from '../decide/exact-interval.js';
import { labelsOf } from '../decide/labels.js';
import { reliabilityOf } from '../decide/reliability.js';
import { upperBound } from '../decide/review-counts.js';
import { reviewersNeeded } from '../decide/reviewers-needed.js';
import type { DecisionStore } from '../decide/store.js';
import { kindOf } from '../findings/kinds/index.js';
import type { Language } from '../text/bilingual.js';
import { Failure } from '../text/failure.js';
import { calibrationOf } from './calibration.js';
import { ReviewPage } from './page/review-page.js';
import type { ReviewEvaluation, ReviewedGroup } from './review-evaluation.js';
import { writeEvaluation } from './write-evaluation.js';

interface Line {
  readonly finding_id: string;
  readonly fingerprint: string;
  readonly kind: string;
  readonly cause: string | null;
  readonly source: string;
  readonly probability: number;
  readonly candidates: readonly { readonly resident_id: string }[];
}

/** A case with what people have settled of it; `wrong` is null where they have not. */
interface Case extends Omit<Line, 'candidates'> {
  readonly candidates: readonly string[];
  readonly status: CaseStatus;
  readonly wrong: boolean | null;
  readonly resident: string | null;
}

/**
 * Holds what a run found against what people decided, and writes evaluation.json and evaluation.html into the run
 * folder. Grave cases need two who agree, unless `oneIsEnough`. Fails with exit code 2 where nothing of the run has been
 * settled yet.
 */
export async function evaluateDecisions(
  runDir: string,
  store: DecisionStore,
  decisionsFile: string,
  options: { readonly language: Language; readonly oneIsEnough: boolean },
): Promise<ReviewEvaluation> {
  const dir = resolve(runDir);
  const cases = await readCases(join(dir, 'findings.jsonl'), store, options.oneIsEnough);
  const sample = await readCases(join(dir, 'blind-sample.jsonl'), store, options.oneIsEnough);
  if (![...cases, ...sample].some(({ status }) => status.verdict !== null))
    throw nothingSettled(decisionsFile);
  const evaluation = evaluationOf(basename(dir), basename(decisionsFile), cases, sample);
  await writeEvaluation(dir, evaluation, ReviewPage, options.language);
  return evaluation;
}

async function readCases(path: string, store: DecisionStore, oneIsEnough: boolean): Promise<readonly Case[]> {
  if (!existsSync(path)) return [];
  const cases: Case[] = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    if (line === '') continue;
    const {
      finding_id,
      fingerprint,
      kind,
      cause = null,
      source,
      probability,
      candidates,
    } = JSON.parse(line) as Line;
    const status = statusOf(store, finding_id, fingerprint, reviewersNeeded(kind, { oneIsEnough }));
    const [label] = labelsOf([[finding_id, status]]);
    cases.push({
      ...{ finding_id, fingerprint, kind, cause, source, probability, status },
      candidates: candidates.map(({ resident_id }) => resident_id),
      wrong: label?.wrong ?? null,
      resident: label?.resident ?? null,
    });
  }
  return cases;
}

function evaluationOf(
  run: string,
  decisions: string,
  cases: readonly Case[],
  sample: readonly Case[],
): ReviewEvaluation {
  const links = cases.filter(({ kind }) => kindOf(kind).asksWhoseRecord);
  const settled = [...links, ...sample].flatMap(({ source, probability, wrong }) =>
    wrong === null ? [] : [{ source, probability, wrong }],
  );
  const sources = [...new Set(settled.map(({ source }) => source))].sort();
  const seen = sample.filter(({ wrong }) => wrong !== null);
  const missed = seen.filter(({ wrong }) => wrong).length;
  const others = cases.filter(({ kind }) => !kindOf(kind).asksWhoseRecord);
  return {
    basis: 'decisions',
    run,
    decisions,
    sources: [group('all', links), ...groups(links, ({ source }) => source)],
    kinds: groups(links, ({ kind }) => kind),
    causes: groups(links, ({ cause }) => cause ?? 'unknown'),
    others: groups(others, ({ kind }) => kind),
    owner: ownerOf(links),
    calibration: calibrationOf(
      reliabilityOf(settled),
      sources.map((source) => ({
        source,
        bins: reliabilityOf(settled.filter((link) => link.source === source)),
      })),
    ),
    sample: {
      drawn: sample.length,
      reviewed: seen.length,
      wrong: missed,
      upper: upperBound(seen.length, missed),
    },
  };
}

function groups(cases: readonly Case[], key: (item: Case) => string): readonly ReviewedGroup[] {
  const byKey = new Map<string, Case[]>();
  for (const item of cases) {
    const list = byKey.get(key(item));
    if (list) list.push(item);
    else byKey.set(key(item), [item]);
  }
  return [...byKey].sort(([a], [b]) => (a < b ? -1 : 1)).map(([name, list]) => group(name, list));
}

function group(name: string, cases: readonly Case[]): ReviewedGroup {
  const wrong = cases.filter((item) => item.wrong === true).length;
  const right = cases.filter((item) => item.wrong === false).length;
  const badData = cases.filter(({ status }) => status.verdict?.decision === 'bad-data').length;
  return {
    name,
    findings: cases.length,
    wrong,
    right,
    badData,
    open: cases.length - wrong - right - badData,
    precision: exactInterval(wrong, wrong + right),
  };
}

function ownerOf(links: readonly Case[]): ReviewEvaluation['owner'] {
  const named = links.filter(({ resident }) => resident !== null);
  const first = named.filter(({ candidates, resident }) => candidates[0] === resident).length;
  const three = named.filter(({ candidates, resident }) => candidates.slice(0, 3).includes(resident!)).length;
  return {
    named: named.length,
    first: exactInterval(first, named.length),
    firstThree: exactInterval(three, named.length),
  };
}

function nothingSettled(file: string): Failure {
  return new Failure('evaluate-nothing-settled', { values: { file } });
}
