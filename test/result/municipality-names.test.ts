import { describe, expect, it } from 'vitest';
import { municipalityNames } from '../../src/result/municipality-names.js';
import { linkSpec } from '../ingest/support.js';

const source = (id: string, column: string) =>
  linkSpec({ id, columns: { ...linkSpec().columns, organisation: { from: [column], format: null } } });

/** Names of codes that one source has in a column of this name. */
const named = async (column: string, codes: readonly string[]) =>
  Object.fromEntries(
    await municipalityNames(
      { links: [source('s', column)] },
      codes.map((organisation) => ({ source: 's', organisation })),
    ),
  );

describe('names of municipalities', () => {
  // 総務省 都道府県コード及び市区町村コード
  it.each([
    ['a city', '142018', '横須賀市'],
    ['without the check digit', '14201', '横須賀市'],
    ['full-width digits', '１４２０１８', '横須賀市'],
    ['a ward of Tokyo', '131016', '千代田区'],
    ['a ward of a city', '011011', '札幌市中央区'],
    ['a ward of 2024', '221392', '浜松市浜名区'],
    ['a name that two cities have', '132063', '東京都府中市'],
    ['a prefecture', '130001', '東京都'],
    ['a prefecture by two digits', '01', '北海道'],
  ])('%s', async (_, code, name) => {
    expect(await named('交付市区町村コード', [code])).toEqual({ [code]: name });
  });

  it.each([
    ['a wrong check digit', '142019'],
    ['no municipality', '142999'],
    ['no prefecture', '48'],
    ['a bank', '0001'],
    ['text', 'ひばり野市'],
  ])('%s has none', async (_, code) => {
    expect(await named('交付市区町村コード', [code])).toEqual({});
  });

  it('a column that says nothing is of municipalities where nearly all its codes are', async () => {
    const codes = ['142018', '131016', '011002', '132063', '14100'];
    expect(Object.keys(await named('機関', codes)).toSorted()).toEqual(codes.toSorted());
    expect(await named('機関', [...codes, '123456'])).toEqual({});
    expect(await named('機関', ['01', '02', '13'])).toEqual({});
  });

  it('insurers and banks are named by the office alone, whatever their digits', async () => {
    expect(await named('保険者番号', ['142018', '131016'])).toEqual({});
    expect(await named('bank', ['142018'])).toEqual({});
  });

  it('a code that another source uses for something else is left as it is', async () => {
    const links = [source('cards', '市区町村コード'), source('insurance', '保険者番号')];
    const organisations = [
      { source: 'cards', organisation: '142018' },
      { source: 'cards', organisation: '131016' },
      { source: 'insurance', organisation: '142018' },
    ];
    expect(Object.fromEntries(await municipalityNames({ links }, organisations))).toEqual({
      '131016': '千代田区',
    });
  });
});
