import { ERAS, eraAt, FIRST_YEAR } from './wareki.js';

const NAMES = ['明治', '大正', '昭和', '平成', '令和'];

/** A day in the Japanese calendar: `year` as it is spoken, 元 for the first. */
export interface WarekiDay {
  readonly era: string;
  readonly year: string;
  readonly month: string;
  readonly day: string;
}

/** An ISO day (1960-11-20) as 昭和35年11月20日; null before Meiji, and where a part is unknown. Of two eras the later one. */
export function warekiOf(iso: string): WarekiDay | null {
  if (!/^\d{4}-\d\d-\d\d$/.test(iso)) return null;
  const [year, month, day] = iso.split('-').map(Number) as [number, number, number];
  const key = year * 10_000 + month * 100 + day;
  const era = ERAS.findLastIndex(({ first, last }) => first <= key && key <= last);
  if (era < 0) return null;
  const ofEra = year - ERAS[era]!.base;
  return {
    era: NAMES[era]!,
    year: ofEra === FIRST_YEAR.year ? FIRST_YEAR.mark : String(ofEra),
    month: String(month),
    day: String(day),
  };
}

/** Whether a text states its year by an era: S35.11.20, 昭和三十五年…, or a code of seven digits (3351120). */
export function isWareki(text: string): boolean {
  const plain = text.trim();
  return (
    /^\d{7}$/.test(plain.normalize('NFKC')) ||
    (eraAt(plain, 0) >= 0 && /[\d\u5143\u4e00-\u5341]/.test(plain.normalize('NFKC')))
  );
}
