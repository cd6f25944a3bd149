import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { z } from 'zod';
import { Failure } from '../text/failure.js';
import { COMPARISONS } from '../verify/comparisons.js';
import type { Model } from './model.js';
import { RELATIONS } from './relations.js';

const positive = z.number().positive();
const relationNumbers = z.object(Object.fromEntries(RELATIONS.map(({ id }) => [id, positive])));
const levels = z.object(
  Object.fromEntries(
    COMPARISONS.map((comparison) => [
      comparison.id,
      z.object(
        Object.fromEntries(
          comparison.levels
            .slice(1)
            .map(({ id }) => [id, z.object({ m: positive, u: positive, count: z.number().nonnegative() })]),
        ),
      ),
    ]),
  ),
);
const schema = z.object({
  version: z.literal(1),
  sources: z.record(
    z.string(),
    z.object({
      links: z.number().nonnegative(),
      settled: z.object({ wrong: z.number().nonnegative(), right: z.number().nonnegative() }).optional(),
      wrongRate: positive.max(1),
      convergence: z.array(z.number()),
      relationShares: relationNumbers,
      opportunities: relationNumbers,
      besideRate: positive.max(1),
      besideShare: positive.max(1),
      coverage: positive.max(1),
      repeats: positive.max(1),
      levels,
    }),
  ),
});

/**
 * Reads a frozen model.json (path relative to the pipeline file) and checks that it has every source and level.
 * Throws a Failure with exit code 2 where it does not.
 */
export async function readModel(dir: string, file: string, sources: readonly string[]): Promise<Model> {
  const path = resolve(dir, file);
  const refuse = (what: string, cause?: unknown) =>
    new Failure(
      'model-unusable',
      {
        ja: 'モデルファイル {file} を使えません: {what}',
        en: 'The model file {file} cannot be used: {what}',
      },
      { exitCode: 2, values: { file, what }, cause },
    );
  const text = await readFile(path, 'utf8').catch((cause) => {
    throw refuse('cannot be read', cause);
  });
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch (cause) {
    throw refuse('not JSON', cause);
  }
  const version = (json as { readonly version?: unknown } | null)?.version;
  if (version !== 1) throw otherVersion(file, version);
  const parsed = schema.safeParse(json);
  if (!parsed.success) {
    throw refuse(parsed.error.issues.map((issue) => `${issue.path.join('.')}: ${issue.message}`).join('; '));
  }
  const missing = sources.filter((source) => !parsed.data.sources[source]);
  if (missing.length > 0) throw refuse(`no parameters for ${missing.join(', ')}`);
  return parsed.data as unknown as Model;
}

function otherVersion(file: string, version: unknown): Failure {
  const found = typeof version === 'number' ? version : '–';
  return new Failure(
    'model-version',
    {
      ja: 'モデルファイル {file} の版（version: {found}）は使えません。使えるのは version: 1 です。model: を外して学習し直してください',
      en: 'The model file {file} has version {found}, and only version 1 can be used: leave out model: and learn anew',
    },
    { exitCode: 2, values: { file, found } },
  );
}

/** The model as model.json holds it: six significant digits, keys in a fixed order. */
export function modelJson(model: Model): string {
  const round = (_key: string, value: unknown) =>
    typeof value === 'number' ? Number(value.toPrecision(6)) : value;
  return `${JSON.stringify(model, round, 2)}\n`;
}
