import { z } from 'zod';
import { MODEL_SHAPE } from '../score/model-file.js';
import {
  checkAnswer,
  decideAnswer,
  explainAnswer,
  initAnswer,
  inspectAnswer,
  keyAnswer,
  logAnswer,
  purgeAnswer,
  runAnswer,
  synthAnswer,
} from './answers.js';
import { evaluation } from './evaluation.js';
import {
  disposal,
  finding,
  logHead,
  logLine,
  mark,
  publicSummary,
  quality,
  reject,
  run,
  sampledLink,
  summary,
} from './run-files.js';

/**
 * The shape of everything that the program writes as JSON, by the name of its schema: files of the output folder (of those
 * with a line for each the line), and what a command prints with `--json`. Strict here; published (`publishedSchema`) they
 * allow further keys, since later versions may add some.
 */
export const SCHEMAS = {
  run: { of: 'run.json', schema: run },
  summary: { of: 'summary.json', schema: summary },
  'public-summary': { of: 'summary.public.json', schema: publicSummary },
  finding: { of: 'a line of findings.jsonl', schema: finding },
  model: { of: 'model.json', schema: MODEL_SHAPE },
  quality: { of: 'quality.json', schema: quality },
  reject: { of: 'a line of rejects.jsonl', schema: reject },
  'blind-sample': { of: 'a line of blind-sample.jsonl', schema: sampledLink },
  mark: { of: 'a line of marks.jsonl', schema: mark },
  'audit-log': { of: 'a line of audit-log.jsonl', schema: logLine },
  'log-head': { of: 'log-head.json', schema: logHead },
  disposal: { of: 'disposal.json', schema: disposal },
  evaluation: { of: 'evaluation.json, and evaluate --json', schema: evaluation },
  'run-answer': { of: 'run --json', schema: runAnswer },
  'check-answer': { of: 'check --json', schema: checkAnswer },
  'inspect-answer': { of: 'inspect --json', schema: inspectAnswer },
  'init-answer': { of: 'init --json', schema: initAnswer },
  'explain-answer': { of: 'explain --json', schema: explainAnswer },
  'decide-answer': { of: 'decide --json', schema: decideAnswer },
  'log-answer': { of: 'log --json', schema: logAnswer },
  'purge-answer': { of: 'purge --json', schema: purgeAnswer },
  'key-answer': { of: 'key new|rotate --json', schema: keyAnswer },
  'synth-answer': { of: 'synth --json', schema: synthAnswer },
} as const satisfies Readonly<Record<string, { readonly of: string; readonly schema: z.ZodType }>>;

export type SchemaName = keyof typeof SCHEMAS;

/** The text of `docs/schemas/<name>.schema.json` (JSON Schema 2020-12). */
export function publishedSchema(name: SchemaName): string {
  const { of, schema } = SCHEMAS[name];
  const json = z.toJSONSchema(schema, {
    io: 'input',
    reused: 'inline',
    override: ({ jsonSchema }) => {
      if (jsonSchema.additionalProperties === false) delete jsonSchema.additionalProperties;
    },
  });
  return `${JSON.stringify({ title: `totsugo: ${of}`, ...json }, null, 2)}\n`;
}
