import { isRealDate } from '../text/iso-date.js';
import { LINK_ITEMS, REGISTER_ITEMS } from './pipeline-file.js';
import { type Problem, suggestion } from './problems.js';
import {
  DATE_FORMATS,
  DATE_ITEMS,
  ENCODINGS,
  type WrittenColumn,
  type WrittenInput,
  type WrittenLink,
} from './schema.js';

type Path = readonly PropertyKey[];
type Written = Readonly<Record<string, unknown>>;

/**
 * What a schema cannot say: which items must be there together, known encodings, real dates.
 * Takes the file as written, even one with other errors, and looks only at parts of the right shape.
 */
export function semanticProblems(file: unknown): Problem[] {
  if (!isRecord(file)) return [];
  const links = isRecord(file.links) ? Object.entries(file.links) : [];
  return [
    ...asOfProblems(file.as_of),
    ...(isRecord(file.register) ? registerProblems(file.register) : []),
    ...(isRecord(file.links) && links.length === 0 ? [noLinks] : []),
    ...links.flatMap(([id, link]) =>
      isRecord(link) ? linkProblems(id, link as unknown as WrittenLink, registerItems(file)) : [],
    ),
  ];
}

const noLinks: Problem = {
  path: ['links'],
  text: { ja: '突合する対象が一つもありません。', en: 'There is no source of links to audit.' },
};

function asOfProblems(asOf: unknown): Problem[] {
  if (asOf === undefined || (typeof asOf === 'string' && isRealDate(asOf))) return [];
  return [
    {
      path: ['as_of'],
      text: {
        ja: `「${String(asOf)}」は日付として読めません。2023-06-22 の形で、実在する日付を書いてください。`,
        en: `"${String(asOf)}" is not a date; write a real one as 2023-06-22.`,
      },
    },
  ];
}

function registerProblems(register: Written): Problem[] {
  const path = ['register'];
  const columns = isRecord(register.columns) ? register.columns : null;
  return [
    ...(columns ? itemsMissing([...path, 'columns'], columns, ['resident_id']) : []),
    ...inputProblems(path, register as unknown as WrittenInput, REGISTER_ITEMS),
  ];
}

function linkProblems(id: string, link: WrittenLink, inRegister: ReadonlySet<string> | null): Problem[] {
  const path = ['links', id];
  const columns = isRecord(link.columns) ? link.columns : null;
  const via = link.via ?? 'my_number';
  return [
    ...idProblems(id),
    ...(columns ? itemsMissing([...path, 'columns'], columns, ['record_id']) : []),
    ...(columns && TIES.includes(via) && !(via in columns) ? [noTie(path, via, Object.keys(columns))] : []),
    ...(inRegister && TIES.includes(via) && !inRegister.has(via) ? [notInRegister(path, link, via)] : []),
    ...inputProblems(path, link, LINK_ITEMS),
  ];
}

const TIES: readonly string[] = ['my_number', 'auth_serial', 'sign_serial'];

function idProblems(id: string): Problem[] {
  if (id !== 'register' && /^[\p{L}\p{N}_][\p{L}\p{N}_-]{0,39}$/u.test(id)) return [];
  return [
    {
      path: ['links', id],
      atKey: true,
      text: {
        ja: `「${id}」は対象の名前に使えません。文字・数字・_・- だけで40字まで（register は不可）です。`,
        en: `"${id}" cannot name a source: letters, digits, _ and - only, at most 40, and not "register".`,
      },
    },
  ];
}

function itemsMissing(path: Path, columns: Written, items: readonly string[]): Problem[] {
  return items
    .filter((item) => !(item in columns))
    .map((item) => ({
      path,
      atKey: true,
      text: {
        ja: `必須の項目「${item}」の列が指定されていません。`,
        en: `The required item "${item}" has no column.`,
      },
    }));
}

function noTie(path: Path, via: string, items: readonly string[]): Problem {
  const other = items.find((item) => TIES.includes(item));
  const hint = other
    ? {
        ja: `「via: ${other}」と書けば ${other} で結び付けます。`,
        en: `Write "via: ${other}" to tie by ${other}.`,
      }
    : { ja: `「${via}」の列を指定してください。`, en: `Map a column to "${via}".` };
  return {
    path: [...path, 'columns'],
    atKey: true,
    text: {
      ja: `住民に結び付ける項目「${via}」の列がありません。${hint.ja}`,
      en: `No column ties the record to a resident ("${via}"). ${hint.en}`,
    },
  };
}

function notInRegister(path: Path, link: WrittenLink, via: string): Problem {
  return {
    path: link.via ? [...path, 'via'] : [...path, 'columns', via],
    text: {
      ja: `「${via}」で結び付けますが、register の columns に「${via}」がありません。`,
      en: `Tied by "${via}", but the register maps no column to "${via}".`,
    },
  };
}

