import { foldName, hepburn } from '../audit/fold-name.js';
import { shownNames } from '../audit/header-names.js';
import { type Bilingual, fill, type Language } from '../text/bilingual.js';
import { LIKELY } from './candidate.js';
import type { Inspection } from './inspection.js';

/** Days on which residents left, and on which rights ended. */
const OF_LEAVING =
  /消除|除票|減異動|転出(?!予定)|死亡|(^|_)(shojo|johyo|gen_?ido|tenshutsu|shibo|deceased|departed|moved_?out|died|death)(?!_?(reason|jiyu))/;
const OF_ENDING =
  /喪失|脱退|返還|返納|解約|廃止|失効|消滅|資格終了|利用終了|(^|_)(so[u]?shitsu|kaiyaku|henkan|haishi|shikko|ended|end|revoked|closed|cancell?ed|terminated|withdrawn|left)(?!_?(reason|jiyu))/;
/** What merely will end: a card is in force until then. */
const OF_TERM = /期限|期間|満了|予定|更新|expir|valid|until/;

/**
 * That nothing tells who has left, or what has ended, but a day that only those have: a status is read in words and codes, and not in days.
 * Null where a status is read, or no such day stands in the file.
 */
export function endedText({ kind, columns, mapping }: Inspection, language: Language): string | null {
  if (mapping.some(({ item, confidence }) => item === 'status' && confidence >= LIKELY)) return null;
  const pattern = kind === 'register' ? OF_LEAVING : OF_ENDING;
  const days = columns.filter(({ name, label, profile: { type } }) => {
    const folded = foldName(label ?? name);
    const isSaid = pattern.test(folded) || pattern.test(hepburn(folded));
    return (type === 'date' || type === 'timestamp') && isSaid && !OF_TERM.test(folded);
  });
  if (days.length === 0) return null;
  const names = shownNames(
    days.map(({ name, label }) => label ?? name),
    language === 'ja' ? '、' : ', ',
  );
  return fill(kind === 'register' ? LEFT : ENDED, { columns: names })[language];
}

const LEFT: Bilingual = {
  ja: '注意: 状態の列がありません。転出・死亡した人を示すのは日付（{columns}）だけですが、日付から状態は読めないので、全員を現存として扱います。消除事由か住民状態の列を書き出しに加えると、転出・死亡した人への紐付けも見つかります',
  en: 'Beware: there is no column for the status. Only a date ({columns}) tells who has moved away or died, and a status is not read from dates: everybody counts as living here. With the reason of removal or the status of residents in the export, links to those who left are found, too',
};
const ENDED: Bilingual = {
  ja: '注意: 状態の列がありません。終わった記録を示すのは日付（{columns}）だけですが、日付から状態は読めないので、すべて有効として扱います。資格の状態の列を書き出しに加えると区別できます',
  en: 'Beware: there is no column for the status. Only a date ({columns}) tells which records have ended, and a status is not read from dates: all count as in force. A column with the status in the export tells them apart',
};
