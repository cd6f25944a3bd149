import { RETURNED } from '../audit/hand-off.js';
import type { Bilingual } from '../text/bilingual.js';
import { Failure } from '../text/failure.js';
import type { FileProblem } from './decide-failures.js';
import type { SheetCell } from './sheet.js';

/** Something in a table that cannot be taken: where it stands, what it is in kind, and what would be right. */
export interface CellProblem {
  readonly code: FileProblem;
  readonly sheet: string | null;
  /** Z2, or several of them. */
  readonly cell: string;
  readonly key: keyof typeof RETURNED | null;
  readonly text: Bilingual;
}

/** Problems told at once; whoever has more has made one mistake many times. */
const MOST_TOLD = 100;

/** A problem and the file in which it is. */
export type PlacedProblem = CellProblem & { readonly file: string };

/** All that is wrong with the files, none of which has been taken, and how many decisions there are beside. */
export function cellFailure(problems: readonly PlacedProblem[], good: number): Failure {
  const codes = new Set(problems.map(({ code }) => code));
  const told = problems.slice(0, MOST_TOLD);
  const list = (language: keyof Bilingual) =>
    told.map((problem) => `  ${problemLine(problem, language)}`).join('\n');
  const more = problems.length - told.length;
  const beside = good > 0 ? goodBeside(good) : { ja: '', en: '' };
  return new Failure(codes.size === 1 ? problems[0]!.code : 'decisions-cells', {
    values: {
      file: [...new Set(problems.map(({ file }) => file))].join(', '),
      places: {
        ja: `${list('ja')}${more > 0 ? `\n  ほか ${more} か所` : ''}${beside.ja}`,
        en: `${list('en')}${more > 0 ? `\n  and ${more} more` : ''}${beside.en}`,
      },
    },
  });
}

function goodBeside(good: number): Bilingual {
  return {
    ja: `\nほかの ${good} 件の判断は取り込めます。--keep-good を付けると、それだけを取り込みます`,
    en: `\n${good} other decisions can be taken: --keep-good takes those alone`,
  };
}

/** Where a problem is, in which column, and what would be right. */
export function problemLine(problem: PlacedProblem, language: keyof Bilingual): string {
  return `${placeOf(problem)}${titleOf(problem, language)}: ${problem.text[language]}`;
}

/** `file sheet!Z2` */
export function placeOf({ file, sheet, cell }: { file: string; sheet: string | null; cell: string }): string {
  return [file, sheet === null ? cell : cell === '' ? sheet : `${sheet}!${cell}`]
    .filter((part) => part !== '')
    .join(' ');
}

function titleOf({ key }: CellProblem, language: keyof Bilingual): string {
  return key === null ? '' : language === 'ja' ? `「${RETURNED[key].ja}」` : ` "${RETURNED[key].en}"`;
}

/** What a cell holds, in kind: never what it says. */
export function kindOf({ kind, text }: SheetCell): Bilingual {
  if (kind === 'text')
    return { ja: `文字（${[...text].length}字）`, en: `text of ${[...text].length} characters` };
  if (kind === 'number') return Number.isInteger(Number(text)) ? KINDS.number : KINDS.fraction;
  return KINDS[kind];
}

const KINDS = {
  empty: { ja: '空', en: 'nothing' },
  number: { ja: '別の数値', en: 'another number' },
  fraction: { ja: '小数', en: 'a number with a fraction' },
  truth: { ja: '真偽値', en: 'a truth value' },
  date: { ja: '日付', en: 'a date' },
  error: { ja: '数式のエラー値', en: 'the error of a formula' },
  formula: { ja: '値が保存されていない数式', en: 'a formula without a value' },
} as const satisfies Readonly<Record<string, Bilingual>>;
