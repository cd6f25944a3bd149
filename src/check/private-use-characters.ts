import { literal } from '../engine/sql.js';
import { type Check, countRows, TEXT_ITEMS } from './check.js';

/** The private-use areas: 外字 of one municipality or maker. */
const PRIVATE_USE = '[\\x{E000}-\\x{F8FF}\\x{F0000}-\\x{10FFFD}]';

const check: Check = {
  id: 'private-use-characters',
  title: { ja: '外字が含まれています', en: 'Private-use characters (gaiji)' },
  advice: {
    ja: '外字は団体ごとに意味が異なるため、別のシステムの外字とは照合しません。可能であれば文字情報基盤 (MJ) の文字に変換して出力してください。',
    en: 'A gaiji means something else in every system, so it is compared with nothing. Export standard characters if you can.',
  },
  severity: 'info',
  run: (engine, { inputs }) =>
    countRows(engine, inputs, TEXT_ITEMS, (column) => `regexp_matches(${column}, ${literal(PRIVATE_USE)})`),
};

export default check;
