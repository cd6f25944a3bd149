import { DATE_ITEMS } from '../../audit/items.js';
import { type Problem, suggestion } from '../../text/problem.js';
import { DATE_FORMATS, ENCODINGS, type WrittenColumn, type WrittenInput } from './schema.js';

type Path = Problem['path'];
export type Written = Readonly<Record<string, unknown>>;

/** What is wrong with how an input is said to be written: its encoding, its layout, its dates. */
export function inputProblems(path: Path, input: WrittenInput, items: readonly string[]): Problem[] {
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

export function isRecord(value: unknown): value is Written {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
