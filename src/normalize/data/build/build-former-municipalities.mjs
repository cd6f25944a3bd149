/**
 * Builds ../former-municipalities.tsv: municipalities and wards that ended since 1970, and what their towns belong to since.
 *
 *   node build-former-municipalities.mjs EVENTS NAMES
 *
 * EVENTS: 廃置分合等情報 of 政府統計の総合窓口 (https://www.e-stat.go.jp/municipalities/cities/absorption-separation-of-municipalities) as
 * data-raw/absorption_separation.rds of jpcity 0.3.0 has it (https://github.com/UchidaMizuki/jpcity, MIT), a JSON array of
 * [day, kind, [code, prefecture, 郡 or city, name] before, the like after].
 * NAMES: 市町村変更情報 of 日本郵便 as CSV by prefecture (data/ of https://github.com/YuukiToriyama/merged-town-names, MIT), for the 郡 of 北海道,
 * in whose place the first has the 振興局.
 */
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const [events, names] = process.argv.slice(2);

/** A 郡 that takes in others' villages, or ends, renames none of them: keys know no 郡. */
const KINDS = new Set([
  '新設合併',
  '編入合併',
  '町制施行',
  '市制施行',
  '名称変更',
  '分離',
  '区の再編',
  '分割',
]);
const BUREAU = /(?:支庁|振興局)$/;

/** 郡 of 北海道 by the name of a town or village; null where two have one of that name. */
const counties = new Map();
for (const file of readdirSync(names)) {
  for (const line of readFileSync(join(names, file), 'utf8').split('\n').slice(1)) {
    const [prefecture, ...places] = line.replaceAll('"', '').split(',').slice(0, 3);
    if (prefecture !== '北海道') continue;
    for (const place of places) {
      const [, county, name] = /^(.{1,5}?郡)(.+)$/.exec(place) ?? [];
      if (county) counties.set(name, [undefined, county].includes(counties.get(name)) ? county : null);
    }
  }
}

/** Six digits: the last is a check digit (weights 6 to 2, modulo 11). */
const whole = (code) =>
  code + ((11 - ([...code].reduce((sum, digit, i) => sum + digit * (6 - i), 0) % 11)) % 10);
const fullName = ([, , above, name]) => (BUREAU.test(above ?? '') ? (counties.get(name) ?? '') : (above ?? '')) + (name ?? '');

const lines = new Set();
for (const [day, kind, before, after] of JSON.parse(readFileSync(events, 'utf8'))) {
  if (!KINDS.has(kind) || before[0] === null || after[0] === null) continue;
  if (before[3] === null || (before[1] === after[1] && before[3] === after[3])) continue;
  lines.add([whole(before[0]), before[1], fullName(before), after[1] + fullName(after), day].join('\t'));
}
const [CODE, DAY] = [0, 4];
const byCodeAndDay = (a, b) => {
  const [left, right] = [a, b].map((line) => line.split('\t')).map((row) => `${row[CODE]} ${row[DAY]} ${row.join(' ')}`);
  return left < right ? -1 : 1;
};
const header = [
  '# Municipalities and wards that ended from 1970 to 1 January 2024: code, prefecture, name with its 郡, what its towns belong to since, day.',
  '# Built by build/build-former-municipalities.mjs from 廃置分合等情報 (e-Stat) as jpcity 0.3.0 has it, and 市町村変更情報 (日本郵便).',
];
writeFileSync(
  new URL('../former-municipalities.tsv', import.meta.url),
  `${[...header, ...[...lines].sort(byCodeAndDay)].join('\n')}\n`,
);
console.log(`${lines.size} municipalities and wards`);
