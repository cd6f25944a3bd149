import { shownName, shownNames } from '../../audit/header-names.js';
import { type CanonicalItem, TIES } from '../../audit/items.js';
import { type Inspection, type Question, questionTexts } from '../../inspect/index.js';
import type { Bilingual, Language } from '../../text/bilingual.js';
import { Failure } from '../../text/failure.js';
import type { Source } from './sources.js';

const TIE: Bilingual = {
  ja: '記録を住民に結び付ける列（my_number 個人番号、auth_serial・sign_serial 電子証明書のシリアル番号、または resident_id 宛名番号）が分かりません。',
  en: 'Which column ties a record to a resident (my_number, the serial of a certificate: auth_serial, sign_serial, or the register’s own key: resident_id) is not known.',
};

type Needed = Readonly<Partial<Record<CanonicalItem, Bilingual>>>;

/** Without one of these no pipeline file can be written, and what each is for; all else may stay open. */
const OF_REGISTER: Needed = {
  resident_id: {
    ja: '住民を決める番号（resident_id。宛名番号など）の列が分かりません。',
    en: 'Which column names a resident (resident_id) is not known.',
  },
};
const OF_SOURCE: Needed = {
  record_id: {
    ja: '記録を決める番号（record_id。証・手帳・受付の番号など。複数の列でもよい）の列が分かりません。',
    en: 'Which column names a record (record_id: the number of a card, a case, an application; or several columns) is not known.',
  },
  ...Object.fromEntries(TIES.map((tie) => [tie, TIE])),
};

function neededBy({ kind }: Inspection): Needed {
  return kind === 'register' ? OF_REGISTER : OF_SOURCE;
}

/** A source that no pipeline file can be written for: what it lacks, and nothing else, with options that can be copied. */
export function openItems({ key, inspection }: Source): Failure {
  const needed = neededBy(inspection);
  const lacks = inspection.questions.filter(
    ({ item, kind }) => needed[item] !== undefined && (kind === 'missing' || kind === 'guess'),
  );
  const told = lacks.length > 0 ? lacks : inspection.questions;
  const lines = (language: Language) =>
    told
      .flatMap((question) => [
        ...saidOf(question, needed[question.item], language).map((text) => `- ${text}`),
        ...optionsFor(key, question, language).map((option) => `    ${option}`),
      ])
      .join('\n');
  const columns = shownNames(inspection.columns.map(({ name, label }) => label ?? name));
  return new Failure('init-open', {
    values: { path: inspection.path, columns, questions: { ja: lines('ja'), en: lines('en') } },
  });
}

/** What is missing in plain words; where columns could be it, which. */
function saidOf(question: Question, needed: Bilingual | undefined, language: Language): readonly string[] {
  const isNowhere = question.columns.length === 0;
  return [
    ...(needed ? [needed[language]] : []),
    ...(needed && isNowhere ? [] : questionTexts([question], language)),
  ];
}

/** The very option that takes a guess, one to be filled in where nothing is like it; none where a name holds what is not shown, or what a shell would read. */
function optionsFor(key: string, { item, kind, columns }: Question, language: Language): readonly string[] {
  if (kind === 'missing') return [`--map '${key}.${item}=${language === 'ja' ? '列名' : 'COLUMN'}'`];
  const canBeCopied = columns.every((name) => shownName(name) === name && !name.includes("'"));
  return kind === 'guess' && canBeCopied ? [`--map '${key}.${item}=${columns.join('+')}'`] : [];
}
