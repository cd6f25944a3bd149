import type { Check } from '../check.js';

const check: Check = {
  id: 'unread-sheets',
  title: {
    ja: '行があるのに読まれていないシートがあります（{what}）',
    en: 'Sheets with rows that were not read ({what})',
  },
  advice: {
    ja: '読むべきシートなら、パイプラインファイルに「sheet: シート名」、または列の同じシートをすべて読む「sheet: "*"」を書いてください。件数はシートの数です。',
    en: 'If they should be read, write sheet: and a name in the pipeline file, or sheet: "*" for all with the same columns. The count is of sheets.',
  },
  severity: 'warning',
  run: async (_engine, { inputs, unreadSheets }) =>
    unreadSheets
      .filter(({ source }) => inputs.some(({ id }) => id === source))
      .map(({ source, names, of }) => {
        const what = { ja: names.join('、'), en: names.join(', ') };
        return { source, item: null, count: names.length, of, what };
      }),
};

export default check;
