import { foldName, hepburn, isNoName } from '../audit/fold-name.js';
import type { Candidate, Looked } from './candidate.js';
import { codedFormat } from './date-parts.js';

/** A time of day by itself: 123015, 93015 (a number that lost its zero), 12:30, 12時30分. */
const TIME = /^([01]?\d|2[0-3])([:時]?[0-5]\d){1,2}[分秒]?$/u;
const SAYS_TIME = /(時刻|時間|時分秒?|タイム|_?(time|tm|hms|hhmmss|hhmm|hm|jikoku|jikan|jkn))$/u;
const SAYS_DAY = /(年月日|日付?|_?(ymd|dt|date|day|bi|nengappi|hizuke))$/u;
/** Columns behind the day among which its time is looked for. */
const NEAR = 2;
const MOST = 0.95;
const FEWEST_TIMES = 3;

/**
 * The day of a registration with its time in another column right behind it, whatever the day is written in: 登録年月日 and 登録時刻,
 * REG_YMD and REG_HMS. Nothing where the time is called after something else.
 */
export function withTime(day: Candidate, { columns, values }: Looked, used: ReadonlySet<string>): Candidate {
  const at = columns.findIndex(({ name }) => name === day.columns[0]);
  const own = columns[at];
  if (day.columns.length !== 1 || own?.profile.type !== 'date') return day;
  const time = columns
    .slice(at + 1, at + 1 + NEAR)
    .find(({ name }) => !used.has(name) && isTimeOf(own.name, name) && areTimes(values.get(name) ?? []));
  return time === undefined
    ? day
    : { ...day, columns: [own.name, time.name], format: codedFormat(own.profile) };
}

/** Whether both are called after one event: 番号登録 of 番号登録日, 登録 of 登録時刻, nothing of 時刻. */
function isTimeOf(day: string, time: string): boolean {
  if (isNoName(day) || isNoName(time)) return isNoName(day) && isNoName(time);
  const [ofDay, ofTime] = [hepburn(foldName(day)), hepburn(foldName(time))];
  if (!SAYS_TIME.test(ofTime)) return false;
  const event = ofTime.replace(SAYS_TIME, '').replace(/_$/u, '');
  return ofDay.replace(SAYS_DAY, '').replace(/_$/u, '').endsWith(event);
}

function areTimes(values: readonly string[]): boolean {
  const filled = values.filter((value) => value !== '').map((value) => value.normalize('NFKC'));
  return (
    filled.length > 0 &&
    filled.filter((value) => TIME.test(value)).length >= MOST * filled.length &&
    new Set(filled).size >= FEWEST_TIMES
  );
}
