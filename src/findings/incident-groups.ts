import sharedTerminal from './causes/shared-terminal.js';

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
