import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { loadPipeline } from '../../src/pipeline/file/load.js';
import { MINIMAL, problemsOf } from './minimal.js';

const KEYS = 'user: a, catalog: lake, schema: totsugo, shared: /mnt/lake';
const trino = (url: string, more = '', keys = KEYS) =>
  `${MINIMAL}engine: {trino: {url: "${url}", ${keys}${more}}}\n`;
const https = 'https://trino.example:8443';

describe('engine.trino', () => {
  it('is read with its defaults', async () => {
    const path = join(mkdtempSync(join(tmpdir(), 'cluster-')), 'p.yaml');
    writeFileSync(path, trino(https, ', password_file: secret, location: "s3://bucket/a"'));
    expect((await loadPipeline(path)).cluster).toEqual({
      url: https,
      user: 'a',
      catalog: 'lake',
      schema: 'totsugo',
      shared: '/mnt/lake',
      location: 's3://bucket/a',
      passwordFile: 'secret',
      tokenFile: null,
      caFile: null,
    });
    writeFileSync(path, trino(https));
    expect((await loadPipeline(path)).cluster).toMatchObject({ location: 'local:///', passwordFile: null });
    writeFileSync(path, MINIMAL);
    expect((await loadPipeline(path)).cluster).toBeUndefined();
  });

  it.each([
    trino(https),
    trino('http://trino.example:8080'),
    trino('http://127.0.0.1:8080', ', token_file: t'),
    trino('http://localhost:8080', ', password_file: p'),
    trino('http://[::1]:8080', ', password_file: p'),
  ])('may be %s', (file) => expect(problemsOf(file)).toEqual([]));

  it.each([
    [trino('trino.example:8443'), /Not the address/],
    [trino('ftp://trino.example'), /Not the address/],
    [trino('https://a:b@trino.example'), /password_file/],
    [trino('http://trino.example:8080', ', password_file: p'), /https/],
    [trino('http://127.0.0.1.example', ', token_file: t'), /https/],
    [trino(https, ', password_file: p, token_file: t'), /not both/],
    [trino(https, ', location: bucket'), /Not a place/],
    [trino(https, '', KEYS.replace('lake,', 'Lake,')), /lower-case/],
    [trino(https, '', KEYS.replace('totsugo', '"a; drop"')), /lower-case/],
    [trino(https, '', 'user: a'), /catalog/],
    [`${MINIMAL}engine: {spark: {}}\n`, /spark|trino/],
  ])('may not be %s', (file, told) => expect(problemsOf(file).join('\n')).toMatch(told));
});
