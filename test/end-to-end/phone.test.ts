import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'csv-parse/sync';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Finding } from '../../src/audit/finding.js';
import { json, lines, temporary, totsugo } from './program.js';

type Row = Record<string, string>;

const read = (path: string): Row[] => parse(readFileSync(path), { bom: true, columns: true });
const write = (path: string, rows: readonly Row[]) =>
  writeFileSync(
    path,
    [Object.keys(rows[0]!), ...rows.map((row) => Object.values(row))]
      .map((cells) => cells.map((cell) => `"${cell}"`).join(','))
      .join('\n'),
  );

/** A fixed line for two homes in five, which whoever lives there states; a telephone of their own for the others, but for some. */
function phoneOf(resident: Row): string {
  const [id, home] = [Number(resident.宛名番号), Number(resident.世帯番号)];
  if (home % 5 < 2) return `045-9${home % 10}1-${String(2000 + (home % 7000)).padStart(4, '0')}`;
  return id % 7 === 0 ? '' : `090-3${String(id % 1000).padStart(3, '0')}-${String(4000 + (id % 5000))}`;
}

/** As another office writes it; one in ten has changed. */
function written(phone: string, row: number): string {
  if (row % 10 === 0) return `080-5555-${String(1000 + row).padStart(4, '0')}`;
  return row % 3 === 0
    ? phone.replaceAll('-', '')
    : row % 3 === 1
      ? phone.replace(/^0/, '+81 ')
      : phone.slice(1);
}

describe('a register and a source with phone numbers', () => {
  const dir = temporary();
  const out = join(dir, 'run');
  const pipeline = join(dir, 'pipeline.yaml');
  let findings: Finding[];

  beforeAll(() => {
    expect(
      totsugo(['synth', '--out', dir, '--residents', '800', '--seed', '5', '--wrong-rate', '0.03']).code,
    ).toBe(0);
    const residents = read(join(dir, 'residents.csv'));
    const phones = new Map(residents.map((row) => [row.宛名番号!, phoneOf(row)]));
    write(
      join(dir, 'residents.csv'),
      residents.map((row) => ({ ...row, 電話番号: phones.get(row.宛名番号!)! })),
    );
    const owners = new Map(
      read(join(dir, 'truth.csv'))
        .filter(({ source }) => source === 'cards')
        .map((row) => [row.record_id!, row.true_resident_id!]),
    );
    const cards = read(join(dir, 'cards.csv'));
    write(
      join(dir, 'cards.csv'),
      cards.map((row, i) => ({ ...row, 連絡先: written(phones.get(owners.get(row.発行番号!)!) ?? '', i) })),
    );
    const yaml = readFileSync(pipeline, 'utf8')
      .replace(
        '    previous_address: 転入前住所\n',
        '    previous_address: 転入前住所\n    phone: 電話番号\n',
      )
      .replace(
        '      organisation: 交付市区町村コード\n',
        '      organisation: 交付市区町村コード\n      phone: 連絡先\n',
      );
    writeFileSync(pipeline, yaml);
    const { code, stderr } = totsugo(['run', pipeline, '--out', out, '--quiet']);
    expect(stderr).toBe('');
    expect(code).toBe(0);
    findings = lines<Finding>(out, 'findings.jsonl');
  });

  it('weighs it in the source that carries it, and knows nothing of it elsewhere', () => {
    const { sources } = json<{
      sources: Record<
        string,
        { levels: Record<string, Record<string, { m: number; u: number; count: number }>> }
      >;
    }>(out, 'model.json');
    expect(sources.insurance!.levels.phone).toBeUndefined();
    const phone = sources.cards!.levels.phone!;
    expect(Object.keys(phone)).toEqual(['exact', 'shared', 'different']);
    const bits = (level: string) => Math.log2(phone[level]!.m / phone[level]!.u);
    expect(phone.different!.count).toBeGreaterThan(40);
    // A number of one's own tells as much as a name; one of a home at most two bits; another one takes a little.
    expect(bits('exact')).toBeGreaterThan(6);
    expect(bits('shared')).toBeGreaterThan(1);
    expect(bits('shared')).toBeLessThanOrEqual(2.1);
    expect(bits('different')).toBeGreaterThan(-4);
    expect(bits('different')).toBeLessThan(0);
  });

  it('doubts no link for another number alone', () => {
    const { B } = json<{ sources: { cards: { B: number } } }>(out, 'summary.json').sources.cards;
    expect(B).toBeGreaterThan(40);
    const wrong = new Set(
      read(join(dir, 'truth.csv'))
        .filter((row) => row.source === 'cards' && row.wrong === '1')
        .map((row) => row.record_id),
    );
    const doubted = findings.filter(
      ({ source, grade, kind }) => source === 'cards' && grade === 'C' && kind !== 'unknown-number',
    );
    expect(new Set(doubted.map(({ record_id }) => record_id))).toEqual(wrong);
  });

  it('tells of it in the evidence, the marks and what explain says, where both sides state it', () => {
    const evidence = (source: string) =>
      findings
        .filter((f) => f.source === source && f.evidence.length > 0)
        .map((f) => f.evidence.map(({ item }) => item));
    expect(evidence('cards').filter((items) => items.includes('phone')).length).toBeGreaterThan(5);
    expect(evidence('insurance').length).toBeGreaterThan(0);
    expect(evidence('insurance').flat()).not.toContain('phone');
    const told = findings.find(
      (f) => f.source === 'cards' && f.evidence.some(({ item }) => item === 'phone'),
    )!;
    const marks = readFileSync(join(out, 'marks.jsonl'), 'utf8')
      .split('\n')
      .find((line) => line.includes(told.finding_id))!;
    expect(marks).toContain('"phone"');
    const { stdout } = totsugo(['explain', out, told.finding_id, '--all']);
    expect(stdout).toMatch(/^Phone number .*\d/m);
    expect(stdout).toMatch(/^Phone number (agrees|differs)/m);
  });

  it('has a row on the case page and in the check of the data', () => {
    const pages = readdirSync(out, { recursive: true, encoding: 'utf8' });
    const shards = pages.filter((path) => /data\/cases-\d+\.js$/.test(path));
    expect(shards.some((path) => readFileSync(join(out, path), 'utf8').includes('"item":"phone"'))).toBe(
      true,
    );
    expect(readFileSync(join(out, 'quality.html'), 'utf8')).toContain('電話番号');
  });

  it.each([
    ['residents.csv', '電話番号'],
    ['cards.csv', '連絡先'],
  ])('is proposed by inspect: %s', (file, column) => {
    expect(totsugo(['inspect', join(dir, file)]).stdout).toContain(`phone: ${column}`);
  });
});
