import type { PipelineFile } from '../audit/pipeline-file.js';
import type { Bilingual } from '../text/bilingual.js';

/** Residents are told apart by names alone, whoever made the pipeline file: said loudly, for a birth date weighs most of what is compared. */
export function withoutBirthsNote({ register: { columns } }: PipelineFile): Bilingual | null {
  const hasNames = columns.name !== undefined || columns.kana !== undefined;
  return columns.birth_date === undefined && hasNames ? WITHOUT_BIRTHS : null;
}

const WITHOUT_BIRTHS: Bilingual = {
  ja: '住民基本台帳に birth_date（生年月日）の列がありません。同姓同名の別人を見分けられず、住民の二重登録も氏名などだけで疑います。台帳に生年月日があれば列を指定してください（元号・年・月・日の複数の列でもよい）。',
  en: 'THE REGISTER HAS NO birth_date COLUMN: people of one name are not told apart, and residents registered twice are suspected by names and homes alone. If the register has birth dates, name the column (or those of era, year, month and day).',
};
