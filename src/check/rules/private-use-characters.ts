import { characterCheck } from '../characters.js';
import type { Check } from '../check.js';

const check: Check = {
  id: 'private-use-characters',
  title: { ja: '外字が含まれています', en: 'Private-use characters (gaiji)' },
  advice: {
    ja: '外字は団体ごとに意味が異なるため、別のシステムの外字とは照合しません。可能であれば文字情報基盤 (MJ) の文字に変換して出力してください。',
    en: 'A gaiji means something else in every system, so it is compared with nothing. Export standard characters if you can.',
  },
  severity: 'info',
  run: characterCheck('privateUse'),
};

export default check;
