/** The number before what is made out for it: 個人番号カード, マイナンバーカード, 個人番号通知書, my_number_card. */
const BEFORE_CARD =
  /(個人番号|マイナンバー|マイナ|my_?num(ber)?|individual_?num(ber)?|kojin_?bang?ou?|myna|mynumber)_?(?=カード|通知(書|カード)|card|tsuchi)/g;

/** A folded name as that of a card or a notice, which has numbers, days and states of its own: 個人番号カード製造番号 is カード製造番号. */
export function ofCard(folded: string): string {
  return folded.replace(BEFORE_CARD, '');
}
