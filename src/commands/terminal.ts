/** Columns of the terminal that an answer goes to; without one lines are as long as they are. */
export function terminalWidth(): number {
  return process.stdout.isTTY ? (process.stdout.columns ?? 80) : Number.POSITIVE_INFINITY;
}
