import type { Case, Ended, Service } from '../audit/case.js';
import type { Bilingual } from '../text/bilingual.js';
import { daysBetween } from './circumstances.js';

type How = Ended['how'];

/** What the registration's day says: before the event the notice has not arrived yet, after it somebody else may stand behind it. */
const BEFORE: Readonly<Record<How, Bilingual>> = {
  dead: {
    ja: '死亡前の登録で、届出がまだ反映されていないとみられます。',
    en: 'Registered before the death: the notice seems not to have arrived.',
  },
  departed: {
    ja: '転出前の登録で、届出がまだ反映されていないとみられます。',
    en: 'Registered before the move: the notice seems not to have arrived.',
  },
};
const AFTER: Readonly<Record<How, Bilingual>> = {
  dead: {
    ja: '死亡後の登録なので、別人による登録か日付の誤りも疑われます（4で照会）。',
    en: 'Registered after the death: by somebody else perhaps, or the date is wrong (ask, 4).',
  },
  departed: {
    ja: '転出後の登録なので、転出先での手続か日付の誤りかを確かめます。',
    en: 'Registered after the move: at the new place, or the date is wrong.',
  },
};

/**
 * What becomes of a service. Cards: 番号利用法施行令14条 (死亡), 住民基本台帳法24条の2 (転出). Insurance: 国民健康保険法8条, 健康保険法36条,
 * 高齢者の医療の確保に関する法律53条 (the day after).
 */
const OF_SERVICE: Readonly<Record<Service, Readonly<Record<How, Bilingual>>>> = {
  card: {
    dead: {
      ja: 'カードは死亡で失効するので、終えるのが原則です（1）。',
      en: 'A card ends with the death, so as a rule the link does (1).',
    },
    departed: {
      ja: '転出先で継続利用していれば有効（3）、していなければ失効です（1）。',
      en: 'A card that is kept on at the new place is valid (3), any other has ended (1).',
    },
  },
  insurance: {
    dead: {
      ja: '保険の資格は死亡の翌日になくなるので、終えるのが原則です（1）。',
      en: 'Insurance ends on the day after the death, so as a rule the link does (1).',
    },
    departed: {
      ja: '国民健康保険は転出で資格がなくなり（1）、勤め先の保険は続きます（3）。',
      en: 'A town’s insurance ends with the move (1), an employer’s goes on (3).',
    },
  },
  account: {
    dead: {
      ja: '口座は相続の手続が済むまで残ることがあり（3）、済んでいれば終えます（1）。',
      en: 'An account may stay until the estate is settled (3), and ends then (1).',
    },
    departed: {
      ja: '口座の登録は転出しても続くのが原則です（3）。',
      en: 'As a rule an account stays registered after a move (3).',
    },
  },
};

const UNKNOWN: Bilingual = {
  ja: '残すかどうかは、この事務の取扱いによります。',
  en: 'Whether it may stay depends on the rules of this service.',
};

/** Of a link that survives death or departure what speaks for and against it, in a line; undefined of other kinds. */
export function adviceOf({
  kind,
  ended,
  registration,
  service,
}: Pick<Case, 'kind' | 'ended' | 'registration' | 'service'>): Bilingual | undefined {
  if (kind !== 'defunct-resident') return undefined;
  const rule = service && ended ? OF_SERVICE[service][ended.how] : UNKNOWN;
  const days = ended ? daysBetween(ended.on, registration?.day ?? null) : null;
  // On the day itself neither is known.
  if (!ended || !days) return rule;
  const when = (days < 0 ? BEFORE : AFTER)[ended.how];
  return { ja: when.ja + rule.ja, en: `${when.en} ${rule.en}` };
}
