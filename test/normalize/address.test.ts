import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalAddress } from '../../src/normalize/address/address.js';
import { foldAddress } from '../../src/normalize/address/address-fold.js';

const parts = (text: string) => {
  const { prefecture, city, town, number, building, room } = canonicalAddress(text);
  return [prefecture, city, town, number, building, room].join('|').replace(/\|+$/, '');
};

describe('where the municipality ends', () => {
  test.each([
    ['東京都千代田区霞が関2-1-2', '東京都|千代田区|霞ケ関|2-1-2'],
    ['千葉県市川市八幡1-1-1', '千葉県|市川市|八幡|1-1-1'],
    ['千葉県市原市国分寺台中央1-1-1', '千葉県|市原市|国分寺台中央|1-1-1'],
    ['三重県四日市市八千代台1-2', '三重県|四日市市|八千代台|1-2'],
    ['広島県廿日市市下平良1-11-1', '広島県|廿日市市|下平良|1-11-1'],
    ['石川県野々市市三納1-1', '石川県|野野市市|三納|1-1'],
    ['長野県大町市大町3887', '長野県|大町市|大町|3887'],
    ['東京都町田市森野2-2-22', '東京都|町田市|森野|2-2-22'],
    ['新潟県十日町市千歳町3-3', '新潟県|十日町市|千歳町|3-3'],
    ['新潟県村上市三之町1-1', '新潟県|村上市|三ノ町|1-1'],
    ['東京都武蔵村山市本町1-1-1', '東京都|武蔵村山市|本町|1-1-1'],
    ['東京都羽村市緑ヶ丘5-2-1', '東京都|羽村市|緑ケ丘|5-2-1'],
    ['新潟県三条市旭町2-3-1', '新潟県|三条市|旭町|2-3-1'],
    ['北海道余市郡余市町朝日町26', '北海道|余市町|朝日町|26'],
    ['岐阜県郡上市八幡町島谷228', '岐阜県|郡上市|八幡町島谷|228'],
    ['福島県郡山市朝日1-23-7', '福島県|郡山市|朝日|1-23-7'],
    ['愛知県蒲郡市旭町17-1', '愛知県|蒲郡市|旭町|17-1'],
    ['奈良県大和郡山市北郡山町248-4', '奈良県|大和郡山市|北郡山町|248-4'],
    ['奈良県高市郡明日香村岡55', '奈良県|明日香村|岡|55'],
    ['山形県北村山郡大石田町緑町1', '山形県|大石田町|緑町|1'],
    ['群馬県佐波郡玉村町下新田201', '群馬県|玉村町|下新田|201'],
    ['栃木県芳賀郡市貝町市塙1280', '栃木県|市貝町|市塙|1280'],
    ['宮城県柴田郡村田町大字村田字迫6', '宮城県|村田町|村田迫|6'],
    ['佐賀県杵島郡大町町大字大町5017', '佐賀県|大町町|大町|5017'],
    ['徳島県阿波市市場町切幡1', '徳島県|阿波市|市場町切幡|1'],
    ['三重県津市西丸之内23-1', '三重県|津市|西丸ノ内|23-1'],
    ['神奈川県横浜市保土ケ谷区川辺町2-9', '神奈川県|横浜市保土ケ谷区|川辺町|2-9'],
    ['さいたま市浦和区常盤6-4-4', '|サイタマ市浦和区|常盤|6-4-4'],
    ['千葉県栄町安食台1-2', '千葉県|栄町|安食台|1-2'],
    ['栄町3丁目4-5', '||栄町|3-4-5'],
    ['本町地区1-2', '||本町地区|1-2'],
    // only designated cities have wards
    ['新潟県上越市安塚区安塚722-3', '新潟県|上越市|安塚区安塚|722-3'],
    ['熊本県八代市郡築四番町8-5', '熊本県|八代市|郡築4番町|8-5'],
    ['大阪府高槻市郡家新町4-19', '大阪府|高槻市|郡家新町|4-19'],
    ['愛知県名古屋市中村区本町1-2', '愛知県|名古屋市中村区|本町|1-2'],
    ['兵庫県上郡町大持278', '兵庫県|上郡町|大持|278'],
    ['兵庫県赤穂郡上郡町大持278', '兵庫県|上郡町|大持|278'],
  ])('%s', (text, expected) => expect(parts(text)).toBe(expected));
});

