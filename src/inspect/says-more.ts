/** A lot of digits and signs: 12番3号, 12-3. */
const LOT = /^[\d\-番地号のノ丁目]+$/;

/** Whether an address holds a further part, a lot in whatever notation. */
function holds(line: string, part: string): boolean {
  const [whole, further] = [line, part].map((text) => text.normalize('NFKC'));
  if (!LOT.test(further!)) return line.includes(part);
  const [all, own] = [whole!, further!].map((text) => (text.match(/\d+/g) ?? []).join('-'));
  return `-${all}-`.includes(`-${own}-`);
}

/** Whether a column says, in most rows that have it, what the one before it does not. */
export function saysMore(line: readonly string[], further: readonly string[]): boolean {
  const filled = further.flatMap((value, row) => (value === '' ? [] : [!holds(line[row]!, value)]));
  return filled.length === 0 || filled.filter(Boolean).length > filled.length / 2;
}
