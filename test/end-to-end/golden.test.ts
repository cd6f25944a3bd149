import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import { openDuckDb } from '../../src/engine/duckdb.js';
import { ROOT, SAMPLE, temporary, totsugo } from './program.js';

/**
 * What must not move while the code is turned round: the judgement of the sample and of a synthetic town, byte for
 * byte. A change that is meant to move it says why, and renews the files with `npm run golden`.
 */
const GOLDEN = join(ROOT, 'test', 'cases', 'golden');
const RENEW = process.env.RENEW_GOLDEN === '1';
const PER_KIND = 2;

const WORLDS: readonly { readonly name: string; readonly run: (out: string) => void }[] = [
  { name: 'sample', run: (out) => audit(SAMPLE, out) },
  { name: 'town', run: (out) => audit(town(), out) },
];

for (const { name, run } of WORLDS) {
  describe(`golden ${name}`, () => {
    let out: string;
    beforeAll(() => {
      out = join(temporary(), 'run');
      run(out);
    });

    for (const file of ['findings.jsonl', 'summary.json', 'model.json'] as const) {
      it(`${file} is as it was`, () => expectGolden(name, file, readFileSync(join(out, file), 'utf8')));
    }

    it('the grades are as they were', async () => {
      expectGolden(name, 'grades.txt', `${await gradesDigest(join(out, 'grades.parquet'))}\n`);
    });

    it('the case data of every kind is as it was', () => {
      expectGolden(name, 'cases.json', `${JSON.stringify(caseData(out), null, 1)}\n`);
    });

    it('a record that is tied by a certificate is headed by no number, any other by its own', () => {
      const tails = { services: new Set<boolean>(), others: new Set<boolean>() };
      for (const { texts, cases } of shardsOf(out))
        for (const { source, kindId, tail } of cases)
          if (kindId !== 'duplicate-resident')
            tails[texts[source]![1] === 'Private services' ? 'services' : 'others'].add(tail !== null);
      expect([...tails.services]).toEqual([false]);
      expect(tails.others.has(true)).toBe(true);
    });

    it('nothing on a page of the blind sample says what the program thinks of it', () => {
      const said = blindTexts(out);
      expect(said.length).toBeGreaterThan(0);
      for (const text of new Set(said)) expect(text).not.toMatch(JUDGEMENT);
    });
  });
}

function expectGolden(world: string, file: string, actual: string): void {
  const path = join(GOLDEN, world, file);
  if (RENEW) {
    mkdirSync(join(GOLDEN, world), { recursive: true });
    writeFileSync(path, actual);
  }
  expect(actual).toBe(readFileSync(path, 'utf8'));
}

function audit(pipeline: string, out: string): void {
  const { code, stderr } = totsugo(['run', pipeline, '--out', out, '--as-of', '2023-06-22', '--quiet']);
  expect(stderr).toBe('');
  expect(code).toBe(0);
}

function town(): string {
  const dir = join(temporary(), 'world');
  const args = ['--residents', '1500', '--seed', '77', '--wrong-rate', '0.02'];
  expect(totsugo(['synth', '--out', dir, ...args]).code).toBe(0);
  return join(dir, 'pipeline.yaml');
}

async function gradesDigest(path: string): Promise<string> {
  const engine = await openDuckDb({});
  try {
    const rows = await engine.rows<Record<string, unknown>>(
      `SELECT source, file, row, record_id, resident_id, grade, probability::VARCHAR AS probability
       FROM read_parquet('${path}') ORDER BY source, file, row`,
    );
    // The folder that holds the inputs is another one in every run of the town.
    const text = rows.map((row) => JSON.stringify({ ...row, file: String(row.file).split('/').at(-1) }));
    return `${rows.length} ${createHash('sha256').update(text.join('\n')).digest('hex')}`;
  } finally {
    engine.close();
  }
}

/** Words of a judgement, of what a difference may come from, and of how common a name is. */
const JUDGEMENT =
  /可能性|疑|とみられ|おそれ|まれ|多い|少ない|誤記|書き起こし|説明のつく|合いません|候補|確率|以前の判断|より前|may |might|perhaps|likel|probab|seldom|often|rare|seems|suspect|slip|another person|explained|candidate|before the/i;

/** All that shards hold of cases of the blind sample, texts of the shard among them, and rows of the hand-off. */
function blindTexts(out: string): readonly string[] {
  const said: string[] = [];
  for (const path of readdirSync(out, { recursive: true, encoding: 'utf8' }).sort()) {
    if (/findings\.csv$/.test(path)) {
      const rows = readFileSync(join(out, path), 'utf8').split('\n');
      // What may be chosen is the same for all cases, and names candidates.
      said.push(
        ...rows.filter((row) => /^"?S-/.test(row)).map((row) => row.split('","').slice(2).join('","')),
      );
    }
  }
  for (const { texts, cases } of shardsOf(out)) {
    const collect = (value: unknown, key: string): void => {
      if (typeof value === 'string') said.push(...(value === 'explained' ? [] : [value]));
      else if (typeof value === 'number') {
        if (!NO_TEXT.has(key)) said.push(...(texts[value] ?? []));
      } else if (value !== null && typeof value === 'object')
        for (const [name, inner] of Object.entries(value)) collect(inner, Array.isArray(value) ? key : name);
    };
    for (const { kindId: _, ...item } of cases) if (item.blind) collect(item, '');
  }
  return said;
}

/** Numbers of a case that are no texts: rows of files, and how a run of characters is marked. */
const NO_TEXT: ReadonlySet<string> = new Set(['origin', 'runs']);

interface ShardCase {
  readonly id: string;
  readonly kindId: string;
  /** Place of the title among the texts of the shard. */
  readonly kind: number;
  readonly source: number;
  readonly tail: string | null;
  readonly blind?: true;
}

interface Shard {
  readonly path: string;
  readonly json: string;
  /** Each in Japanese and English. */
  readonly texts: readonly (readonly string[])[];
  readonly cases: readonly ShardCase[];
}

/** All files of cases below a folder of outputs. */
function shardsOf(out: string): readonly Shard[] {
  return readdirSync(out, { recursive: true, encoding: 'utf8' })
    .filter((path) => /data\/cases-\d+\.js$/.test(path))
    .sort()
    .map((path) => {
      const script = readFileSync(join(out, path), 'utf8');
      const json = script.slice(script.indexOf('{'), script.lastIndexOf('}') + 1);
      return { path, json, ...(JSON.parse(json) as Pick<Shard, 'texts' | 'cases'>) };
    });
}

/** A digest of every shard, and the first cases of every kind whole, texts by their number in the shard. */
function caseData(out: string) {
  const taken = new Map<string, number>();
  const shards: Record<string, string> = {};
  const cases: ShardCase[] = [];
  for (const { path, json, texts, cases: all } of shardsOf(out)) {
    shards[path] = createHash('sha256').update(json).digest('hex').slice(0, 16);
    for (const each of all) {
      const kind = texts[each.kind]![1]!;
      const seen = taken.get(kind) ?? 0;
      taken.set(kind, seen + 1);
      if (seen < PER_KIND) cases.push(each);
    }
  }
  return { kinds: Object.fromEntries([...taken].sort()), shards, cases };
}
