import type { FailureText } from './failure-text.js';

export const scoreFailures = {
  'model-unusable': {
    exit: 2,
    ja: 'モデルファイル {file} を使えません: {what}',
    en: 'The model file {file} cannot be used: {what}',
  },
  'model-version': {
    exit: 2,
    ja: 'モデルファイル {file} の版（version: {found}）は使えません。使えるのは version: 1 です。model: を外して学習し直してください',
    en: 'The model file {file} has version {found}, and only version 1 can be used: leave out model: and learn anew',
  },
} as const satisfies Readonly<Record<string, FailureText>>;
