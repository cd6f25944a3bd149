import { STAGE_NAMES } from '../audit/stage-name.js';
import { type Columns, SQL_TYPES } from '../engine/columns.js';
import { stagesOf, TABLE_NAMES } from './stages-of-tables.js';
import type { Table } from './table.js';

/** The tables as docs/architecture.md has them (`npm run docs`). */
export function describeTables(tables: readonly Table[]): string {
  const types = Object.entries(SQL_TYPES).map(([name, type]) => `${name} is ${type}`);
  const kinds = [...new Set(tables.map(({ name, family }) => family ?? name))];
  const lines = kinds.map((kind) => {
    const members = tables.filter(({ name, family }) => (family ?? name) === kind);
    const [{ row }] = members as [Table];
    return `| \`${kind}\` | ${row} | ${columnsOf(members)} |`;
  });
  return [
    `Types: ${types.join(', ')}; \`?\` may be NULL.`,
    '',
    '| table | one row per | columns |',
    '| --- | --- | --- |',
    ...lines,
  ].join('\n');
}

/** Which stage writes (w) and which read (r) each table, as docs/architecture.md has it. */
export function describeStagesOfTables(): string {
  const lines = TABLE_NAMES.map((table) => {
    const { writtenBy, readBy } = stagesOf(table);
    const cells = STAGE_NAMES.map((stage) => (stage === writtenBy ? 'w' : readBy.includes(stage) ? 'r' : ''));
    return `| \`${table}\` | ${cells.join(' | ')} |`;
  });
  const head = STAGE_NAMES.map((stage) => `\`${stage}\``).join(' | ');
  return [`| table | ${head} |`, `| --- |${' --- |'.repeat(STAGE_NAMES.length)}`, ...lines].join('\n');
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
