import type { AuditResult } from '../../../audit/result.js';
import type { ClusterView } from '../../../audit/summary.js';
import { GATHERING_TITLES, GROUPS, PROGRESS, STATUSES } from '../../../audit/words.js';
import type { Bilingual } from '../../../text/bilingual.js';
import { sourceTitle } from '../../text/names.js';
import type { Facet } from '../case/facet-names.js';
import { type CaseFacets, gatheringValue } from '../case/facets.js';

/** Places named at most: as many as an official can follow up. */
const MOST_GATHERINGS = 50;

/** The cases behind one number of the executive page, as a filter of the organisations' lists. */
export interface FigureList {
  readonly id: string;
  readonly title: Bilingual;
  readonly filter: Filter;
}

type Filter = Partial<Readonly<Record<Facet, readonly string[]>>>;

/** How many such cases an organisation has, and the folder of its pages. */
export interface FigureEntry {
  readonly organisation: string;
  readonly folder: string;
  readonly count: number;
}

export type FigureEntries = ReadonlyMap<string, readonly FigureEntry[]>;

const FINDINGS = ['link', 'other'];
const UNSETTLED = ['open', 'reopened', 'second-needed', 'disagreement', 'on-hold'] as const;
const SETTLED = ['closed-wrong', 'closed-found', 'closed-right', 'closed-data'] as const;

/** Every number that opens a list, in the order of the page. */
export function figureLists(result: AuditResult): readonly FigureList[] {
  return [
    { id: 'link', title: GROUPS.link, filter: { group: ['link'] } },
    { id: 'other', title: GROUPS.other, filter: { group: ['other'] } },
    {
      id: 'pending',
      title: { ja: '未判断の事案（保留・不一致も）', en: 'Cases undecided, on hold and disputed too' },
      filter: { group: FINDINGS, review: UNSETTLED },
    },
    ...[...SETTLED, ...UNSETTLED.slice(1)].map((key) => ({
      id: key,
      title: PROGRESS[key],
      filter: { group: key === 'closed-wrong' ? ['link'] : FINDINGS, review: [key] },
    })),
    ...comparedWith(result).map(([key, title]) => ({
      id: key,
      title,
      filter: { group: FINDINGS, status: [key] },
    })),
    ...namedGatherings(result).map((cluster, index) => gatheringList(result, cluster, index)),
  ];
}

/** A first run has nothing that is new, continues or comes back. */
function comparedWith({ summary }: AuditResult) {
  const isFirst = summary.previous_run.first !== undefined;
  return Object.entries(STATUSES).filter(([key]) => (key === 'first') === isFirst);
}

/** The gatherings that the pages name, worst first. */
export function namedGatherings(result: AuditResult): readonly ClusterView[] {
  return result.summary.clusters.slice(0, MOST_GATHERINGS);
}

/** Id of the list of a gathering. */
export const gatheringId = (index: number) => `place-${index}`;

function gatheringList(result: AuditResult, { item, source, value }: ClusterView, index: number): FigureList {
  const shown = gatheringValue(value);
  const words = (language: 'ja' | 'en') =>
    `${GATHERING_TITLES[item][language]} ${shown[language]}${language === 'ja' ? '（' : ' ('}${sourceTitle(result, source)[language]}${language === 'ja' ? '）' : ')'}`;
  return {
    id: gatheringId(index),
    title: { ja: words('ja'), en: words('en') },
    filter: { group: ['link'], source: [source], [item]: [shown.key] },
  };
}

/** Says of a case behind which numbers it stands, by their ids. */
export function figuresOf(lists: readonly FigureList[]): (facets: CaseFacets) => readonly string[] {
  const figures = lists.map(({ id, filter }) => ({
    id,
    wanted: Object.entries(filter) as [Facet, readonly string[]][],
  }));
  return (facets) =>
    figures
      .filter(({ wanted }) => wanted.every(([facet, keys]) => keys.includes(facets[facet].key)))
      .map(({ id }) => id);
}

/** Address of a list within the report; `from` shows the way back. */
export function listHref(folder: string, filter: Filter): string {
  const params = Object.entries(filter).map(
    ([facet, keys]) => `${facet}=${encodeURIComponent(keys.join(','))}`,
  );
  return `${folder}/index.html#${[...params, 'from=all'].join('&')}`;
}
