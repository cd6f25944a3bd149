import { describe, expect, it } from 'vitest';
import { namedAs } from '../../src/audit/item-names.js';

/**
 * Words of one item as vendors write them in Latin letters (Hepburn, Kunrei, long vowels or none, their consonants), and what they put
 * behind them (- for nothing); every word with every ending is one name.
 */
const OF_REGISTERS: Readonly<Record<string, readonly [string, string]>> = {
  resident_id: [
    'ATENA ATN ATNA AT JUMIN JYUMIN ZYUMIN JMN JM SHIKIBETSU SIKIBETU SKBT',
    'NO _NO _CD CD _BANGO BANGOU _ID BNG',
  ],
  household_id: ['SETAI STAI STI ST SETI', 'NO _NO _CD CD _BANGO _BANGOU _ID'],
  my_number: ['KOJIN KOZIN KJN MYNA MY', '_NO NO BANGO _BANGO BANGOU _BANGOU BNG'],
  name: ['SHIMEI SIMEI SMEI SMI SIMEI1 NAMAE SEIMEI SM HONMYO HONMYOU', '- _KANJI _KJ _KNJ KANJI KJ KNJ _NM'],
  kana: ['SHIMEI SIMEI SMEI SMI NAMAE SEIMEI SM NM', '_KANA _KN _KNA KANA KN KNA _YOMI _FURIGANA _HURIGANA'],
  former_name: ['KYUSHI KYUSI KYUUSI KYUUJI KYUJI KYUSEI KYUUSEI KSEI KSI KYUUSHI', '- _KANJI _KJ _KNJ _NM'],
  alias: ['TSUSHO TSUSHOU TUSYO TUSYOU TSUUSHOU TUUSYOU TSUSHOMEI TUSYOMEI TSHO TSYO', '- _KANJI _KJ _NM'],
  birth_date: ['UMARE SEINENGAPPI SEINENGAPI SEINEN TANJO TANJOU TANZYO BIRTH UMR', '- _YMD YMD _DT BI _BI'],
  sex: ['SEIBETSU SEIBETU SEBETU SBT SBTS DANJO DANZYO SEIBTU', '- _CD _KBN CD KBN _KB'],
  address: [
    'JUSHO JUSYO JYUSYO JYUSHO ZYUSYO JUUSHO JUUSYO GENJUSHO GEN_JUSYO GENJYUSYO',
    '- 1 _1 _KANJI _KJ',
  ],
  previous_address: [
    'MAE_JUSHO MAEJUSYO MAE_JYUSYO ZENJUSHO ZEN_JUSYO ZENJYUSYO MJUSYO MJYUSYO ZJUSYO KYU_JUSYO TENNYUMAE_JUSHO TENNYUMAEJUSYO JUZEN_JUSHO JYUZEN_JYUSYO',
    '- 1 _KJ',
  ],
  status: [
    'JUMIN_JOTAI JUMIN_JYOTAI JUMINJOUTAI JMN_JOTAI JOTAI JYOTAI ZYOTAI JTI GENZON JUMIN_STS',
    '- _CD _KBN',
  ],
  moved_on: ['IDO IDOU', '_YMD YMD _BI BI _DT _NENGAPPI NENGAPPI'],
  protected: ['SHIEN SIEN SHIENSOCHI SIENSOTI SIENSOCHI HITOKU YOKUSHI YOKUSI DV', '_FLG _KBN _KB KBN FLG'],
  phone: ['DENWA DENWA_ TEL KEITAI DNW', '- NO _NO _BANGO'],
};
const OF_SOURCES: Readonly<Record<string, readonly [string, string]>> = {
  registered_at: [
    'TOROKU TOUROKU TRK HIMOZUKE HIMODUKE HIMOTUKE RENKEI SHUROKU SYUROKU UKETSUKE UKETUKE UKTK NYURYOKU KOFU KOUFU KOHU NINTEI',
    '_YMD YMD _NICHIJI _NITIJI _BI BI _DT _TS _JIKOKU',
  ],
  operator: [
    'TANTO TANTOU TANTOSHA TANTOSYA SHOKUIN SYOKUIN SKIN SOSASHA SOUSASYA NYURYOKUSHA NYURYOKUSYA TOROKUSHA TOROKUSYA TOROKU_SYA SYORI_SYA SHORISHA OPE OPR',
    '- _CD _NO _ID',
  ],
  terminal: ['TANMATSU TANMATU TNMT TRM TERM WS', '- _NO _CD _ID NO'],
  organisation: [
    'HOKENSHA HOKENSYA HKNSYA HKNJA HKNSHA KIKAN JIMUSHO JIMUSYO SHISHO SISYO MADOGUCHI MADOGUTI',
    '_NO _CD NO CD',
  ],
  lookup: ['SHUTOKU SYUTOKU SHOKAI SYOKAI NYUSHU NYUSYU', '_HOHO _HOUHOU _KEIRO _KBN HOHO'],
  record_id: [
    'TECHO TETYO UKETSUKE UKETUKE SEIRI KANRI JUKYUSHA JUKYUSYA JYUKYUSYA HIHOKENSHA HIHOKENSYA HHKNSYA HIHO NINTEI SHINSEI SINSEI KAIIN DAICHO DAITYO NENKIN CASE SHOSHO SYOSYO',
    '_NO NO _CD _BANGO _BANGOU _ID',
  ],
};

const named = (name: string, register: boolean) =>
  namedAs(name, register)
    .filter(({ strength }) => strength !== 'other')
    .map(({ item }) => item);

describe('Japanese words in Latin letters', () => {
  for (const [table, register] of [
    [OF_REGISTERS, true],
    [OF_SOURCES, false],
  ] as const)
    for (const [item, [words, endings]] of Object.entries(table))
      it(`name ${item} of a ${register ? 'register' : 'source'} in every spelling`, () => {
        const names = words
          .split(' ')
          .flatMap((word) => endings.split(' ').map((ending) => `${word}${ending === '-' ? '' : ending}`));
        expect(names.filter((name) => !named(name, register).includes(item as never))).toEqual([]);
      });

  it('say nothing that they do not say', () => {
    const others =
      'ZOKUGARA YUBIN_NO HONSEKI HITTOSHA SHIKAKU_KBN KAZEI_KBN STOCK ATTR SMART KSEIKI TSHIRT IDO_JIYU RIREKI_NO';
    for (const name of others.split(' '))
      for (const register of [true, false]) expect([name, named(name, register)]).toEqual([name, []]);
  });
});
