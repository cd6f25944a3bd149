import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { crc32 } from 'node:zlib';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/audit/finding.js';
import type { AgainstTruth } from '../../src/schemas/evaluation.js';
import type { Model } from '../../src/score/model.js';
import { json, ROOT, SAMPLE, temporary, totsugo } from './program.js';

const TRUTH = join(ROOT, 'sample-data', 'truth.csv');

/** truth.csv with a sound card told as wrong and a wrong card told as sound, so that there is a miss and a false alarm. */
function otherTruth(): string {
  const lines = readFileSync(TRUTH, 'utf8').split('\n');
  const sound = lines.findIndex((line) => /^cards,[^,]+,([^,]+),\1,0,,$/.test(line));
  const wrong = lines.findIndex((line) => /^cards,[^,]+,[^,]+,[^,]+,1,family,/.test(line));
  const [, record, resident] = lines[sound]!.split(',');
  const [, otherRecord, otherResident] = lines[wrong]!.split(',');
  lines[sound] = ['cards', record, resident, otherResident, '1', 'family', ''].join(',');
  lines[wrong] = ['cards', otherRecord, otherResident, otherResident, '0', '', ''].join(',');
  return lines.join('\n');
}

const findings = (dir: string) =>
  readFileSync(join(dir, 'findings.jsonl'), 'utf8')
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Finding);

/** A decisions file as the page exports it. */
function exported(
  dir: string,
  reviewer: string,
  decided: readonly (Finding & { readonly decision: string })[],
): string {
  const lines = decided.map(({ finding_id, fingerprint, decision }) => {
    const at = '2023-06-22T01:00:00.000Z';
    return `${JSON.stringify({ case: finding_id, fingerprint, decision, candidate: null, reason: null, at })}\n`;
  });
  const head = {
    schema: 'totsugo-decisions/1',
    run_id: json<{ run_id: string }>(dir, 'run.json').run_id,
    organisation: 'all',
    reviewer,
    count: lines.length,
    checksum: `crc32:${crc32(lines.join('')).toString(16).padStart(8, '0')}`,
  };
  return `${JSON.stringify(head)}\n${lines.join('')}`;
}

describe('evaluate, from the real program', () => {
  const dir = temporary();
  const out = join(dir, 'run');
  const truth = join(dir, 'truth.csv');
  const pipeline = join(dir, 'pipelines', 'emergency-review.yaml');
  let evaluation: AgainstTruth;
  beforeAll(() => {
    cpSync(join(ROOT, 'sample-data'), join(dir, 'sample-data'), { recursive: true });
    cpSync(SAMPLE, pipeline);
    expect(totsugo(['run', pipeline, '--out', out, '--quiet']).code).toBe(0);
    writeFileSync(truth, otherTruth());
    const { code, stdout, stderr } = totsugo(['evaluate', out, '--truth', truth, '--json']);
    expect([code, stderr]).toEqual([0, '']);
    evaluation = JSON.parse(stdout);
  });

  it('explains misses and false alarms without anybody’s items', () => {
    expect([evaluation.misses.total, evaluation.false_alarms.total]).toEqual([1, 1]);
    const missed = evaluation.misses.links[0]!.explanation!;
    expect(missed.evidence.map(({ item }) => item)).toContain('birth_date');
    const sum = missed.evidence.reduce((total, { weight }) => total + weight, 0);
    expect(sum).toBeCloseTo(missed.total!, 2);
    const alarm = evaluation.false_alarms.links[0]!.explanation!;
    expect(alarm.total).toBeLessThan(0);
    expect(alarm.candidates[0]!.why.length).toBeGreaterThan(0);
    const page = readFileSync(join(out, 'evaluation.html'), 'utf8');
    expect(page).toContain('なぜそう判定したか');
    expect(page).not.toMatch(/(?<!\d)\d{12}(?!\d)/);
  });

  it('tells for how many wrong links the rightful resident was among the rivals', () => {
    const [all] = evaluation.blocking!.sources;
    expect(all!.found / all!.wrong).toBeGreaterThan(0.9);
    expect(evaluation.blocking!.rules.map(({ rule }) => rule)).toContain('household');
    expect(evaluation.blocking!.missed.causes['not-suspected']).toBe(1);
    const { stdout } = totsugo(['evaluate', out, '--truth', TRUTH, '--lang', 'en']);
    expect(stdout.match(/^Blocking: .*$/m)?.[0]).toContain('was among the rivals of');
    expect(json<AgainstTruth>(out, 'evaluation.json').misses.total).toBe(0);
  });

  it('takes decisions for truth, and the next model learns from them', () => {
    const nothing = totsugo(['evaluate', out, '--lang', 'en']);
    expect([nothing.code, nothing.stderr]).toEqual([
      2,
      expect.stringContaining('nothing of this run has been settled'),
    ]);

    const cases = findings(out).filter(({ source, kind }) => source === 'cards' && kind === 'wrong-resident');
    // Wrong as the run says, but for the last, which turns out to be right.
    const decided = cases.map((item, place) => ({
      ...item,
      decision: place < cases.length - 1 ? 'wrong-unknown' : 'right',
    }));
    for (const reviewer of ['r-1', 'r-2'])
      writeFileSync(join(dir, `${reviewer}.jsonl`), exported(out, reviewer, decided));
    const settled = `${cases.length - 1} of ${cases.length} settled links are wrong`;
    // One file alone is the word of one person, and here that is enough.
    const alone = totsugo(['evaluate', out, '--truth', join(dir, 'r-1.jsonl'), '--lang', 'en']);
    expect(alone.stdout).toContain(settled);
    // Where the office says who its reviewers are, nobody else's word is measured by.
    const yaml = readFileSync(pipeline, 'utf8');
    writeFileSync(pipeline, yaml.replace('\nreview:', '\nreview:\n  reviewers: [r-2, r-3]'));
    const stranger = totsugo(['evaluate', out, '--truth', join(dir, 'r-1.jsonl'), '--lang', 'en']);
    expect([stranger.code, stranger.stderr]).toEqual([2, expect.stringContaining('review.reviewers')]);
    writeFileSync(pipeline, yaml);
    expect(totsugo(['decide', out, join(dir, 'r-1.jsonl'), join(dir, 'r-2.jsonl')]).code).toBe(0);
    expect(totsugo(['evaluate', out, '--lang', 'en']).stdout).toContain(settled);

    const next = join(dir, 'next');
    expect(totsugo(['run', pipeline, '--out', next, '--quiet']).code).toBe(0);
    const { cards, insurance } = json<Model>(next, 'model.json').sources;
    expect(cards!.settled).toEqual({ wrong: cases.length - 1, right: 1 });
    expect(insurance!.settled).toEqual({ wrong: 0, right: 0 });
    expect(cards!.levels.given!.different!.m).toBeGreaterThan(
      json<Model>(out, 'model.json').sources.cards!.levels.given!.different!.m,
    );
    // What was decided stays closed: what a case is known by does not hang on the model.
    expect(
      findings(next)
        .map(({ finding_id, fingerprint }) => [finding_id, fingerprint])
        .sort(),
    ).toEqual(
      findings(out)
        .map(({ finding_id, fingerprint }) => [finding_id, fingerprint])
        .sort(),
    );
  });
});
