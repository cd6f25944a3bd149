import { UNIX_SECONDS } from '../normalize/date/unix-time.js';

/** `2021-03-02 09:05:00`, with a T, with slashes: what the engine casts at a tenth of the price of a format. */
const ISO = '[1-9][0-9]{3}(-[0-9]{2}-[0-9]{2}[ T]|/[0-9]{2}/[0-9]{2} )[0-9]{2}:[0-9]{2}:[0-9]{2}';
/** `20210302090500`. */
const DIGITS = '[1-9][0-9]{13}';
/** What the clock in Japan is ahead of Greenwich, in seconds. */
const JAPAN = 32_400;

/**
 * Seconds of a text in one of the usual notations of a date with a time of day, read in SQL as `parseTimestamp` reads them;
 * NULL for any other: what remains goes through `dict_time`.
 */
export function plainTime(text: string): string {
  const digits = (pattern: string) => `regexp_full_match(${text}, '${pattern}')`;
  const moment = (made: string) => `CAST(epoch(${made}) AS BIGINT)`;
  const unix = `TRY_CAST(${text}[:10] AS BIGINT) + ${JAPAN}`;
  return `CASE strlen(${text})
      WHEN 19 THEN CASE WHEN ${digits(ISO)} THEN ${moment(`TRY_CAST(replace(${text}, '/', '-') AS TIMESTAMP)`)} END
      WHEN 14 THEN CASE WHEN ${digits(DIGITS)} THEN ${moment(`try_strptime(${text}, '%Y%m%d%H%M%S')`)} END
      WHEN 10 THEN CASE WHEN ${digits(UNIX_SECONDS)} THEN ${unix} END
      WHEN 13 THEN CASE WHEN ${digits(`${UNIX_SECONDS}[0-9]{3}`)} THEN ${unix} END
    END`;
}

/** A text of a moment as people are shown it: one that is counted from 1970 as what the clock in Japan said, any other as it was read. */
export function shownTime(text: string): string {
  const seconds = `TRY_CAST(${text}[:10] AS BIGINT) + ${JAPAN}`;
  return `CASE WHEN strlen(${text}) IN (10, 13) AND regexp_full_match(${text}, '${UNIX_SECONDS}([0-9]{3})?')
    THEN strftime(epoch_ms((${seconds}) * 1000), '%Y-%m-%d %H:%M:%S') ELSE ${text} END`;
}
