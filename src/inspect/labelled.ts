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
    return label === undefined ? column : { ...column, label };
  });
}

/** `propose`, by what the labels of columns say where these have any; what it gives names the columns. */
export function proposeLabelled(looked: Looked, kind?: Proposal['kind'], person?: string): Proposal {
  const { columns, values } = looked;
  if (columns.every(({ label }) => label === undefined)) return propose(looked, kind, person);
  const said = ({ name, label }: InspectedColumn) => label ?? name;
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
