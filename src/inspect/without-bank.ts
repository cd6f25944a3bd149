import { foldName } from '../audit/fold-name.js';
import { assign } from './assign.js';
import type { Candidate } from './candidate.js';
import type { InspectedColumn } from './inspection.js';

const BANK = /銀行|金融機関|(^|_)(bank|ginko|ginkou)(_|$)/;
const ACCOUNT = /口座|account/;
/** Numbers that say nothing of what a list is of, and what a list is of that pays something to accounts. */
const OF_ANY_LIST =
  /^(受付|申請|申込|届出?|整理|管理|登録|処理|連)番号?$|^(uketsuke|shinsei|moshikomi|todoke|seiri|kanri|seq|request|reception|application)_?(no|id|number)?$/;
const PAID =
  /手当|年金|扶助|給付|支給|受給|認定|等級|保険|助成|奨学|貸付|税|還付|児童|障害|amount|benefit|allowance|pension|juk[y]?u|shikyu|kyufu|teate|nintei|hoken/;
/** Asked after. */
const BANK_ALONE = 0.6;

/**
 * The bank to which an allowance is paid is not the office that linked: without it, where the record is not an account. In a list of accounts and of
 * nothing else (those that people registered for what they are paid, under the number of their form) the bank is as near as the list comes to it.
 */
export function withoutBank(
  candidates: readonly Candidate[],
  columns: readonly InspectedColumn[],
): readonly Candidate[] {
  const chosen = assign(candidates);
  const key = chosen.find(({ item }) => item === 'record_id')?.columns.map(foldName) ?? [];
  if (key.length === 0 || key.some((name) => BANK.test(name) || ACCOUNT.test(name))) return chosen;
  const names = columns.map(({ name }) => foldName(name));
  const isOfAccounts =
    key.every((name) => OF_ANY_LIST.test(name)) &&
    names.some((name) => ACCOUNT.test(name)) &&
    !names.some((name) => PAID.test(name));
  return assign(
    candidates.flatMap((one) => {
      if (one.item !== 'organisation' || !BANK.test(foldName(one.columns[0]!))) return [one];
      return isOfAccounts ? [{ ...one, confidence: Math.min(one.confidence, BANK_ALONE) }] : [];
    }),
  );
}
