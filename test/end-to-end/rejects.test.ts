import { cpSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Summary } from '../../src/audit/summary.js';
import type { Manifest } from '../../src/pipeline/manifest.js';
import { json, lines, mode, ROOT, SAMPLE, temporary, totsugo } from './program.js';

/** A row of cards.csv as a clerk completes it: what can be read stays, the rest is looked up in the office. */
function mendCard(row: string, index: number): string {
  const fields = row.split(',').slice(0, 10);
  const known = [
    '',
    '',
    '',
    'S50.3.2',
    '\u5973',
    '\u4f4f\u6240',
    '142999',
    '2022-12-01 10:00:00',
    'T1',
    'U1',
  ];
  const mended = known.map((value, at) => (at < 3 ? fields[at]! : value || fields[at]!));
  return (mended[0] === '' ? mended.with(0, `142999-900000${index}`) : mended).join(',');
}

/** A 77-byte record of accounts.txt: bank to number as they are, holder and the rest anew. */
function mendAccount(row: string, index: number): string {
  const key = row.slice(0, 15);
  return `${key}${'ﾔﾏﾀﾞ ﾊﾅｺ'.padEnd(30)}${'983205673214'}${'20220702133146'}K0000${index + 1}`;
}

function mendService(_: string, index: number): string {
  const rest = { name: '', birth_date: '1975-03-02', gender: 'F', address: '', registered_at: '' };
  return JSON.stringify({
    user_id: `medinote-9000000${index}`,
    serial: '2A00000945',
    provider: 'medinote',
    ...rest,
  });
}

const SOURCES = [
  { id: 'cards', file: 'cards.csv', encoding: 'cp932', header: 1, lineEnd: '\r\n', mend: mendCard },
  { id: 'accounts', file: 'accounts.txt', encoding: 'cp932', header: 0, lineEnd: '\r\n', mend: mendAccount },
  { id: 'services', file: 'services.jsonl', encoding: 'utf-8', header: 0, lineEnd: '\n', mend: mendService },
] as const;

describe('what was rejected', () => {
  let dir: string;
  let pipeline: string;
  const run = (name: string) => join(dir, 'reports', name);
  const audit = (name: string) => {
    const { code, stderr } = totsugo(['run', pipeline, '--out', run(name), '--quiet']);
    expect(stderr).toBe('');
    expect(code).toBe(0);
  };

  beforeAll(() => {
    dir = temporary();
    pipeline = join(dir, 'pipelines', 'emergency-review.yaml');
    cpSync(join(ROOT, 'sample-data'), join(dir, 'sample-data'), { recursive: true });
    cpSync(SAMPLE, pipeline);
    audit('first');
  });

  it('is every rejected row, byte for byte below the header of its file, for the owner only', () => {
    for (const { id, file, header, lineEnd } of SOURCES) {
      const path = join(run('first'), 'work', 'quarantine', `${id}.1`);
      const kept = readFileSync(path, 'latin1').split(lineEnd).slice(0, -1);
      const original = readFileSync(join(ROOT, 'sample-data', file), 'latin1').split(lineEnd);
      const rejects = lines<{ source: string; line: number }>(run('first'), 'rejects.jsonl');
      const damaged = rejects.filter(({ source }) => source === id).map(({ line }) => original[line - 1]);
      expect(damaged.length).toBeGreaterThan(0);
      expect(kept.slice(0, header)).toEqual(original.slice(0, header));
      expect(kept.slice(header).sort()).toEqual(damaged.sort());
      expect(mode(path)).toBe(0o600);
    }
  });

  it('comes back, corrected, as another file of its source: every row is accepted', () => {
    for (const { id, file, encoding, header, lineEnd, mend } of SOURCES) {
      const bytes = readFileSync(join(run('first'), 'work', 'quarantine', `${id}.1`));
      const rows = iconv.decode(bytes, encoding).split(lineEnd).slice(0, -1);
      const mended = rows.map((row, index) => (index < header ? row : mend(row, index - header)));
      const text = `${mended.join(lineEnd)}${lineEnd}`;
      writeFileSync(join(dir, 'sample-data', `mended-${file}`), iconv.encode(text, encoding));
      const given = `../sample-data/${file}`;
      const yaml = readFileSync(pipeline, 'utf8');
      writeFileSync(pipeline, yaml.replace(given, `[${given}, ../sample-data/mended-${file}]`));
    }
    audit('second');
    const before = json<Summary>(run('first'), 'summary.json').sources;
    const after = json<Summary>(run('second'), 'summary.json').sources;
    const { inputs } = json<Manifest>(run('second'), 'run.json');
    for (const { id, file } of SOURCES) {
      const { rejected, accepted } = before[id]!;
      const returned = inputs.find(({ path }) => path.endsWith(`mended-${file}`));
      expect(returned, id).toMatchObject({ source: id, rows: rejected, accepted: rejected, rejected: 0 });
      expect(after[id]).toMatchObject({ accepted: accepted + rejected, rejected });
    }
  });
});
