import { readFileSync } from 'node:fs';

/** A municipality or ward that ended, with the code that it had. */
export interface FormerMunicipality {
  readonly code: string;
  readonly prefecture: string;
  /** With its 郡. */
  readonly name: string;
  /** What its towns belong to since, with the prefecture. */
  readonly into: string;
  readonly since: string;
}

/**
 * Municipalities and wards that were merged, renamed, divided or became cities from 1970 to 1 January 2024, by code and day; one that
 * was divided stands for each of those that it became. Sources in the head of `data/former-municipalities.tsv`. Read when somebody
 * asks, once. What changed since belongs into the office's own table (`gazetteer:`).
 */
export function formerMunicipalities(): readonly FormerMunicipality[] {
  known ??= readFileSync(new URL('../data/former-municipalities.tsv', import.meta.url), 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))
    .map((line) => {
      const [code, prefecture, name, into, since] = line.split('\t') as [
        string,
        string,
        string,
        string,
        string,
      ];
      return { code, prefecture, name, into, since };
    });
  return known;
}

let known: readonly FormerMunicipality[] | undefined;
