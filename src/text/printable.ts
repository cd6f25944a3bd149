/** What would steer a terminal instead of being read: control characters, and marks that turn the direction of writing. */
const STEERING = /[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu;

/** Text as a terminal may show it: an escape sequence that stood in a file is printed and not obeyed. */
export function printable(text: string): string {
  return text.replace(STEERING, (mark) =>
    mark === '\n' || mark === '\t' ? mark : `\\u${mark.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
}
