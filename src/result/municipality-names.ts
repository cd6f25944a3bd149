import type { OrganisationNames } from '../audit/organisation-name.js';
import type { PipelineFile } from '../audit/pipeline-file.js';
import type { OrganisationSummary } from '../audit/summary.js';
import { allMunicipalities } from '../normalize/address/municipalities.js';

/** Share of the codes of a source that the list must know for the source to be of municipalities. */
const MOST = 0.9;

/** What a column of codes of municipalities is called, and what one of other organisations is. */
const OF_PLACES = /市区?町村|都道府県|自治体|団体|municipal|prefect|lg_?code|city_?(code|cd)/iu;
const OF_OTHERS = /保険|金融|銀行|支店|病院|医療|薬局|学校|insur|bank|branch|hospital|provider/iu;

/**
 * Names of those organisations that are municipalities, wards or prefectures by their codes (全国地方公共団体コード): six digits
 * with the check digit, five without, two of a prefecture.
 *
 * Other organisations have codes of digits, too (the insurers of 国民健康保険 have six, and begin with the prefecture's two):
 * a source is taken for one of places by the name of its column, or when nearly all its codes are known. A code that
 * another source uses as well is left as it is.
 */
export async function municipalityNames(
  { links }: Pick<PipelineFile, 'links'>,
  organisations: readonly Pick<OrganisationSummary, 'source' | 'organisation'>[],
): Promise<OrganisationNames> {
  const found = new Map<string, string>();
  if (!organisations.some(({ organisation }) => looksSo(organisation))) return found;
  const known = await knownNames();
  const others = new Set<string>();
  for (const { id, columns } of links) {
    const codes = organisations.flatMap(({ source, organisation }) =>
      source === id && organisation !== '-' ? [organisation] : [],
    );
    const named = codes.flatMap((code) => {
      const name = known.get(plain(code));
      return name === undefined ? [] : [[code, name] as const];
    });
    const header = (columns.organisation?.from ?? []).join(' ');
    if (isOfPlaces(header, codes, named.length)) for (const [code, name] of named) found.set(code, name);
    else for (const code of codes) others.add(code);
  }
  for (const code of others) found.delete(code);
  return found;
}

function isOfPlaces(header: string, codes: readonly string[], named: number): boolean {
  if (OF_OTHERS.test(header)) return false;
  if (OF_PLACES.test(header)) return true;
  // Two digits may be anything, unless the column says that it is of prefectures.
  return codes.every((code) => plain(code).length > 2) && named >= MOST * codes.length;
}

const plain = (code: string) => code.normalize('NFKC').trim();
const looksSo = (code: string) => /^(\d{2}|\d{5,6})$/.test(plain(code));

/**
 * Every name by its codes. A ward stands behind its city; where several municipalities have a name, the prefecture stands
 * before it. The list is large: it is loaded when a code looks like one of its own.
 */
async function knownNames(): Promise<OrganisationNames> {
  const { places, prefectures } = await allMunicipalities();
  const counts = new Map<string, number>();
  for (const { name } of places) counts.set(name, (counts.get(name) ?? 0) + 1);
  return new Map([
    ...places.flatMap(({ code, name, prefecture }) => {
      const shown = (counts.get(name) ?? 0) > 1 ? prefecture + name : name;
      return [[code, shown] as const, [code.slice(0, 5), shown] as const];
    }),
    ...prefectures.flatMap(({ code, name }) => [[code, name] as const, [code.slice(0, 2), name] as const]),
  ]);
}
