import type { Looked } from './candidate.js';
import type { InspectedColumn } from './inspection.js';
import type { Proposal } from './propose.js';
import { propose } from './propose.js';

/** Columns that are known by their place, with what a header in two lines says of them. */
export function withLabels(
  columns: readonly InspectedColumn[],
  labels: readonly string[] | undefined,
): readonly InspectedColumn[] {
  if (labels === undefined) return columns;
  return columns.map((column) => {
    const label = labels[Number(column.name) - 1];
    return label === undefined || label === '' ? column : { ...column, label };
  });
}

/** Columns from which what all names begin with is the name of a table: JUK_SHIMEI, JUK_JUSHO. */
const FEWEST = 5;

/** The first word of all names, with what stands behind it; '' where they differ, or say nothing without it. */
function commonPrefix(names: readonly string[]): string {
  const [, prefix = ''] = /^((?:[A-Za-z]\w*?|[\p{L}]+?)[_.])/u.exec(names[0] ?? '') ?? [];
  const rest = names.map((name) => name.slice(prefix.length));
  const holds =
    prefix !== '' &&
    names.length >= FEWEST &&
    names.every((name) => name.startsWith(prefix)) &&
    rest.every((name) => /\p{L}{2}/u.test(name)) &&
    new Set(rest).size === rest.length;
  return holds ? prefix : '';
}

/** `propose`, by what the labels of columns say where these have any; what it gives names the columns. */
export function proposeLabelled(looked: Looked, kind?: Proposal['kind'], person?: string): Proposal {
  const { columns, values } = looked;
  const prefix = commonPrefix(columns.map(({ name, label }) => label ?? name));
  if (prefix === '' && columns.every(({ label }) => label === undefined))
    return propose(looked, kind, person);
  const said = ({ name, label }: InspectedColumn) => (label ?? name).slice(prefix.length);
  const proposal = propose(
    {
      columns: columns.map((column) => ({ ...column, name: said(column) })),
      values: new Map(columns.map((column) => [said(column), values.get(column.name) ?? []])),
    },
    kind,
    person,
  );
  const names = new Map(columns.map((column) => [said(column), column.name]));
  const named = (of: readonly string[]) => of.map((label) => names.get(label) ?? label);
  const { persons } = proposal;
  return {
    ...proposal,
    mapping: proposal.mapping.map((one) => ({ ...one, columns: named(one.columns) })),
    persons: { ...persons, others: persons.others.map((one) => ({ ...one, columns: named(one.columns) })) },
  };
}
