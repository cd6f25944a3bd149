/** 1. 宛名番号, (2) 氏名, ③生年月日, No.4 性別; what follows a blank or a colon explains the name. */
const NUMBERED = /^(\s*(?:no\.?|項番?)?\s*[([]?)0*(\d{1,3})[)\].:、,]*\s*(\D[^\s:,|]*)/iu;
const MARKED = /^([-・*●○■□◆◇•])\s*([^\s:,|]+)/u;

/** Lines that count from one on, with whatever stands between them; and lines one after the other that bear the same mark. */
export function enumerated(rows: readonly (readonly string[])[]): readonly (readonly string[])[] {
  const lines = rows.map((row) => row.join(' ').normalize('NFKC'));
  const steps = lines.map(stepOf);
  const lists = steps.flatMap((first, from) => (first?.number === 1 ? [countedFrom(steps, from)] : []));
  return [...lists, markedTogether(lines.map((line) => line.trim()))];
}

interface Step {
  readonly number: number;
  readonly name: string;
  /** Where its digits begin and end: those of one list stand below each other, to the left or to the right. */
  readonly from: number;
  readonly to: number;
}

function stepOf(line: string): Step | null {
  const [, before, digits, name] = NUMBERED.exec(line) ?? [];
  if (before === undefined) return null;
  return { number: Number(digits), name: name!, from: before.length, to: before.length + digits!.length };
}

/** Names behind one, two, three … until that begins anew; a line that is further in, or has no number, explains the one before. */
function countedFrom(steps: readonly (Step | null)[], at: number): readonly string[] {
  const first = steps[at]!;
  const names = [first.name];
  for (const step of steps.slice(at + 1)) {
    if (step === null || (step.from !== first.from && step.to !== first.to)) continue;
    if (step.number !== names.length + 1) break;
    names.push(step.name);
  }
  return names;
}

function markedTogether(lines: readonly string[]): readonly string[] {
  const marked = lines.map((line) => MARKED.exec(line));
  const first = marked.findIndex(
    (one, at) => one !== null && marked[at + 1]?.[1] === one[1] && marked[at + 2]?.[1] === one[1],
  );
  if (first < 0) return [];
  const end = marked.findIndex((one, at) => at > first && one?.[1] !== marked[first]![1]);
  return marked.slice(first, end < 0 ? marked.length : end).map((one) => one![2]!);
}
