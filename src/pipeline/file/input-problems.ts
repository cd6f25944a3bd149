import { DATE_ITEMS } from '../../audit/items.js';
import { isStatus } from '../../normalize/status.js';
import { type Problem, suggestion } from '../../text/problem.js';
import { DATE_FORMATS, ENCODINGS, type WrittenColumn, type WrittenInput } from './schema.js';

type Path = Problem['path'];
export type Written = Readonly<Record<string, unknown>>;

/** What is wrong with how an input is said to be written: its encoding, its layout, its dates, its codes. */
export function inputProblems(path: Path, input: WrittenInput, items: readonly string[]): Problem[] {
  return [
    ...encodingProblems(path, input),
    ...delimiterProblems(path, input),
    ...layoutProblems(path, input),
    ...dateFormatProblems(path, input, items),
    ...codeProblems(path, input, items),
  ];
}

function encodingProblems(path: Path, { encoding, format }: WrittenInput): Problem[] {
  if (typeof encoding !== 'string') return [];
  const known = ENCODINGS[encoding.toLowerCase()];
  if (known?.startsWith('ibm') && format !== 'fixed')
    return [{ path: [...path, 'encoding'], text: ebcdicTable(known) }];
  if (known) return [];
  if (JIS.test(encoding)) return [{ path: [...path, 'encoding'], text: CONVERT_JIS }];
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

/** Names under which ISO-2022-JP goes. */
const JIS = /^(cs)?iso-?2022-?jp|^jis(7|8)?$|^cp5022[012]$/i;

const CONVERT_JIS = {
  ja: 'ISO-2022-JP（JIS）はそのままでは読めません。UTF-8 に変換してから指定してください（例: iconv -f ISO-2022-JP -t UTF-8 元のファイル > 新しいファイル）。',
  en: 'ISO-2022-JP (JIS) is not read as it is. Convert the file to UTF-8 first, for instance: iconv -f ISO-2022-JP -t UTF-8 old-file > new-file',
};

function ebcdicTable(encoding: string) {
  return {
    ja: `${encoding} は固定長（format: fixed）でだけ読めます。`,
    en: `${encoding} can be read in fixed width only (format: fixed).`,
  };
}

/** A delimiter is one byte in every encoding, and nothing that values, lines or quotes are made of. */
function delimiterProblems(path: Path, { delimiter }: WrittenInput): Problem[] {
  if (typeof delimiter !== 'string' || delimiter.length !== 1) return [];
  if (/[\u0001-\u007f]/.test(delimiter) && !/[\r\n"0-9A-Za-z]/.test(delimiter)) return [];
  return [{ path: [...path, 'delimiter'], text: NO_DELIMITER }];
}

const NO_DELIMITER = {
  ja: '区切り文字は半角の記号かタブ1文字です（英数字・引用符・改行は使えません）。',
  en: 'A delimiter is one ASCII sign or a tab, but no letter, digit, quotation mark or line end.',
};

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

/** Words that nobody understands would count as living: what a code means is said in words that are. */
function codeProblems(path: Path, input: WrittenInput, items: readonly string[]): Problem[] {
  if (!isRecord(input.columns)) return [];
  return Object.entries(input.columns).flatMap(([item, column]): Problem[] => {
    const codes = isRecord(column) ? column.codes : undefined;
    if (!isRecord(codes) || !items.includes(item)) return [];
    const at = [...path, 'columns', item, 'codes'];
    if (item !== 'status') return [{ path: at, atKey: true, text: NO_CODES }];
    if (Object.keys(codes).length === 0) return [{ path: at, atKey: true, text: NO_CODE_TOLD }];
    return Object.entries(codes)
      .filter(([, words]) => typeof words === 'string' && !isStatus(words))
      .map(([code]) => ({ path: [...at, code], text: NOT_UNDERSTOOD }));
  });
}

const NO_CODES = {
  ja: 'codes を書けるのは status だけです。',
  en: 'Only status takes codes.',
};
const NO_CODE_TOLD = {
  ja: 'codes が空です。「コード: 意味」を並べてください（例: {1: 現存, 2: 転出, 3: 死亡}）。',
  en: 'No code is told. Write each as code: meaning, such as {1: living, 2: departed, 3: deceased}.',
};
const NOT_UNDERSTOOD = {
  ja: 'このコードの意味が読めません。現存・転出・死亡・職権消除・有効・失効・廃止などの語で書いてください。',
  en: 'What this code means is not understood. Use words such as living, departed, deceased, valid, expired, cancelled (or 現存, 転出, 死亡 …).',
};

function notADate(item: string) {
  return {
    ja: `「${item}」は日付ではないので format は要りません。`,
    en: `"${item}" is not a date and takes no format.`,
  };
}

export function isRecord(value: unknown): value is Written {
  return value !== null && typeof value === 'object' && !Array.isArray(value);
}
