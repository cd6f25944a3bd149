import { isTie, LINK_ITEMS, REGISTER_ITEMS } from '../../audit/items.js';
import { REVIEWER_PROBLEMS, reviewerCode } from '../../audit/reviewer.js';
import { isRealDate } from '../../text/iso-date.js';
import type { Problem } from '../../text/problem.js';
import { clusterProblems } from './cluster-problems.js';
import { inputProblems, isRecord, type Written } from './input-problems.js';
import type { WrittenInput, WrittenLink } from './schema.js';

type Path = Problem['path'];

/**
 * What a schema cannot say: which items must be there together, real dates, and what `input-problems.ts` looks for.
 * Takes the file as written, even one with other errors, and looks only at parts of the right shape.
 */
export function semanticProblems(file: unknown): Problem[] {
  if (!isRecord(file)) return [];
  const links = isRecord(file.links) ? Object.entries(file.links) : [];
  return [
    ...asOfProblems(file.as_of),
    ...nameProblems(file.name),
    ...(isRecord(file.review) ? reviewerProblems(file.review.reviewers) : []),
    ...(isRecord(file.engine) ? clusterProblems(file.engine.trino) : []),
    ...sameIds(links.map(([id]) => id)),
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
    ...(columns && isTie(via) && !(via in columns) ? [noTie(path, via, Object.keys(columns))] : []),
    ...(inRegister && isTie(via) && !inRegister.has(via) ? [notInRegister(path, link, via)] : []),
    ...inputProblems(path, link, LINK_ITEMS),
  ];
}

/** A pattern that is none would refuse everybody; a code that nobody can hand in would be waited for in vain. */
function reviewerProblems(reviewers: unknown): Problem[] {
  const path = ['review', 'reviewers'];
  if (typeof reviewers === 'string') {
    try {
      new RegExp(`^(?:${reviewers})$`, 'u');
      return [];
    } catch {
      return [{ path, text: NOT_A_PATTERN }];
    }
  }
  if (!Array.isArray(reviewers)) return [];
  return reviewers.flatMap((code, i) => {
    if (typeof code !== 'string' && typeof code !== 'number') return [];
    const read = reviewerCode(String(code));
    return 'problem' in read ? [{ path: [...path, i], text: REVIEWER_PROBLEMS[read.problem] }] : [];
  });
}

const NOT_A_PATTERN = {
  ja: '正規表現として読めません。点検担当者コード全体に合う形（例: "[0-9]{5}"）か、コードの一覧を書いてください。',
  en: 'Not a regular expression; write one for a whole code, such as "[0-9]{5}", or a list of codes.',
};

/** A name becomes part of the name of a folder, on any system. */
function nameProblems(name: unknown): Problem[] {
  if (
    typeof name !== 'string' ||
    (/^[^.\s/\\:*?"<>|\p{Cc}][^/\\:*?"<>|\p{Cc}]*$/u.test(name) && name.length <= 60)
  )
    return [];
  return [{ path: ['name'], text: NOT_A_NAME }];
}

const NOT_A_NAME = {
  ja: 'この名前は使えません。フォルダ名になるため、/ \\ : * ? " < > | と制御文字、先頭の「.」と空白は使えず、60字までです。',
  en: 'This cannot be a name, for it names folders: no / \\ : * ? " < > | or control characters, no dot or space at its beginning, at most 60 characters.',
};

/** Tables are named after sources, and names of tables that differ in case only are one. */
function sameIds(ids: readonly string[]): Problem[] {
  const folded = (id: string) => id.normalize('NFC').toLowerCase();
  return ids.flatMap((id, i) => {
    const first = ids.slice(0, i).find((other) => folded(other) === folded(id));
    return first === undefined
      ? []
      : [
          {
            path: ['links', id],
            atKey: true,
            text: {
              ja: `「${id}」と「${first}」は大文字・小文字などが違うだけなので、区別できません。別の名前にしてください。`,
              en: `"${id}" and "${first}" differ in case only and cannot be told apart: choose another name.`,
            },
          },
        ];
  });
}

const RESERVED: ReadonlySet<string> = new Set(['register', '__proto__', 'constructor', 'prototype']);

function idProblems(id: string): Problem[] {
  if (!RESERVED.has(id.toLowerCase()) && /^[\p{L}\p{N}_][\p{L}\p{N}_-]{0,39}$/u.test(id)) return [];
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
  const other = items.find(isTie);
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
