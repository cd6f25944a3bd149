import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Evaluation } from '../../src/evaluate/evaluation.js';
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

describe('evaluate, from the real program', () => {
  const dir = temporary();
  const out = join(dir, 'run');
  const truth = join(dir, 'truth.csv');
  let evaluation: Evaluation;
  beforeAll(() => {
    expect(totsugo(['run', SAMPLE, '--out', out, '--quiet']).code).toBe(0);
    writeFileSync(truth, otherTruth());
    const { code, stdout, stderr } = totsugo(['evaluate', out, '--truth', truth, '--json']);
    expect([code, stderr]).toEqual([0, '']);
    evaluation = JSON.parse(stdout);
  });

  it('explains misses and false alarms without anybody’s items', () => {
    expect([evaluation.misses.total, evaluation.falseAlarms.total]).toEqual([1, 1]);
    const missed = evaluation.misses.links[0]!.explanation!;
    expect(missed.evidence.map(({ item }) => item)).toContain('birth_date');
    const sum = missed.evidence.reduce((total, { weight }) => total + weight, 0);
    expect(sum).toBeCloseTo(missed.total, 2);
    const alarm = evaluation.falseAlarms.links[0]!.explanation!;
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
    expect(json<Evaluation>(out, 'evaluation.json').misses.total).toBe(0);
  });
});
