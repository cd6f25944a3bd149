import type { CaseState } from '../../../audit/case.js';
import { OUTCOMES } from '../../../audit/decision.js';
import { type OrganisationNames, organisationName } from '../../../audit/organisation-name.js';
import type { ShownCase } from '../../../audit/shown.js';
import type { ClusterView } from '../../../audit/summary.js';
import { GROUPS, PROGRESS, SEVERITIES, STATUSES, wordsFor } from '../../../audit/words.js';
import { CAUSES, CHOICES, KINDS } from '../../../findings/titles.js';
import type { Bilingual } from '../../../text/bilingual.js';
import type { Facet, FacetValue, GATHERINGS } from './facet-names.js';
import { shown } from './graphemes.js';

/** A case's value in every facet. What blind review hides is hidden here too. */
export type CaseFacets = Readonly<Record<Facet, FacetValue>>;

const HIDDEN: FacetValue = { key: 'none', ja: '伏せています', en: 'Hidden' };
const NO_CAUSE: FacetValue = { key: '-', ja: '対象外', en: 'Does not apply' };
/** Where cases do not gather. */
const ELSEWHERE: FacetValue = { key: '-', ja: 'そのほか', en: 'Elsewhere' };

/** Between whom the record is, as the page of the case says it. */
const CANDIDATES: Readonly<Record<'tied' | 'several' | 'one' | 'nobody', Bilingual>> = {
  tied: { ja: '同じように一致し決められない', en: 'Fit equally: undecided' },
  several: { ja: '候補が2人以上', en: 'Two or more' },
  one: { ja: '候補が1人', en: 'One' },
  nobody: { ja: '候補なし', en: 'None' },
};
const PROTECTED: FacetValue = { key: 'protected', ja: '住所を表示しない', en: 'Addresses not shown' };
const SHOWN: FacetValue = { key: '-', ja: 'そのほか', en: 'Others' };

/** Whoever has the list over all organisations could read there in which town protected persons live: it parts none of them. */
export const withoutProtection = (facets: CaseFacets): CaseFacets => ({ ...facets, protection: SHOWN });

/** Values in a fixed order; others follow as they come. */
export const KNOWN_VALUES: Readonly<Record<Facet, readonly FacetValue[]>> = {
  organisation: [],
  group: valuesOf(GROUPS),
  kind: valuesOf(KINDS),
  cause: [...valuesOf(CAUSES), NO_CAUSE, HIDDEN],
  candidates: [...valuesOf(CANDIDATES), NO_CAUSE, HIDDEN],
  source: [],
  severity: [...valuesOf(SEVERITIES), HIDDEN],
  review: valuesOf(PROGRESS),
  status: valuesOf(STATUSES),
  protection: [PROTECTED, SHOWN],
  terminal: [],
  operator: [],
  day: [],
  lookup: [],
};

function valuesOf(table: Readonly<Record<string, Bilingual>>): readonly FacetValue[] {
  return Object.entries(table).map(([key, words]) => ({ key, ...words }));
}

/** A cluster's value as the list's address and facet have it: commas part values there, so they are escaped. */
export function gatheringValue(value: string): FacetValue {
  const text = shown(value, 60).text;
  return { key: encodeURIComponent(text), ja: text, en: text };
}

/** An organisation as the list's address and facet have it: by its folder, whatever stands in its code. */
export function organisationValue(
  folder: string,
  organisation: string,
  names: OrganisationNames | undefined,
): FacetValue {
  const name = organisationName(organisation, names);
  return { key: folder, ja: shown(name.ja, 60).text, en: shown(name.en, 60).text };
}

/** Gives each case of an organisation its facets; gatherings count only where `clusters` names them. */
export function facetsOf(
  clusters: readonly ClusterView[],
  sourceTitle: (source: string) => Bilingual,
  organisation: FacetValue,
): (item: ShownCase) => CaseFacets {
  // By place and source, then by value.
  const named = new Map<string, Map<string, FacetValue>>();
  for (const { item, source, value } of clusters) {
    const at = `${item} ${source}`;
    named.set(at, (named.get(at) ?? new Map<string, FacetValue>()).set(value, gatheringValue(value)));
  }
  const gathering = (item: ShownCase, at: (typeof GATHERINGS)[number]) => {
    const value = item.registration?.[at];
    if (!value || item.blind) return ELSEWHERE;
    return named.get(`${at} ${item.source}`)?.get(value) ?? ELSEWHERE;
  };
  return (item) => {
    const group = groupOf(item);
    const progress = progressOf(item);
    return {
      organisation,
      group: { key: group, ...GROUPS[group] },
      kind: { key: item.kind, ...wordsFor(KINDS, item.kind) },
      cause: item.blind ? HIDDEN : causeOf(item),
      candidates: item.blind ? HIDDEN : candidatesOf(item),
      source: { key: item.source, ...sourceTitle(item.source) },
      severity: item.severity === null ? HIDDEN : { key: item.severity, ...SEVERITIES[item.severity] },
      review: { key: progress, ...PROGRESS[progress] },
      status: { key: item.status, ...STATUSES[item.status] },
      protection: item.isProtected ? PROTECTED : SHOWN,
      terminal: gathering(item, 'terminal'),
      operator: gathering(item, 'operator'),
      day: gathering(item, 'day'),
      lookup: gathering(item, 'lookup'),
    };
  };
}

/** A link of grade C has one case that says how it came to be wrong; a second card beside it is another case. */
function groupOf(item: ShownCase): keyof typeof GROUPS {
  if (item.blind) return 'sample';
  return item.grade === 'C' && item.cause !== null ? 'link' : 'other';
}

function causeOf({ cause }: ShownCase): FacetValue {
  return cause === null ? NO_CAUSE : { key: cause, ...wordsFor(CAUSES, cause) };
}

/** Of kinds in which nobody is chosen there are none to part by. */
function candidatesOf({ kind, candidates, isTied }: ShownCase): FacetValue {
  if (!CHOICES[kind]?.includes('wrong-candidate')) return NO_CAUSE;
  const { length } = candidates;
  const key = isTied ? 'tied' : length > 1 ? 'several' : length === 1 ? 'one' : 'nobody';
  return { key, ...CANDIDATES[key] };
}

const SETTLED = { right: 'closed-right', data: 'closed-data' } as const;

/** Confirmed wrong is what counts as a wrong link; other cases that are as they were taken to be are to be put right. */
function progressOf(item: ShownCase): keyof typeof PROGRESS {
  const { review = 'open', verdict } = item;
  if (review !== 'closed') return review satisfies Exclude<CaseState, 'closed'>;
  const outcome = verdict && OUTCOMES[verdict];
  if (outcome === 'right' || outcome === 'data') return SETTLED[outcome];
  return outcome === 'fix' || groupOf(item) === 'other' ? 'closed-found' : 'closed-wrong';
}
