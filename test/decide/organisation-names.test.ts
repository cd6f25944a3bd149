import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import iconv from 'iconv-lite';
import { describe, expect, it } from 'vitest';
import { organisationName } from '../../src/audit/organisation-name.js';
import { readOrganisationNames } from '../../src/decide/organisation-names.js';

const dir = mkdtempSync(join(tmpdir(), 'names-'));
const read = (content: string | Uint8Array) => {
  writeFileSync(join(dir, 'names.csv'), content);
  return readOrganisationNames(dir, 'names.csv');
};

describe('names of organisations', () => {
  it('are the first two columns, with a header or without, in UTF-8 or as Windows saves them', async () => {
    const wanted = new Map([
      ['142999', 'ひばり野市'],
      ['01130012', '全国健康保険協会'],
    ]);
    const rows = '142999,ひばり野市,x\r\n01130012,"全国健康保険協会"\r\n,無名\r\n5,\r\n';
    expect(await read(`\ufeffコード,名称\r\n${rows}`)).toEqual(wanted);
    expect(await read(iconv.encode(rows, 'cp932'))).toEqual(wanted);
  });

  it('are refused where there are none', async () => {
    await expect(read('コード,名称\n')).rejects.toMatchObject({ code: 'organisations-file', exitCode: 2 });
    await expect(readOrganisationNames(dir, 'no.csv')).rejects.toMatchObject({ code: 'organisations-file' });
  });

  it('stand before the code; a code without a name stands alone', () => {
    const organisationNames = new Map([['142999', 'ひばり野市']]);
    expect(organisationName('142999', organisationNames)).toEqual({
      ja: 'ひばり野市（142999）',
      en: 'ひばり野市 (142999)',
    });
    expect(organisationName('1', organisationNames)).toEqual({ ja: '1', en: '1' });
    expect(organisationName('142999', undefined)).toEqual({ ja: '142999', en: '142999' });
  });
});
