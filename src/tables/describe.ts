import { type Columns, SQL_TYPES } from '../engine/columns.js';
import type { Table } from './table.js';

/** The tables as docs/architecture.md has them (`npm run docs`). */
export function describeTables(tables: readonly Table[]): string {
  const types = Object.entries(SQL_TYPES).map(([name, type]) => `${name} is ${type}`);
  const kinds = [...new Set(tables.map(({ name, family }) => family ?? name))];
  const lines = kinds.map((kind) => {
    const members = tables.filter(({ name, family }) => (family ?? name) === kind);
    const [{ row, writtenBy, readBy }] = members as [Table];
    const cells = [
      `\`${kind}\``,
      row,
      columnsOf(members),
      `\`${writtenBy}\``,
      readBy.map((s) => `\`${s}\``).join(', '),
    ];
    return `| ${cells.join(' | ')} |`;
  });
  return [
    `Types: ${types.join(', ')}; \`?\` may be NULL.`,
    '',
    '| table | one row per | columns | written by | read by |',
    '| --- | --- | --- | --- | --- |',
    ...lines,
  ].join('\n');
}

/** The columns of a table; of several of a kind what is common to them, then what each has. */
function columnsOf(members: readonly Table[]): string {
  const [{ columns, notes, like }] = members as [Table];
  const own = without(columns, (key) => like !== undefined && key in like.columns);
  if (like) return [list(own, notes), `the columns of \`${like.name}\``].filter(Boolean).join('; ');
  const isCommon = (key: string) => members.every((member) => member.columns[key] === columns[key]);
  const differing = members
    .map((member) => ({ name: member.name, rest: list(without(member.columns, isCommon)) }))
    .filter(({ rest }) => rest !== '')
    .map(({ name, rest }) => `; \`${name}\`: ${rest}`);
  return (
    list(
      without(columns, (key) => !isCommon(key)),
      notes,
    ) + differing.join('')
  );
}

function without(columns: Columns, leave: (key: string) => boolean): Columns {
  return Object.fromEntries(Object.entries(columns).filter(([key]) => !leave(key)));
}

/** Columns in order, a type before those that share it. */
function list(columns: Columns, notes: Table['notes'] = {}): string {
  const parts: string[] = [];
  let last = '';
  for (const [key, column] of Object.entries(columns)) {
    if (typeof column === 'object' && 'names' in column && column.names.length === 0) continue;
    const type = typeof column === 'string' ? column : column.type;
    const names = typeof column === 'object' && 'names' in column ? column.names : [key];
    const words = typeof column === 'object' && 'words' in column ? column.words.join(', ') : undefined;
    const note = [words, notes[key]].filter((text) => text !== undefined).join('; ');
    const told = names.map((name) => `\`${name}\``).join(', ') + (note ? ` (${note})` : '');
    parts.push(type === last ? `, ${told}` : `${parts.length > 0 ? '; ' : ''}${type} ${told}`);
    last = type;
  }
  return parts.join('');
}
