import type { FailureText } from './failure-text.js';

/** Of running unattended: the machine, what comes after a run. */
export const operationFailures = {
  'interrupted/on-finish': {
    exit: 130,
    ja: '中断しました。突合は終わっており、結果は {dir} にあります。',
    en: 'Interrupted. The audit had been done: {dir}',
  },
} as const satisfies Readonly<Record<string, FailureText>>;
