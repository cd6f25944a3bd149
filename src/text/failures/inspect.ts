import type { FailureText } from './failure-text.js';

export const inspectFailures = {
  'inspect-unknown': {
    exit: 2,
    ja: 'ファイルの形式を判別できません。区切り文字のある表、JSON Lines、長さの揃った固定長のいずれでもありません。',
    en: 'Cannot make out the format: neither a table with delimiters, nor JSON Lines, nor records of one length.',
  },
  'input-broken/inspected': {
    exit: 2,
    ja: '{path} をブックとして読めません（壊れているか、途中で切れています）。',
    en: '{path} does not read as a workbook: it is broken or cut short.',
  },
  'inspect-key-taken': {
    exit: 2,
    ja: '{path} にはすでに「{key}」があります。別の名前を指定するか、先に消してください。',
    en: '{path} already has "{key}". Choose another key, or remove it first.',
  },
  'pipeline-file/no-yaml': {
    exit: 2,
    ja: '{path} は YAML のパイプラインファイルとして読めません。',
    en: '{path} is not readable as a YAML pipeline file.',
  },
} as const satisfies Readonly<Record<string, FailureText>>;
