import type { Bilingual } from '../../text/bilingual.js';
import type { BadRow } from './place-change.js';
import type { GazetteerFileRead } from './read-gazetteers.js';

const WHY: Readonly<Record<BadRow, Bilingual>> = {
  'no-old': { ja: '旧い側がありません', en: 'no old place' },
  'no-new': { ja: '新しい側がありません', en: 'no new place' },
  same: { ja: '新旧が同じです', en: 'old and new are one' },
  'no-municipality': {
    ja: '市区町村がありません。within で補えます',
    en: 'no municipality, which `within` can give',
  },
  'unknown-code': {
    ja: '団体コードが一覧にありません。名称を添えてください',
    en: 'a code that is not in the list; write the name beside it',
  },
  'lot-on-one-side': { ja: '番地が片側だけです', en: 'a lot on one side only' },
  'not-a-place': { ja: '地名として読めません', en: 'not a place' },
};

/** Lines that are named; the others are counted. */
const MOST_LINES = 10;

/** What should be known of the office's gazetteer before a run: rows that cannot be used, by line and reason. */
export function gazetteerNotes(files: readonly GazetteerFileRead[]): readonly Bilingual[] {
  return files.flatMap((file): Bilingual[] => {
    if (file.isTownRegister) return file.changes === 0 ? [nothingIn(file.path)] : [];
    const reasons = Object.keys(WHY) as BadRow[];
    return reasons.flatMap((why): Bilingual[] => {
      const lines = file.bad.filter((row) => row.why === why).map(({ line }) => line);
      return lines.length === 0 ? [] : [badRows(file.path, lines, WHY[why])];
    });
  });
}

function badRows(path: string, lines: readonly number[], why: Bilingual): Bilingual {
  const shown = lines.slice(0, MOST_LINES).join(', ');
  const more = lines.length - MOST_LINES;
  return {
    ja: `gazetteer の ${path}: 使えない行があります（${why.ja}）。行 ${shown}${more > 0 ? `、ほか ${more} 行` : ''}`,
    en: `gazetteer: ${path}: rows that cannot be used (${why.en}): line ${shown}${more > 0 ? ` and ${more} more` : ''}`,
  };
}

function nothingIn(path: string): Bilingual {
  return {
    ja: `gazetteer の ${path}: 名称の変わった町字がありません。旧い版も並べて指定すると、同じ町字IDの名称の違いから分かります。`,
    en: `gazetteer: ${path}: no town in it changed its name. Name an earlier edition before it: towns of one id are held against each other.`,
  };
}
