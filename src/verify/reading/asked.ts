import type { Question, Readings } from './reading.js';

/**
 * What a comparison asked of the readings of its run, with what the run's own pairs had to do with each answer. A comparison
 * depends on its texts and on these answers alone: in a run where every question finds the same, it gives the same.
 */
export interface Asking {
  /** To be handed to the comparison. */
  readonly readings: Readings;
  /** What was asked since the last call, as one text; null where nothing was. */
  taken(): string | null;
}

/** Between questions, and between the words of one; no name holds a control character. */
const NEXT = '\u001d';
const WORD = '\u001e';

export function asking(readings: Readings): Asking {
  const asked = new Set<string>();
  const note = (question: Question, attested: string) =>
    asked.add(`${question.join(WORD)}${WORD}${attested}`);
  const noted = (question: Question, answer: boolean) => {
    note(question, String(answer));
    return answer;
  };
  return {
    readings: {
      reads: (kanji, kana) => {
        const question = ['reads', kanji, kana] as const;
        note(question, readings.attested(question));
        return readings.reads(kanji, kana);
      },
      isBorne: (kana) => noted(['isBorne', kana], readings.isBorne(kana)),
      isJapanese: (kana) => noted(['isJapanese', kana], readings.isJapanese(kana)),
      isSlip: (kana, kanji) => noted(['isSlip', kana, kanji], readings.isSlip(kana, kanji)),
      soundAlike: (one, other) => noted(['soundAlike', one, other], readings.soundAlike(one, other)),
      isUnheard: (kanji) => noted(['isUnheard', kanji], readings.isUnheard(kanji)),
      probability: () => {
        throw new Error('no comparison of levels asks how likely a reading is');
      },
      attested: readings.attested,
    },
    taken: () => {
      if (asked.size === 0) return null;
      const told = [...asked].join(NEXT);
      asked.clear();
      return told;
    },
  };
}

/** Whether the run has the same to say to all that a comparison asked in an earlier one. */
export function answersAlike(asked: string, readings: Readings): boolean {
  return asked.split(NEXT).every((text) => {
    const words = text.split(WORD);
    return readings.attested(words.slice(0, -1) as unknown as Question) === words.at(-1);
  });
}
