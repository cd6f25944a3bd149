/** The only place where the program asks for the time; tests and reproducible runs set TOTSUGO_NOW (ISO). */
export function now(): Date {
  const fixed = process.env.TOTSUGO_NOW;
  return fixed ? new Date(fixed) : new Date();
}

/** Today as an ISO date in Japan, where the registers are kept. */
export function today(): string {
  return new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Tokyo' }).format(now());
}

/** Processor seconds of this process, the engine's threads included: what a stage cost, however busy the machine. */
export function cpuStopwatch(): () => number {
  const start = process.cpuUsage();
  return () => {
    const { user, system } = process.cpuUsage(start);
    return Math.round((user + system) / 1000) / 1000;
  };
}

/** Monotonic seconds, for how long a stage took. */
export function stopwatch(): () => number {
  const start = performance.now();
  return () => Math.round(performance.now() - start) / 1000;
}
