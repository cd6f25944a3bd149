import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { Ajv2020 } from 'ajv/dist/2020.js';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/audit/finding.js';
import { SCHEMAS, type SchemaName } from '../../src/schemas/index.js';
import { lines, temporary, totsugo } from './program.js';

const dir = join(temporary(), 'world');
const pipeline = join(dir, 'pipeline.yaml');
const out = join(dir, 'out');

/** What a command answers with `--json`; the exit code is 0. */
function answer(...args: readonly string[]): unknown {
  const { code, stdout, stderr } = totsugo([...args, '--json'], { HOME: dir });
  expect([args[0], code, code === 0 ? '' : stderr]).toEqual([args[0], 0, '']);
  return JSON.parse(stdout);
}

const ajv = new Ajv2020({ strict: true, strictRequired: false, validateFormats: false });
const published = (name: SchemaName) =>
  ajv.compile(JSON.parse(readFileSync(`docs/schemas/${name}.schema.json`, 'utf8')) as object);

/** Holds values against a schema: strictly, so that no key is missing in it, and by another validator against the published file. */
function expectShape(name: SchemaName, ...values: readonly unknown[]): void {
  const isValid = published(name);
  expect(values.length).toBeGreaterThan(0);
  for (const value of values) {
    const { error } = SCHEMAS[name].schema.safeParse(value);
    expect([name, error?.issues ?? []]).toEqual([name, []]);
    expect([name, isValid(value), isValid.errors]).toEqual([name, true, null]);
  }
}

/** A file as pages export it, with one line on a case. */
function exported({ finding_id, fingerprint, decision }: Finding & { readonly decision: string }): string {
  const { run_id } = file('run.json') as { run_id: string };
  const said = { decision, candidate: null, reason: null, at: '2023-06-22T01:00:00.000Z', reviewer: 'r-07' };
  const body = `${JSON.stringify({ case: finding_id, fingerprint, ...said })}\n`;
  const head = { schema: 'totsugo-decisions/3', run_id, organisation: '-', reviewer: 'r-07', count: 1 };
  const checksum = `crc32:${crc32(`${JSON.stringify(head)}\n${body}`)
    .toString(16)
    .padStart(8, '0')}`;
  const path = join(dir, 'shown.jsonl');
  writeFileSync(path, `${JSON.stringify({ ...head, checksum })}\n${body}`);
  return path;
}

const file = (name: string): unknown => JSON.parse(readFileSync(join(out, name), 'utf8'));

describe('what the program writes as JSON has the shape that its schema says', () => {
  beforeAll(() => {
    const world = answer('synth', '--out', dir, '--residents', '300', '--seed', '5', '--wrong-rate', '0.03');
    expectShape('synth-answer', world);
    // A line too many, for rejects.jsonl to have one.
    writeFileSync(join(dir, 'cards.csv'), `${readFileSync(join(dir, 'cards.csv'), 'utf8')}x\n`);
    expectShape('run-answer', answer('run', pipeline, '--out', out, '--quiet'));
  });

  it('files of the output folder', () => {
    for (const name of ['run', 'summary', 'model', 'quality'] as const)
      expectShape(name, file(`${name}.json`));
    expectShape('public-summary', file('summary.public.json'));
    expectShape('log-head', file('log-head.json'));
    expectShape('finding', ...lines(out, 'findings.jsonl'));
    expectShape('reject', ...lines(out, 'rejects.jsonl'));
    expectShape('blind-sample', ...lines(out, 'blind-sample.jsonl'));
    expectShape('mark', ...lines(out, 'marks.jsonl'));
    expectShape('audit-log', ...lines(out, 'audit-log.jsonl'));
  });

  it('answers about files', () => {
    expectShape('check-answer', answer('check', pipeline));
    expectShape('inspect-answer', answer('inspect', join(dir, 'accounts.txt')));
    const made = join(dir, 'made.yaml');
    const cards = ['--register', 'residents.csv', '--link', 'cards=cards.csv'];
    expectShape('init-answer', answer('init', dir, ...cards, '--pipeline', made, '--yes'));
    expectShape('key-answer', answer('key', 'new'), answer('key', 'rotate'));
  });

  it('answers about a run, to its end', () => {
    const findings = lines<Finding>(out, 'findings.jsonl');
    const someone = findings.find(({ kind }) => kind === 'wrong-resident')!;
    const twice = findings.find(({ source }) => source === 'register')!;
    const [titles, ...rows] = parse(readFileSync(join(out, 'findings.csv'), 'utf8'), { bom: true });
    const decided = rows.find(([id]) => id === someone.finding_id)!;
    // Such a case is settled by two.
    const returned = ['00123', '00456'].map((reviewer) => {
      const filled: Record<string, string> = { '判断（番号）': '3', 点検担当者コード: reviewer };
      const row = titles!.map((title, i) => filled[title] ?? decided[i]!);
      const cells = [titles!, row].map((texts) =>
        texts.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(','),
      );
      writeFileSync(join(dir, `${reviewer}.csv`), `\ufeff${cells.join('\r\n')}\r\n`);
      return join(dir, `${reviewer}.csv`);
    });
    expectShape('decide-answer', answer('decide', out, ...returned));
    // What a reviewer had shown whole stands in the log, and is no decision.
    const shown = exported({ ...someone, decision: 'revealed' });
    expect(answer('decide', out, shown)).toMatchObject({ taken: 0, known: 0, refused: [] });
    const told = lines<{ action: string; reviewer: string; cases: unknown }>(out, 'audit-log.jsonl').filter(
      ({ action }) => action === 'revealed',
    );
    expect(told.map(({ reviewer, cases }) => [reviewer, cases])).toEqual([
      ['r-07', [[someone.finding_id, '2023-06-22T01:00:00.000Z']]],
    ]);
    expectShape('audit-log', ...told);
    for (const { finding_id } of [someone, twice])
      expectShape('explain-answer', answer('explain', out, finding_id));
    expectShape(
      'evaluation',
      answer('evaluate', out, '--truth', join(dir, 'truth.csv')),
      file('evaluation.json'),
    );
    expectShape('evaluation', answer('evaluate', out));
    expectShape('log-answer', answer('log', out));
    expectShape('purge-answer', answer('purge', out));
    expectShape('disposal', file('disposal.json'));
    expectShape('run', file('run.json'));
  });
});
