const MB = 2 ** 20;

/** Of the database: with less some statements of a small run would not fit, however much goes to disk. */
const LEAST = 256 * MB;
/** Without a bound: what a run makes use of, by the bytes of its files. More is taken and spares nothing. */
const LEAST_OF_USE = 384 * MB;
const SHARE_OF_USE = 0.9;
/** Of a small run the database fills even less. */
const MOST_FILLED = 5;

/**
 * What the process takes beside the limit of the database: JavaScript, its buffers, and what the database does not count. Measured
 * with files of 1.5, 57 and 567 MB (3,000, 100,000 and a million residents, four sources).
 */
const BESIDE = 400 * MB;
const BESIDE_SHARE = 0.6;

/**
 * Bytes that the database may take, so that the whole process stays within the bound; half of the bound where that leaves it less.
 * What does not fit goes to disk (`work/spill`). Without a bound, what helps, and no more than half of the machine's free memory.
 */
export function databaseMemory(memory: {
  /** Of the whole process; null where nobody has told. */
  readonly bound: number | null;
  readonly inputBytes: number;
  readonly free: number;
}): number {
  const { bound, inputBytes, free } = memory;
  if (bound === null) return Math.max(LEAST, Math.min(usedByDatabase(inputBytes), free / 2));
  return Math.max(Math.min(bound, LEAST), bound / 2, bound - besideDatabase(inputBytes));
}

/** Bytes that a run takes where memory is free and nobody bounds it, for input files of so many. */
export function expectedMemory(inputBytes: number): number {
  return Math.min(usedByDatabase(inputBytes), MOST_FILLED * inputBytes) + besideDatabase(inputBytes);
}

function usedByDatabase(inputBytes: number): number {
  return Math.max(LEAST_OF_USE, SHARE_OF_USE * inputBytes);
}

function besideDatabase(inputBytes: number): number {
  return BESIDE + BESIDE_SHARE * inputBytes;
}

/** Bytes of a size such as 4GB, 512 MiB or 1.5TB, as the database reads it. */
export function bytesOfSize(size: string): number {
  const [, number, letter, binary] = /^([\d.]+)\s*([KMGT])(i?)B$/i.exec(size.trim()) ?? [];
  const power = ' KMGT'.indexOf((letter ?? ' ').toUpperCase());
  return Number(number) * (binary ? 1024 : 1000) ** power;
}
