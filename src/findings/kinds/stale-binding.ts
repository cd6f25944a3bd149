import { type FindingKind, sourcesWith } from '../kind.js';

const kind: FindingKind = {
  id: 'stale-binding',
  title: { ja: '失効・不明の証明書への紐付け', en: 'Serial replaced or unknown' },
  headline: {
    ja: '証明書のシリアル番号が更新済みか、住民にありません',
    en: 'The certificate serial was replaced, or no resident has it',
  },
  next: {
    ja: '証明書の更新または失効を発行元で確かめます。更新が必要なら1、使われていないなら2、正しければ3、照会中は4を選びます',
    en: 'Ask the issuer whether the certificate was renewed or has ended: to be renewed 1, no longer in use 2, right 3, 4 while you wait',
  },
  severity: 'medium',
  choices: ['to-renew', 'to-end', 'right', 'hold', 'bad-data'],
  inBulk: ['to-renew'],
  facts: ['serial', 'registered_at', 'records'],
  isWrongLink: false,
  asksWhoseRecord: false,
  showsAnother: false,
  sql: (sources) => {
    const wanted = sourcesWith(sources, ({ via }) => via === 'auth_serial' || via === 'sign_serial');
    return wanted && `SELECT lid, NULL AS group_key FROM links WHERE src IN (${wanted}) AND rid IS NULL`;
  },
};

export default kind;
