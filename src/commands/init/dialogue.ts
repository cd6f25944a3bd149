import { basename } from 'node:path';
import { confirm, intro, multiselect, note, select, text } from '@clack/prompts';
import type { CanonicalItem } from '../../audit/items.js';
import { ITEMS } from '../../audit/words.js';
import {
  type Inspection,
  inspectSettled,
  onlyLikely,
  previewText,
  type Question,
  questionTexts,
} from '../../inspect/index.js';
import type { Language } from '../../text/bilingual.js';
import { askCodes } from './ask-codes.js';
import { askChange, askMissed, dropItems } from './change-items.js';
import { sourceKeyOf } from './parts.js';
import { asKind, type Found, type Source, withOwnKeys } from './sources.js';
import { answered, HERE, say, type Terminal } from './terminal.js';

/** Asks which files are read as what. */
export async function askSources(
  { registers, links }: Found,
  language: Language,
  { input, output }: Terminal = HERE,
): Promise<{ register: Source; links: readonly Source[] }> {
  intro(say(language, '突合の設定ファイルを作ります', 'Making a pipeline file'), { output });
  const all = [...registers, ...links];
  const option = (one: Inspection, i: number) => ({
    value: i,
    label: basename(one.path),
    hint: `${one.format} ${one.encoding}`,
  });
  const chosen = await answered(
    select({
      message: say(language, '住民基本台帳のファイルはどれですか', 'Which file is the resident register?'),
      options: all.map(option),
      initialValue: 0,
      input,
      output,
    }),
  );
  const others = all.map(option).filter(({ value }) => value !== chosen);
  const picked = await answered(
    multiselect({
      message: say(language, '突合する事務のファイルを選んでください', 'Which files hold links to audit?'),
      options: others,
      initialValues: others.map(({ value }) => value),
      required: true,
      input,
      output,
    }),
  );
  const sources: Source[] = [];
  for (const i of picked) {
    const path = all[i]!.path;
    const key = await answered(
      text({
        message: say(language, `${basename(path)} の事務の名前`, `Name of the source in ${basename(path)}`),
        initialValue: sourceKeyOf(all[i]!),
        validate: (value) =>
          /^[\p{L}\p{N}_][\p{L}\p{N}_-]{0,39}$/u.test(value ?? '') && value !== 'register'
            ? undefined
            : say(language, '文字・数字・_・- で 40 字まで', 'letters, digits, _ and -, at most 40'),
        input,
        output,
      }),
    );
    sources.push({ key, inspection: await asKind(all[i]!, 'link') });
  }
  const register = await asKind(all[chosen]!, 'register');
  return { register: { key: 'register', inspection: register }, links: withOwnKeys(sources) };
}

/** Shows a source item by item and asks what is open; then, until a person is content, what should be changed. */
export async function askItems(source: Source, language: Language, terminal = HERE): Promise<Source> {
  const { output, columns: width } = terminal;
  // A guess is asked after below, and mapped only by somebody who says so.
  let inspection = onlyLikely(source.inspection);
  note(
    previewText(inspection, language, Math.min(100, width - 6)),
    `${source.key}: ${basename(inspection.path)}`,
    { output },
  );
  for (const question of inspection.questions.filter(({ kind }) => kind !== 'era' && kind !== 'codes')) {
    inspection = await settleOne(
      inspection,
      question.item,
      questionOf(question, language),
      language,
      terminal,
    );
  }
  inspection = await askCodes(inspection, language, terminal);
  for (;;) {
    const change = await askChange(inspection, language, terminal);
    if (change === '') return { ...source, inspection };
    if (change === 'drop') inspection = await dropItems(inspection, language, terminal);
    else {
      const item = change === 'add' ? await askMissed(inspection, language, terminal) : change;
      if (item !== null)
        inspection = await settleOne(inspection, item, ITEMS[item][language], language, terminal);
      if (item === 'status') inspection = await askCodes(inspection, language, terminal);
    }
  }
}

export async function askOverwrite(
  path: string,
  language: Language,
  { input, output }: Terminal = HERE,
): Promise<boolean> {
  return answered(
    confirm({
      message: say(language, `${path} を上書きしますか`, `Replace ${path}?`),
      initialValue: false,
      input,
      output,
    }),
  );
}

function questionOf(question: Question, language: Language): string {
  return questionTexts([question], language)[0]!;
}

async function settleOne(
  inspection: Inspection,
  item: CanonicalItem,
  message: string,
  language: Language,
  { input, output }: Terminal,
): Promise<Inspection> {
  const now = inspection.mapping.find((one) => one.item === item)?.columns ?? [];
  const picked = await answered(
    multiselect({
      message: `${message} ${say(language, '（なければ選ばない）', '(none: choose nothing)')}`,
      options: inspection.columns.map(({ name, label, profile }) => ({
        value: name,
        label: label === undefined ? name : `${name} ${label}`,
        hint: profile.shapes[0] ?? '',
      })),
      initialValues: [...now],
      required: false,
      maxItems: 12,
      input,
      output,
    }),
  );
  const inOrder = inspection.columns.map(({ name }) => name).filter((name) => picked.includes(name));
  const same = inOrder.join('\u0000') === now.toSorted().join('\u0000') || inOrder.join() === now.join();
  return same ? inspection : inspectSettled(inspection, new Map([[item, inOrder]]));
}
