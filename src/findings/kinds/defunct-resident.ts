import type { FindingKind } from '../kind.js';

const kind: FindingKind = {
  id: 'defunct-resident',
  title: { ja: '死亡・転出した住民への紐付け', en: 'Link survives death or departure' },
  headline: {
    ja: '死亡または転出した住民への紐付けが残っています',
    en: 'The link survives the death or departure of its resident',
  },
  next: {
    ja: '異動の届出と登録の日付を確かめます。紐付けを終えるなら1、理由があって残すなら3、照会中は4を選びます',
    en: 'Check notice and registration dates: 1 to end the link, 3 if there is a reason to keep it, 4 while you ask',
  },
  severity: 'medium',
  choices: ['to-end', null, 'stays', 'hold', 'bad-data'],
  inBulk: ['to-end'],
  facts: ['status', 'moved_on', 'registered_at', 'records'],
  isWrongLink: false,
  asksWhoseRecord: false,
  showsAnother: false,
  reads: ['links', 'residents'],
  sql: () => `
    SELECT l.lid, NULL AS group_key FROM links l JOIN residents r ON r.rid = l.rid
    WHERE r.vitality IN ('dead', 'departed') AND l.vitality = 'active'`,
};

export default kind;