describe('numbers', () => {
  test.each([
    ['霞が関二丁目一番二号', '||霞ケ関|2-1-2'],
    ['霞ヶ関２丁目１番地２', '||霞ケ関|2-1-2'],
    ['霞ケ関2丁目1番地の2', '||霞ケ関|2-1-2'],
    ['霞が関２－１－２', '||霞ケ関|2-1-2'],
    ['霞が関2の1の2', '||霞ケ関|2-1-2'],
    ['霞が関2ー1ー2', '||霞ケ関|2-1-2'],
    ['霞が関 2 丁目 1 番 2 号', '||霞ケ関|2-1-2'],
    ['霞が関02-01-02', '||霞ケ関|2-1-2'],
    ['日本橋三－二－一', '||日本橋|3-2-1'],
    ['大字馬場字上原百二十三番地の二', '||馬場上原|123-2'],
    ['六本木六丁目10番', '||六本木|6-10'],
    ['八千代台三丁目1番2号', '||八千代台|3-1-2'],
    ['一番町6-4', '||1番町|6-4'],
    ['青葉区一番町三丁目7番1号', '|青葉区|1番町|3-7-1'],
    ['新金岡町5丁1-4', '||新金岡町|5-1-4'],
    ['札幌市中央区北1条西2丁目3番4号', '|札幌市中央区|北1西|2-3-4'],
    ['札幌市中央区北一条西二丁目3-4', '|札幌市中央区|北1西|2-3-4'],
    ['札幌市中央区北１西２　３－４', '|札幌市中央区|北1西|2-3-4'],
    ['洋野町種市第23地割27番地', '||洋野町種市|23-27'],
    ['洋野町種市23-27', '||洋野町種市|23-27'],
    ['高松市番町1-8-15', '|高松市|番町|1-8-15'],
    ['横手市十文字町字海道下12', '|横手市|十文字町海道下|12'],
    ['港区芝1丁目字山田12番地', '|港区|芝1丁目山田|12'],
    // names that hold a numeral before a mark of numbers
    ['東京都港区麻布十番4丁目19番19号', '東京都|港区|麻布10番|4-19-19'],
    ['東京都港区麻布十番四丁目十九番', '東京都|港区|麻布10番|4-19'],
    ['東京都港区麻布十番4-19-19', '東京都|港区|麻布10番|4-19-19'],
    ['千葉県柏市中十余二8丁目17番', '千葉県|柏市|中十余二|8-17'],
    ['静岡県下田市三丁目9丁目3番', '静岡県|下田市|3丁目|9-3'],
    ['滋賀県高島市安曇川町五番領7-7', '滋賀県|高島市|安曇川町五番領|7-7'],
    ['大阪府堺市東区丈六7丁目4番', '大阪府|堺市東区|丈六|7-4'],
    ['愛知県半田市十一号地4-14', '愛知県|半田市|11号地|4-14'],
    ['愛知県弥富市五之三町6-18', '愛知県|弥富市|五ノ三町|6-18'],
    ['上野二十五の三', '||上野|25-3'],
    ['横浜市中区本町', '|横浜市中区|本町'],
  ])('%s', (text, expected) => expect(parts(text)).toBe(expected));
});