function registerItems(file: Written): ReadonlySet<string> | null {
  if (!isRecord(file.register) || !isRecord(file.register.columns)) return null;
  return new Set(Object.keys(file.register.columns));
}

function inputProblems(path: Path, input: WrittenInput, items: readonly string[]): Problem[] {
  return [
    ...encodingProblems(path, input),
    ...layoutProblems(path, input),
    ...dateFormatProblems(path, input, items),
  ];
}

function encodingProblems(path: Path, { encoding, format }: WrittenInput): Problem[] {
  if (typeof encoding !== 'string') return [];
  const known = ENCODINGS[encoding.toLowerCase()];
  if (known?.startsWith('ibm') && format !== 'fixed')
    return [{ path: [...path, 'encoding'], text: ebcdicTable(known) }];
  if (known) return [];
  const hint = suggestion(encoding, [...new Set(Object.values(ENCODINGS))]);
  return [
    {
      path: [...path, 'encoding'],
      text: {
        ja: `「${encoding}」という文字コードは読めません。${hint.ja}`,
        en: `Unknown encoding "${encoding}". ${hint.en}`,
      },
    },
  ];
}

function ebcdicTable(encoding: string) {
  return {
    ja: `${encoding} は固定長（format: fixed）でだけ読めます。`,
    en: `${encoding} can be read in fixed width only (format: fixed).`,
  };
}

function layoutProblems(path: Path, input: WrittenInput): Problem[] {
  if (input.format !== 'fixed') {
    return isRecord(input.layout) && input.format !== undefined
      ? [layoutWithoutFixed(path, input.format)]
      : [];
  }
  if (!isRecord(input.layout)) {
    return [
      {
        path: [...path, 'format'],
        text: {
          ja: '固定長（fixed）には layout（項目名: [開始バイト, 長さ]）が必要です。',
          en: 'Fixed width needs a layout (field: [start byte, length]).',
        },
      },
    ];
  }
  const fields = Object.keys(input.layout);
  return columnNames(path, input)
    .filter(({ name }) => !fields.includes(name))
    .map(({ path: at, name }) => ({ path: at, text: notInLayout(name, fields) }));
}

function layoutWithoutFixed(path: Path, format: string): Problem {
  return {
    path: [...path, 'layout'],
    atKey: true,
    text: {
      ja: `layout は固定長のときだけ使えますが、format は ${format} です。「format: fixed」ではありませんか。`,
      en: `A layout is for fixed width only, but the format is ${format}. Did you mean "format: fixed"?`,
    },
  };
}

function notInLayout(name: string, fields: readonly string[]) {
  const hint = suggestion(name, fields);
  return {
    ja: `layout に「${name}」という項目はありません。${hint.ja}`,
    en: `The layout has no field "${name}". ${hint.en}`,
  };
}

function columnNames(path: Path, input: WrittenInput): { path: Path; name: string }[] {
  if (!isRecord(input.columns)) return [];
  return Object.entries(input.columns as Record<string, WrittenColumn>).flatMap(([item, column]) => {
    const at = [...path, 'columns', item];
    const named = isRecord(column) ? (column as { column: string | string[] }).column : column;
    const deeper = isRecord(column) ? [...at, 'column'] : at;
    if (typeof named === 'string') return [{ path: deeper, name: named }];
    if (!Array.isArray(named)) return [];
    return named.map((name, index) => ({ path: [...deeper, index], name: String(name) }));
  });
}

function dateFormatProblems(path: Path, input: WrittenInput, items: readonly string[]): Problem[] {
  if (!isRecord(input.columns)) return [];
  return Object.entries(input.columns).flatMap(([item, column]): Problem[] => {
    const format = isRecord(column) ? column.format : undefined;
    if (typeof format !== 'string' || !items.includes(item)) return [];
    const at = [...path, 'columns', item, 'format'];
    if (!DATE_ITEMS.includes(item)) return [{ path: at, text: notADate(item) }];
    if ((DATE_FORMATS as readonly string[]).includes(format)) return [];
    const hint = suggestion(format, DATE_FORMATS);
    return [
      {
        path: at,
        text: {
          ja: `「${format}」という日付書式はありません。${hint.ja}`,
          en: `Unknown date format "${format}". ${hint.en}`,
        },
      },
    ];
  });
}

function notADate(item: string) {
  return {
    ja: `「${item}」は日付ではないので format は要りません。`,
    en: `"${item}" is not a date and takes no format.`,
  };
}

function isRecord(value: unknown): value is Written {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
