import type { FailureText } from './failure-text.js';

export const clusterFailures = {
  'cluster-unreachable': {
    ja: 'engine.trino の {url} につながりません（{why}）。クラスタが動いているか、アドレスと証明書（ca_file）を確かめ、実行し直してください',
    en: 'engine.trino: {url} cannot be reached ({why}). See whether the cluster is up, look at the address and the certificate (ca_file), and run again',
  },
  'cluster-unreachable/run': {
    ja: '段階 {stage} の途中で、engine.trino の {url} につながらなくなりました（{why}、問い合わせ {query}）。クラスタが動いたら --resume で続けられます',
    en: 'In the stage {stage} engine.trino: {url} could no longer be reached ({why}, query {query}). Once the cluster is up, go on with --resume',
  },
  'cluster-denied': {
    ja: 'engine.trino の {url} が利用者 {user} を受け付けません（HTTP {status}）。user と、password_file または token_file を確かめてください',
    en: 'engine.trino: {url} does not accept the user {user} (HTTP {status}). Look at user, and at password_file or token_file',
  },
  'cluster-lost': {
    ja: '段階 {stage} の途中で、クラスタが問い合わせ {query} を見失いました（{why}）。コーディネータが再起動したときに起こります。--resume で続けられます',
    en: 'In the stage {stage} the cluster lost the query {query} ({why}), as when its coordinator was restarted. Go on with --resume',
  },
  'cluster-cancelled': {
    ja: '段階 {stage} の問い合わせを取り消しました',
    en: 'The query of the stage {stage} was cancelled',
  },
  'cluster-failed': {
    ja: '段階 {stage} で、クラスタの問い合わせ {query} が失敗しました（{name}、{type}）。詳しくはクラスタの画面でこの番号を見てください。直してから --resume で続けられます',
    en: 'In the stage {stage} the query {query} of the cluster failed ({name}, {type}). Look it up there by this id; then go on with --resume',
  },
  'cluster-failed/memory': {
    ja: '段階 {stage} で、クラスタの問い合わせ {query} が上限を超えました（{name}、{type}）。クラスタの query.max-memory などを増やし、--resume で続けてください',
    en: 'In the stage {stage} the query {query} of the cluster went beyond a limit ({name}, {type}). Raise it there (query.max-memory …) and go on with --resume',
  },
  'cluster-node-lost': {
    ja: '段階 {stage} で、クラスタの問い合わせ {query} が、計算機の停止のために失敗しました（{name}、{type}）。何度か問い合わせ直しても同じでした。クラスタを直してから --resume で続けられます',
    en: 'In the stage {stage} the query {query} of the cluster failed, as a node of it went away ({name}, {type}), also when it was asked again. Once the cluster is well, go on with --resume',
  },
  'cluster-catalog': {
    exit: 2,
    ja: 'engine.trino: カタログ {catalog} がクラスタにないか、利用者 {user} には見えません',
    en: 'engine.trino: the cluster has no catalog {catalog}, or does not show it to the user {user}',
  },
  'cluster-secret': {
    exit: 2,
    ja: 'engine.trino の {option} のファイル {path} を読めないか、空です',
    en: 'engine.trino: the file {path} of {option} cannot be read, or is empty',
  },
  'cluster-shared': {
    exit: 2,
    ja: 'engine.trino.shared のフォルダ {path} がないか、読み書きできません',
    en: 'engine.trino.shared: there is no folder {path}, or it cannot be read and written',
  },
  'cluster-apart': {
    exit: 2,
    ja: 'engine.trino.shared のフォルダ {path} に書いたものが、クラスタの {location} に見えません。同じ場所を指すように location を書いてください（例: s3://bucket/folder）。{why}',
    en: 'engine.trino: what is written into the folder {path} (shared) is not seen by the cluster at {location}. Set location so that both mean one place (such as s3://bucket/folder). {why}',
  },
} as const satisfies Readonly<Record<string, FailureText>>;
