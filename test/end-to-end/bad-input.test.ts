import { cpSync, existsSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ROOT, SAMPLE, temporary, totsugo } from './program.js';

/** A copy of the sample world in which one thing is wrong. */
function spoiled(change: (dir: string, pipeline: string) => void): string {
  const dir = temporary();
  cpSync(join(ROOT, 'sample-data'), join(dir, 'sample-data'), { recursive: true });
  cpSync(dirname(SAMPLE), join(dir, 'pipelines'), { recursive: true });
  const pipeline = join(dir, 'pipelines', 'emergency-review.yaml');
  change(join(dir, 'sample-data'), pipeline);
  return pipeline;
}

function edit(path: string, from: string | RegExp, to: string): void {
  const text = readFileSync(path, 'utf8');
  const edited = text.replace(from, to);
  expect(edited).not.toBe(text);
  writeFileSync(path, edited);
}

describe('bad input', () => {
  it.each<[string, (dir: string, pipeline: string) => void, RegExp]>([
    ['a missing file', (_, pipeline) => edit(pipeline, 'cards.csv', 'kards.csv'), /kards\.csv/],
    ['a wrong column name', (_, pipeline) => edit(pipeline, '発行番号', '発行番合'), /発行番合/],
    [
      'a wrong encoding',
      (_, pipeline) => edit(pipeline, 'encoding: cp932', 'encoding: utf-8'),
      /cp932|shift_jis/i,
    ],
    ['an empty file', (dir) => writeFileSync(join(dir, 'cards.csv'), ''), /cards\.csv/],
    [
      'a register without numbers',
      (dir) => {
        const path = join(dir, 'residents.csv');
        writeFileSync(path, readFileSync(path, 'latin1').replace(/^([^,\n]*),\d{12},/gm, '$1,,'), 'latin1');
      },
      /residents\.csv/,
    ],
    ['no pipeline file', () => undefined, /nowhere\.yaml/],
    [
      'an unknown key',
      (_, pipeline) => edit(pipeline, 'version: 1', 'version: 1\nlinsk: {}'),
      /emergency-review\.yaml:\d+:\d+/,
    ],
  ])('%s: one sentence with the place, exit 2, nothing written', (name, change, place) => {
    const pipeline = name === 'no pipeline file' ? '/nowhere.yaml' : spoiled(change);
    const out = join(temporary(), 'out');
    for (const args of [
      ['run', pipeline, '--out', out],
      ['check', pipeline],
    ]) {
      const { code, stdout, stderr } = totsugo(args);
      expect(stderr).toMatch(place);
      expect(stderr.trim().split('\n')).toHaveLength(1);
      expect(stdout).toBe('');
      expect(code).toBe(2);
    }
    expect(existsSync(out)).toBe(false);
  });

  it.each([
    [['run'], /pipeline/i],
    [['run', SAMPLE, '--as-of', '2023-02-30'], /as-of/],
    [['run', SAMPLE, '--memory', 'lots'], /memory/],
    [['run', SAMPLE, '--no-such-option'], /no-such-option/],
    [['run', SAMPLE, '--threads', '0'], /--threads takes/],
    [['synth', '--out', 'x', '--residents', '3', '--seed', '1'], /--residents takes/],
    [['rnu', SAMPLE], /"rnu".*Did you mean "run"/],
    [['foo'], /Unknown command "foo"\. Allowed: run, check/],
    [['explain', 'x'], /1 given, 2 needed\nUsage: totsugo explain <run> <target>/],
    [[], /command/i],
  ])('wrong usage %j: exit 2', (args, place) => {
    const { code, stdout, stderr } = totsugo(args);
    expect(stderr).toMatch(place);
    expect(stdout).toBe('');
    expect(code).toBe(2);
  });

  it('speaks Japanese too', () => {
    expect(totsugo(['run', '/nowhere.yaml', '--lang', 'ja']).stderr).toMatch(/\p{Script=Hiragana}/u);
    for (const args of [
      ['rnu'],
      ['run'],
      ['run', SAMPLE, '--as-of', '2023-02-30'],
      ['run', SAMPLE, '--fail-on', 'x'],
    ]) {
      const { code, stderr } = totsugo([...args, '--lang', 'ja']);
      expect(code).toBe(2);
      expect(stderr).toMatch(/ではありませんか|足りません|指定できるのは|使えません/);
    }
    expect(totsugo(['--help'], { LANG: 'C' }).stdout).toMatch(/突合/);
    expect(totsugo(['run', '--help', '--lang', 'en']).stdout).toMatch(/Run the audit/);
  });
});
