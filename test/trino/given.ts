/** The cluster of `npm run test:trino`, and the folder that it shares; null where there is none. */
export const GIVEN =
  process.env.TOTSUGO_TRINO_URL && process.env.TOTSUGO_TRINO_SHARED
    ? { url: process.env.TOTSUGO_TRINO_URL, shared: process.env.TOTSUGO_TRINO_SHARED }
    : null;

if (GIVEN === null) console.log('skipped: tests of a real Trino cluster run by `npm run test:trino`');
