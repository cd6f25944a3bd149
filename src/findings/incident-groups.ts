import sharedTerminal from './causes/shared-terminal.js';
import duplicateLink from './kinds/duplicate-link.js';
import sharedRecord from './kinds/shared-record.js';

/** What is known of a finding about a link when it is said what it belongs together with. */
export interface Grouped {
  readonly lid: number;
  readonly kind: string;
  readonly source: string;
  /** The link itself is wrong. */
  readonly isWrong: boolean;
  readonly cause: string | null;
  /** What the query of its kind says belongs together: a swap, the records of a resident. */
  readonly group: string | null;
  /** The shifted block in which the link stands. */
  readonly run: number | undefined;
  /** Where wrong links gather, of this link. */
  readonly gatherings: readonly { readonly item: string; readonly value: string }[];
}

/**
 * Groups that a finding shares with those of the same incident: one link, one group of its kind, one shifted block of wrong
 * links, and, where a shared terminal is the cause, one terminal of its source at which wrong links gather.
 */
export function groupsOf(finding: Grouped): readonly string[] {
  const { lid, kind, source, isWrong, cause, group, run, gatherings } = finding;
  const terminals = gatherings.filter(({ item }) => item === 'terminal');
  return [
    `link-${lid}`,
    ...(group ? [`${kind}-${group}`] : []),
    ...(isWrong && run !== undefined ? [`run-${run}`] : []),
    ...(cause === sharedTerminal.id ? terminals.map(({ value }) => `terminal-${source}-${value}`) : []),
  ];
}

/** Kinds that look at several records of one resident, or several residents of one record. */
const OF_SEVERAL = [duplicateLink.id, sharedRecord.id].map((kind) => `${kind}-`);

interface OfLink {
  readonly lid: number | null;
  readonly groups: readonly string[];
}

/**
 * Whatever is asked about a link hangs together with the other records of its resident, and the other residents of its record, where
 * these are a finding: whose the record is says which of them is valid. They stand before blocks and terminals, which may be long.
 */
export function withGroupsOfLink<T extends OfLink>(drafts: readonly T[]): readonly T[] {
  const several = new Map<number, readonly string[]>();
  for (const { lid, groups } of drafts) {
    const own = groups.filter((group) => OF_SEVERAL.some((kind) => group.startsWith(kind)));
    if (lid !== null && own.length > 0) several.set(lid, [...(several.get(lid) ?? []), ...own]);
  }
  return drafts.map((draft) => {
    const shared = draft.lid === null ? undefined : several.get(draft.lid);
    const [link, ...rest] = draft.groups;
    return shared ? { ...draft, groups: [...new Set([link!, ...shared, ...rest])] } : draft;
  });
}
