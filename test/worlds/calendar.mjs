/** Days as [year, month, day] and their notations. Day 0: unknown. */

/** The year in which all of it is looked at. */
export const YEAR = 2023;

const ERAS = [
  ['令和', 'R', 5, 9, 2019, [2019, 5, 1]],
  ['平成', 'H', 4, 7, 1989, [1989, 1, 8]],
  ['昭和', 'S', 3, 5, 1926, [1926, 12, 25]],
  ['大正', 'T', 2, 3, 1912, [1912, 7, 30]],
  ['明治', 'M', 1, 1, 1868, [1868, 1, 25]],
];

const pad = (n, width = 2) => String(n).padStart(width, '0');
const after = (a, b) => a[0] - b[0] || a[1] - b[1] || a[2] - b[2];
const eraOf = (day) => ERAS.find((era) => after([day[0], day[1], day[2] || 28], era[5]) >= 0);

/** 昭和50年3月2日; a day that is not known as 昭和50年3月頃. */
export function wareki(day) {
  const era = eraOf(day);
  const year = day[0] - era[4] + 1;
  return `${era[0]}${year === 1 ? '元' : year}年${day[1]}月${day[2] === 0 ? '頃' : `${day[2]}日`}`;
}

/** S50.3.2 */
export function shortWareki(day) {
  const era = eraOf(day);
  return `${era[1]}${day[0] - era[4] + 1}.${day[1]}.${day[2]}`;
}

/** 3500302: era digit by the list 1-5 or 1/3/5/7/9, then year, month and day. */
export function eraCode(day, odd = false) {
  const era = eraOf(day);
  return `${era[odd ? 3 : 2]}${pad(day[0] - era[4] + 1)}${pad(day[1])}${pad(day[2])}`;
}

export const gregorian = (day) => `${day[0]}年${day[1]}月${day[2]}日`;
export const iso = (day) => `${day[0]}-${pad(day[1])}-${pad(day[2])}`;
export const slash = (day) => `${day[0]}/${day[1]}/${day[2]}`;

/** A moment as YYYY-MM-DD hh:mm:ss, from minutes since midnight. */
export const moment = (day, minutes, second) =>
  `${iso(day)} ${pad(Math.floor(minutes / 60))}:${pad(minutes % 60)}:${pad(second)}`;

/** @param {import('./prng.mjs').Prng} random */
export function dayIn(random, year) {
  const days = Math.round((Date.UTC(year + 1, 0, 1) - Date.UTC(year, 0, 1)) / 86400000);
  return plusDays([year, 1, 1], random.int(days));
}

export function plusDays(day, days) {
  const at = new Date(Date.UTC(day[0], day[1] - 1, day[2] + days));
  return [at.getUTCFullYear(), at.getUTCMonth() + 1, at.getUTCDate()];
}

export const sameDay = (a, b) => after(a, b) === 0;