describe('buildings and rooms', () => {
  test.each([
    ['本町6-50-10 コーポ田中305号室', '||本町|6-50-10|コーポ田中|305'],
    ['本町6-50-10コーポ田中305', '||本町|6-50-10|コーポ田中|305'],
    ['本町６丁目５０番１０号　コーポ田中－３０５', '||本町|6-50-10|コーポ田中|305'],
    ['本町6-50-10-305', '||本町|6-50-10||305'],
    ['本町6-50-10 305', '||本町|6-50-10||305'],
    ['本町6-50-10 ｺｰﾎﾟ田中 305', '||本町|6-50-10|コーポ田中|305'],
    ['本町6-50-10(コーポ田中305)', '||本町|6-50-10|コーポ田中|305'],
    ['本町6-50-10 メゾンA-305', '||本町|6-50-10|メゾン|A305'],
    ['本町6-50-10 コーポ2', '||本町|6-50-10|コーポ2'],
    ['本町6-50-10 ビル3階', '||本町|6-50-10|ビル|3F'],
    ['本町6-50-10 ビル3F', '||本町|6-50-10|ビル|3F'],
    ['本町2番地1階', '||本町|2||1F'],
    ['本町3番地305号室', '||本町|3||305'],
    ['霞が関2丁目1番2号 中央合同庁舎２号館', '||霞ケ関|2-1-2|中央合同庁舎2号館'],
    ['本町三丁目一番二号　コーポ', '||本町|3-1-2|コーポ'],
  ])('%s', (text, expected) => expect(parts(text)).toBe(expected));

  test('方 and 様方 name the householder, and are no building', () => {
    for (const text of ['本町6-50-10　田中様方', '本町6-50-10 田中方', '本町6丁目50番10号田中方']) {
      expect(canonicalAddress(text)).toMatchObject({
        number: '6-50-10',
        building: '',
        room: '',
        careOf: '田中',
      });
    }
    expect(canonicalAddress('本町6-50-10 コーポ田中305号室 佐藤方')).toMatchObject({
      building: 'コーポ田中',
      room: '305',
      careOf: '佐藤',
    });
    expect(parts('大阪府枚方市大垣内町2-1-20')).toBe('大阪府|枚方市|大垣内町|2-1-20');
  });
});

describe('one place, several notations', () => {
  test.each([
    ['京都市中京区寺町通御池上る上本能寺前町488番地', '京都府京都市中京区上本能寺前町４８８'],
    ['京都市下京区四条通烏丸東入長刀鉾町20', '京都市下京区長刀鉾町20番地'],
    ['京都市上京区今出川通烏丸西入ル今出川町324', '京都市上京区今出川町324'],
    ['龍ケ崎市3710番地', '竜ヶ崎市3710'],
    ['自由が丘1-1', '自由ガ丘1-1'],
    ['つつじヶ丘2-1', 'つつじが丘２丁目１'],
    ['三ッ沢上町5', '三ツ沢上町5番地'],
    ['丸の内1-9', '丸ノ内1丁目9'],
    ['池之上2-3', '池の上2-3'],
    ['大字中澤字東12', '中沢東12番地'],
    ['〒100-0013 東京都千代田区霞が関2-1', '東京都千代田区霞ヶ関２丁目１番地'],
    ['\u{fa10}本町1', '塚本町1'],
    ['\u{20bb7}野町1', '吉野町1'],
    ['浜松市中央区元城町103-2', '濱松市中央区元城町１０３番地の２'],
  ])('%s = %s', (a, b) => expect(canonicalAddress(a).key).toBe(canonicalAddress(b).key));

  test.each([
    ['霞が関2-1-2', '霞が関2-12'],
    ['霞が関2-1-2', '霞が関21-2'],
    ['一番町6-4', '二番町6-4'],
    ['北1条西2丁目3', '北1条東2丁目3'],
    ['八千代台1-2', '千代台1-2'],
    ['本町1', '元町1'],
    ['十文字町1', '十文町1'],
  ])('%s is not %s', (a, b) => expect(canonicalAddress(a).key).not.toBe(canonicalAddress(b).key));

  test.each(['', '　', '不明', '不詳', '住所不定', '●●', '〓'])('no place: %s', (text) =>
    expect(canonicalAddress(text).key).toBe(''),
  );
});

