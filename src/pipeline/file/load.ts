import { createHash } from 'node:crypto';
import { basename, dirname, resolve } from 'node:path';
import { type Document, isMap, LineCounter, parseDocument } from 'yaml';
import type { PipelineFile } from '../../audit/pipeline-file.js';
import { LIMITS, readRegular } from '../../files/regular-file.js';
import { Failure } from '../../text/failure.js';
import type { Problem } from '../../text/problem.js';
import { schemaProblems } from '../../text/schema-problems.js';
import { place, yamlProblems } from './placing.js';
import { PipelineErrors } from './problems.js';
import { pipelineSchema, type WrittenPipeline } from './schema.js';
import { semanticProblems } from './semantics.js';
import { toPipelineFile } from './to-pipeline-file.js';

/**
 * Reads and validates a pipeline file, defaults filled in.
 *
 * @throws {PipelineErrors} (exit code 2) with every problem at once, each with line and column;
 *   {Failure} `pipeline-missing` (exit code 2) when the file cannot be read.
 */
export async function loadPipeline(path: string): Promise<PipelineFile> {
  const bytes = await readRegular(path, LIMITS.pipeline).catch((cause: unknown) => {
    if (cause instanceof Failure) throw cause;
    throw new Failure('pipeline-missing', { values: { path }, cause });
  });
  const written = parsePipeline(decode(bytes, path), path);
  const absolute = resolve(path);
  return toPipelineFile(written, {
    path: absolute,
    dir: dirname(absolute),
    sha256: createHash('sha256').update(bytes).digest('hex'),
    fallbackName: basename(absolute).replace(/\.ya?ml$/i, ''),
  });
}

/** A file that an editor saved as CP932 would else be told that its columns do not exist. */
function decode(bytes: Buffer, name: string): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    throw new PipelineErrors(name, [{ line: 1, column: 1, text: NOT_UTF8 }]);
  }
}

const NOT_UTF8 = {
  ja: 'パイプラインファイルではないか、文字コードが UTF-8 ではありません。UTF-8 で保存してください。',
  en: 'Not a pipeline file, or not in UTF-8; save it as UTF-8.',
};
const NO_PIPELINE = {
  ja: 'パイプラインファイルではありません（キーと値の組がありません）。',
  en: 'Not a pipeline file: it does not hold keys with values.',
};

/** The document as plain values; aliases that multiply without end are refused. */
function plainValue(document: Document.Parsed, name: string): unknown {
  try {
    return document.toJS();
  } catch (cause) {
    if (!(cause instanceof ReferenceError)) throw cause;
    throw new PipelineErrors(name, [{ line: 1, column: 1, text: ALIASES }]);
  }
}

const ALIASES = {
  ja: '別名（*）の参照が多すぎるか、参照先がありません。値をそのまま書いてください。',
  en: 'Too many aliases (*), or one that refers to nothing. Write the values out.',
};

/** The file as written, once nothing is wrong with it. `name` stands before line and column in messages. */
export function parsePipeline(text: string, name: string): WrittenPipeline {
  const lines = new LineCounter();
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: true });
  if (document.contents !== null && !isMap(document.contents)) {
    throw new PipelineErrors(name, [{ line: 1, column: 1, text: NO_PIPELINE }]);
  }
  const yaml = yamlProblems(document, lines);
  if (yaml.fatal) throw new PipelineErrors(name, yaml.problems);
  const value = plainValue(document, name);
  const parsed = pipelineSchema.safeParse(value);
  const shape = parsed.success ? [] : schemaProblems(parsed.error.issues, pipelineSchema, value);
  const problems = withoutRepeats([...shape, ...semanticProblems(value)]);
  if (!parsed.success || problems.length > 0 || yaml.problems.length > 0) {
    throw new PipelineErrors(name, [...yaml.problems, ...problems.map((p) => place(p, document, lines))]);
  }
  return value as WrittenPipeline;
}

// The schema and the semantic checks may both complain of one place: the first one said is enough.
function withoutRepeats(problems: readonly Problem[]): Problem[] {
  const seen = new Set<string>();
  return problems.filter((problem) => {
    const key = `${problem.path.join('\u0000')} ${problem.text.en}`;
    return !seen.has(key) && seen.add(key);
  });
}
