import { kanaKey } from '../normalize/name/kana.js';

/** Bytes of the account holder in a Zengin record. */
const HOLDER_BYTES = 30;

/** A strict key as JIS X 0201 writes it: a dakuten or handakuten is a byte of its own. */
function expanded(text: string): string {
  return kanaKey(text).normalize('NFD');
}

/** Bytes a text takes in JIS X 0201, ends trimmed; with what a key drops (spaces, separators) still counted. */
function width(text: string): number {
  return text.trim().normalize('NFD').length;
}

/**
 * Whether `bank` is `full` cut at the 30 bytes that a bank's holder field has, dakuten counted as bytes. A cut
 * between a kana and its dakuten leaves the bare kana (カ for ガ) and is still a cut. Both may be text as read or
 * strict keys; where `bank` shows no space, one may have been taken out on the way. False when nothing is cut off.
 */
export function isTruncatedKana(bank: string, full: string): boolean {
  const letters = expanded(bank);
  const all = expanded(full);
  if (letters.length >= all.length || !all.startsWith(letters)) return false;
  const seen = width(bank);
  const hidden = seen > letters.length ? 0 : Math.max(1, width(full) - all.length);
  // The field may end in a space that was trimmed, hence one byte of grace.
  return seen <= HOLDER_BYTES && seen + hidden >= HOLDER_BYTES - 1;
}

/** Whether a holder (words of strict keys, a blank between them) takes all the bytes that there are, so that more may be cut off. */
export function fillsHolder(bank: string): boolean {
  const seen = width(bank);
  return seen === HOLDER_BYTES || seen === HOLDER_BYTES - 1;
}

/** As `isTruncatedKana` of a holder in Latin letters (words in capitals, a blank between them): each is one byte. */
export function isTruncatedLatin(bank: string, full: string): boolean {
  return (
    bank.length <= HOLDER_BYTES &&
    bank.length >= HOLDER_BYTES - 1 &&
    full.length > bank.length &&
    full.startsWith(bank)
  );
}
