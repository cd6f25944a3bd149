import { resolve } from 'node:path';
import { z } from 'zod';
import { RELATIONS } from '../audit/relations.js';
import { LIMITS, readRegular } from '../files/regular-file.js';
import type { Bilingual } from '../text/bilingual.js';
import { Failure } from '../text/failure.js';
import { schemaProblems } from '../text/schema-problems.js';
import { COMPARISONS } from '../verify/comparisons/index.js';
import type { Model, SourceWeights } from './model.js';

/**
 * What a model may state. Below the least share no register of the world could have taught it, and what is divided by
 * it, or taken the logarithm of, is no number any more; nobody counts more people than there are.
 */
const LEAST = 1e-15;
const MOST_COUNTED = 1e12;
const MOST_ROUNDS = 10_000;
const share = z.number().min(LEAST).max(1);
const count = z.number().nonnegative().max(MOST_COUNTED);
/** Of all links never none and never all: both have infinite odds. */
const wrongRate = z.number().min(LEAST).max(0.999999);
const relationNumbers = (one: z.ZodNumber) =>
  z.object(Object.fromEntries(RELATIONS.map(({ id }) => [id, one])));
const levels = z.object(
  Object.fromEntries(
    COMPARISONS.map((comparison) => {
      const known = z.object(
        Object.fromEntries(
          comparison.levels.slice(1).map(({ id }) => [id, z.object({ m: share, u: share, count })]),
        ),
      );
      return [comparison.id, comparison.optional ? known.optional() : known];
    }),
  ),
);
/** Shape of the weights of a source, and of a model, with every level and relation that this program knows. */
export const WEIGHTS_SHAPE = z.object({
  links: count,
  settled: z.object({ wrong: count, right: count }).optional(),
  wrongRate,
  convergence: z.array(wrongRate).max(MOST_ROUNDS),
  unexplained: share.optional(),
  levels,
});
export const MODEL_SHAPE = z.object({
  version: z.literal(1),
  sources: z.record(
    z.string(),
    z.object({
      ...WEIGHTS_SHAPE.omit({ levels: true }).shape,
      relationShares: relationNumbers(share),
      opportunities: relationNumbers(z.number().min(LEAST).max(MOST_COUNTED)),
      besideRate: share,
      besideShare: share,
      coverage: share,
      repeats: share,
      householdHolds: share.optional(),
      levels,
    }),
  ),
});

/** Problems of a wrong file that are named; a file of another kind has hundreds. */
const NAMED = 5;

/**
 * Reads a frozen model.json (path relative to the pipeline file) and checks that it has every source and level.
 * Throws a Failure with exit code 2 where it does not. Its keys stay in their order, so that it is written as it was read.
 */
export async function readModel(dir: string, file: string, sources: readonly string[]): Promise<Model> {
  const path = resolve(dir, file);
  const bytes = await readRegular(path, LIMITS.model).catch((cause) => {
    if (cause instanceof Failure) throw cause;
    throw unusable(file, { ja: '読めません。', en: 'it cannot be read.' }, cause);
  });
  const json = parsed(file, bytes.toString('utf8'));
  const version = (json as { readonly version?: unknown } | null)?.version;
  if (version !== 1) throw otherVersion(file, version);
  const { error } = MODEL_SHAPE.safeParse(json);
  if (error) throw unusable(file, shapeProblems(error.issues, json), error);
  const model = json as Model;
  const missing = sources.filter((source) => !model.sources[source]).join(', ');
  if (missing !== '')
    throw unusable(file, { ja: `事務 ${missing} がありません。`, en: `it has no source ${missing}.` });
  return model;
}

function parsed(file: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw unusable(file, { ja: 'JSONではありません。', en: 'it is not JSON.' }, cause);
  }
}

/** What the links alone had taught when a frozen model was learned: the wrong rate before rivals were weighed. */
export function frozenWeights({ sources }: Model): Record<string, SourceWeights> {
  return Object.fromEntries(
    Object.entries(sources).map(([source, weights]) => [
      source,
      { ...weights, wrongRate: weights.convergence.at(-1) ?? weights.wrongRate },
    ]),
  );
}

function unusable(file: string, what: Bilingual, cause?: unknown): Failure {
  return new Failure('model-unusable', { values: { file, what }, cause });
}

/** What is wrong with the shape of a model, each with its place in the file. */
function shapeProblems(issues: readonly z.core.$ZodIssue[], json: unknown): Bilingual {
  const problems = schemaProblems(issues, MODEL_SHAPE, json);
  const more = problems.length - NAMED;
  const words = (language: keyof Bilingual, rest: string) =>
    [
      ...problems.slice(0, NAMED).map(({ path, text }) => `${path.join('.')}: ${text[language]}`),
      ...(more > 0 ? [rest] : []),
    ].join('\n  ');
  return {
    ja: `\n  ${words('ja', `ほかに${more}か所`)}`,
    en: `\n  ${words('en', `and ${more} more`)}`,
  };
}

function otherVersion(file: string, version: unknown): Failure {
  const found = typeof version === 'number' ? version : '–';
  return new Failure('model-version', { values: { file, found } });
}

/**
 * Parameters as model.json holds them: six significant digits, whole numbers as they are. Whatever is learned is rounded
 * before it is used, so that a frozen model weighs as the run did that learned it.
 */
export function rounded<T>(parameters: T): T {
  const round = (_key: string, value: unknown) =>
    typeof value === 'number' && !Number.isInteger(value) ? Number(value.toPrecision(6)) : value;
  return JSON.parse(JSON.stringify(parameters, round)) as T;
}

/** The model as model.json holds it. */
export function modelJson(model: Model): string {
  return `${JSON.stringify(rounded(model), null, 2)}\n`;
}
