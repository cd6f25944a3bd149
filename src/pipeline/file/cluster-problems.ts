import type { Problem } from '../../text/problem.js';
import { isRecord, type Written } from './input-problems.js';

const PATH = ['engine', 'trino'];

/** What a schema cannot say of `engine.trino`: the address, names that stand in statements, and where a secret may go. */
export function clusterProblems(trino: unknown): Problem[] {
  if (!isRecord(trino)) return [];
  const names = ['catalog', 'schema'].filter(
    (key) => typeof trino[key] === 'string' && !/^[a-z][a-z0-9_]{0,39}$/.test(trino[key] as string),
  );
  return [
    ...urlProblems(trino),
    ...names.map((key) => ({ path: [...PATH, key], text: NOT_A_NAME })),
    ...(trino.password_file !== undefined && trino.token_file !== undefined
      ? [{ path: [...PATH, 'token_file'], text: ONE_SECRET }]
      : []),
    ...(typeof trino.location === 'string' && !/^[a-z][a-z0-9+.-]*:\/\/[^\s'"]*$/i.test(trino.location)
      ? [{ path: [...PATH, 'location'], text: NOT_A_LOCATION }]
      : []),
  ];
}

function urlProblems(trino: Written): Problem[] {
  if (typeof trino.url !== 'string') return [];
  const path = [...PATH, 'url'];
  const url = URL.canParse(trino.url) ? new URL(trino.url) : null;
  if (url === null || !['http:', 'https:'].includes(url.protocol) || url.hostname === '')
    return [{ path, text: NOT_A_URL }];
  if (url.username !== '' || url.password !== '' || url.search !== '') return [{ path, text: BARE_URL }];
  const hasSecret = trino.password_file !== undefined || trino.token_file !== undefined;
  return hasSecret && url.protocol === 'http:' && !isHere(url) ? [{ path, text: IN_THE_CLEAR }] : [];
}

/** Nothing that is sent to this machine itself can be listened to on the way. */
export function isHere({ hostname }: URL): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d+\.\d+\.\d+$/.test(hostname);
}

const NOT_A_URL = {
  ja: 'クラスタのアドレスとして読めません。https://trino.example:8443 の形で書いてください。',
  en: 'Not the address of a cluster; write it as https://trino.example:8443.',
};
const BARE_URL = {
  ja: 'アドレスに利用者名・パスワード・「?」は書けません。user と password_file を使ってください。',
  en: 'An address without user, password or "?": write user and password_file instead.',
};
const IN_THE_CLEAR = {
  ja: 'パスワードやトークンを http で送ると、途中で読まれます。https のアドレスにしてください。',
  en: 'A password or token sent over http can be read on its way: name an https address.',
};
const NOT_A_NAME = {
  ja: 'この名前は使えません。英小文字で始まる英小文字・数字・_ で、40字までです。',
  en: 'This cannot be a name: lower-case letters, digits and _ only, a letter first, at most 40.',
};
const ONE_SECRET = {
  ja: 'password_file と token_file はどちらか一方だけを書いてください。',
  en: 'Write password_file or token_file, not both.',
};
const NOT_A_LOCATION = {
  ja: 'クラスタでの場所として読めません。s3://bucket/folder、local:///folder などの形で書いてください。',
  en: 'Not a place as a cluster names it; write it as s3://bucket/folder or local:///folder.',
};
