import { select } from '@clack/prompts';
import { type Inspection, inspectWithCodes } from '../../inspect/index.js';
import type { Bilingual, Language } from '../../text/bilingual.js';
import { answered, say, type Terminal } from './terminal.js';

/** What a code of a status may mean: the words that the pipeline file gets, and what is shown of them. */
const MEANINGS: Readonly<
  Record<Inspection['kind'], readonly (readonly [words: string, title: Bilingual])[]>
> = {
  register: [
    ['現存', { ja: '現存（住んでいる）', en: '現存: lives here' }],
    ['死亡', { ja: '死亡', en: '死亡: dead' }],
    ['転出', { ja: '転出', en: '転出: moved away' }],
    ['職権消除', { ja: '職権消除など、その他の除票', en: '職権消除: struck off otherwise' }],
  ],
  link: [
    ['有効', { ja: '有効', en: '有効: in force' }],
    ['失効', { ja: '失効・廃止・喪失など', en: '失効: ended' }],
    ['死亡', { ja: '死亡', en: '死亡: ended by death' }],
    ['転出', { ja: '転出', en: '転出: ended by departure' }],
  ],
};

/** Asks what each code of the status means that nobody has said yet; one may stay unknown, and stays loud. */
export async function askCodes(
  inspection: Inspection,
  language: Language,
  { input, output }: Terminal,
): Promise<Inspection> {
  const asked = inspection.questions.find(({ kind }) => kind === 'codes');
  const told: Record<string, string> = {};
  for (const { code, rows } of asked?.codes ?? []) {
    const words = await answered(
      select({
        message: say(
          language,
          `状態のコード ${code}（${rows} 行）の意味はどれですか`,
          `What does code ${code} of the status mean (${rows} ${rows === 1 ? 'row' : 'rows'})?`,
        ),
        options: [
          ...MEANINGS[inspection.kind].map(([value, title]) => ({ value, label: title[language] })),
          {
            value: '',
            label: say(
              language,
              '分からない（現存・有効として扱う）',
              'Not known (counts as living, or in force)',
            ),
          },
        ],
        input,
        output,
      }),
    );
    if (words !== '') told[code] = words;
  }
  return Object.keys(told).length === 0 ? inspection : inspectWithCodes(inspection, told);
}