describe('properties', () => {
  const pieces = fc.constantFrom(
    ...[
      '東京都',
      '北海道',
      '京都市',
      '四日市市',
      '余市郡',
      '中区',
      '本町',
      '大字',
      '字',
      '三丁目',
      '１番地の２',
      '-',
      'ー',
      '号',
      '方',
      '様方',
    ],
    ...[
      '上る',
      '東入',
      '条',
      '西',
      '第',
      '地割',
      ' ',
      '　',
      'コーポ',
      '305号室',
      'A',
      '３階',
      '一',
      '十',
      '〇',
      '●',
      '\u{20bb7}',
      '\ud842',
      'ヶ',
      'が',
    ],
    ...['番', '丁', 'の', 'ｺｰﾎﾟ', '(', '〒', '100-0013'],
  );
  const anything = fc.oneof(
    fc.string({ unit: 'binary', maxLength: 30 }),
    fc.array(pieces, { maxLength: 14 }).map((list) => list.join('')),
    fc
      .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
      .map((codes) => String.fromCharCode(...codes)),
  );
  test('never throws; folding is idempotent', () => {
    fc.assert(
      fc.property(anything, (text) => {
        canonicalAddress(text);
        const folded = foldAddress(text);
        expect(foldAddress(folded)).toBe(folded);
      }),
      { numRuns: 8000 },
    );
  });

  const towns = fc.constantFrom(
    '霞が関',
    '八千代台',
    '六本木',
    '馬場上原',
    '丸の内',
    '栄町',
    '朝日町',
    '三ツ沢上町',
  );
  const cities = fc.constantFrom(
    '東京都千代田区',
    '三重県四日市市',
    '北海道余市郡余市町',
    '神奈川県横浜市中区',
    '',
  );
  const number = fc.integer({ min: 1, max: 99 });
  test('an address put together from its parts has the same parts', () => {
    const building = fc.constantFrom(
      '',
      ' コーポ田中',
      ' コーポ田中305号室',
      ' 305',
      ' メゾンA-305',
      ' ビル3F',
      ' 佐藤様方',
    );
    fc.assert(
      fc.property(cities, towns, number, number, building, (city, town, a, b, end) => {
        const first = canonicalAddress(`${city}大字${town}字上原${a}番地の${b}${end}`);
        const whole = `${first.prefecture}${first.city}${first.town}${first.number} ${first.building} ${first.room}`;
        const again = canonicalAddress(whole);
        for (const part of ['prefecture', 'city', 'town', 'number', 'building', 'room', 'key'] as const) {
          // 余市町 without its 郡 is told from a town only after a prefecture
          expect(again[part]).toBe(first[part]);
        }
      }),
    );
  });

  test('every notation of generated addresses gives the same key, and the key of a key is the key', () => {
    fc.assert(
      fc.property(cities, towns, number, number, number, (city, town, a, b, c) => {
        const kanji = (n: number) => {
          const digits = [...'〇一二三四五六七八九'];
          const tens = n >= 20 ? `${digits[Math.trunc(n / 10)]}十` : n >= 10 ? '十' : '';
          return tens + (n % 10 ? digits[n % 10] : '');
        };
        const expected = canonicalAddress(`${city}${town}${a}-${b}-${c}`).key;
        expect(expected.endsWith(`${a}-${b}-${c}`)).toBe(true);
        for (const text of [
          `${city}${town}${a}丁目${b}番${c}号`,
          `${city}${town}${kanji(a)}丁目${kanji(b)}番${kanji(c)}号`,
          `${city}大字${town}${a}丁目${b}番地の${c}`,
          `${city}　${town}　${a}－${b}－${c}`,
          `${city}${town}${a}の${b}の${c} コーポ田中 305`,
        ])
          expect(canonicalAddress(text).key).toBe(expected);
        expect(canonicalAddress(canonicalAddress(town + a).key).key).toBe(canonicalAddress(town + a).key);
      }),
      { numRuns: 1000 },
    );
  });
});
