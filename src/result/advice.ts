import type { Case, Ended, Service } from '../audit/case.js';
import { isHidden } from '../audit/evidence.js';
import type { ShownCase } from '../audit/shown.js';
import duplicateResident from '../findings/kinds/duplicate-resident.js';
import { kindOf } from '../findings/kinds/index.js';
import invalidNumber from '../findings/kinds/invalid-number.js';
import unknownNumber from '../findings/kinds/unknown-number.js';
import { kindTexts } from '../findings/titles.js';
import type { Bilingual } from '../text/bilingual.js';
import { type InOrder, recordsInOrder, tieInOrder } from './advice-in-order.js';
import { numberAdvice, ofSlips } from './advice-of-number.js';
import { rowsAdvice } from './advice-of-rows.js';
import { daysBetween } from './circumstances.js';
import { type Insurer, insurerOf } from './insurers.js';
import { withOriginals } from './originals.js';
import { serialAdvice } from './serials.js';
import { isHiding, tiedOf } from './who-fits.js';

type How = Ended['how'];

/** What the registration's day says: before the event the notice has not arrived yet, after it somebody else may
 * stand behind it, and what becomes of the service follows once that is known: no two keys at once. */
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
    ja: '死亡後の登録なので、まず経緯を照会します（4）。日付の誤りなら、',
    en: 'Registered after the death: ask first how (4). If merely the date is wrong:',
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

/** What a move ends, by the kind of insurer, where its number tells that. */
const MOVED_AWAY: Readonly<Record<Insurer['group'], Bilingual>> = {
  town: {
    ja: '転出で資格がなくなるので、終えるのが原則です（1）。',
    en: 'it ends with the move, so as a rule the link does (1).',
  },
  guild: {
    ja: '組合員であれば転出しても続き（3）、規約の区域を出れば終わります（1）。',
    en: 'it goes on for members (3), and ends outside its area (1).',
  },
  employer: {
    ja: '勤め先の保険は転出しても続くのが原則です（3）。',
    en: 'it goes on after a move as a rule (3).',
  },
  elderly: {
    ja: '県内の転居なら続き（3）、県外への転出では原則終わります（1）。',
    en: 'it goes on within the prefecture (3), and ends beyond (1).',
  },
};

function ruleOf(service: Case['service'], ended: Ended | undefined, organisation: string | null): Bilingual {
  if (!service || !ended) return UNKNOWN;
  const insurer = service === 'insurance' && ended.how === 'departed' ? insurerOf(organisation) : null;
  if (insurer === null) return OF_SERVICE[service][ended.how];
  const { title, group } = insurer;
  return {
    ja: `保険者は${title.ja}です。${MOVED_AWAY[group].ja}`,
    en: `Insurer: ${title.en}; ${MOVED_AWAY[group].en}`,
  };
}

/** Of a protected person whom nothing that is shown tells from others: who can. */
const PASS_ON: Bilingual = {
  ja: '表示する項目では決められません。住所を閲覧できる職員に回し、回答待ちは4（保留・要照会）を選びます',
  en: 'What is shown cannot decide: pass it to staff who may see addresses, 4 (on hold) until they answer',
};

/** What the reviewer does next: what the kind says, but of people whom the compared items do not tell apart. */
export function nextOf(item: InOrder & Partial<Pick<ShownCase, 'isProtected'>>): Bilingual {
  // Household, moves and address are what tells two rows of one person from two persons.
  const isOfRows = item.kind === duplicateResident.id && item.isProtected === true;
  if (isOfRows || isLeftToHidden(item)) return PASS_ON;
  return tieInOrder(item) ?? withOriginals(kindTexts(item.kind).next, item.originals);
}

/** Whether the link is wrong hangs on an item that is hidden: in all that is shown the linked resident or several candidates agree. */
function isLeftToHidden(item: InOrder): boolean {
  const { kind, evidence } = item;
  if (!kindOf(kind).isWrongLink || !isHiding(item)) return false;
  const shown = evidence.filter((row) => !isHidden(row));
  return (
    (shown.length > 0 && !shown.some(({ kind: how }) => how === 'different' || how === 'explained')) ||
    tiedOf(item).length > 1
  );
}

const UNKNOWN: Bilingual = {
  ja: '残すかどうかは、この事務の取扱いによります。',
  en: 'Whether it may stay depends on the rules of this service.',
};

type Surviving = Pick<Case, 'ended' | 'registration' | 'service'> & Partial<Pick<Case, 'organisation'>>;
type Advised = InOrder & Surviving & Partial<Pick<ShownCase, 'isProtected'>>;

/**
 * What settles a case, in a line, where the kind alone does not say: of a link that survives death or departure what speaks for and
 * against it, of several records which to look at first, of a serial or a number that nobody has what it may be, of two rows of the register
 * by what they are told apart. Undefined of others.
 */
export function adviceOf(item: Advised): Bilingual | undefined {
  if (item.kind === 'defunct-resident') return ofSurviving(item);
  if (item.kind === 'duplicate-link') return item.beside?.length ? recordsInOrder(item) : undefined;
  if (item.kind === 'stale-binding') return serialAdvice(item);
  if (item.kind === duplicateResident.id) return item.isProtected ? undefined : rowsAdvice(item);
  if (OF_NUMBERS.has(item.kind)) return numberAdvice(item, item.isProtected === true);
  return ofSlips(item.relatedCases ?? []);
}

const OF_NUMBERS: ReadonlySet<string> = new Set([unknownNumber.id, invalidNumber.id]);

function ofSurviving({ ended, registration, service, organisation = null }: Surviving): Bilingual {
  const rule = ruleOf(service, ended, organisation);
  const days = ended ? daysBetween(ended.on, registration?.day ?? null) : null;
  // On the day itself neither is known.
  if (!ended || !days) return rule;
  const when = (days < 0 ? BEFORE : AFTER)[ended.how];
  return { ja: when.ja + rule.ja, en: `${when.en} ${rule.en}` };
}
