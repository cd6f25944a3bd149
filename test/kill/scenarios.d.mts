/** A moment of a run: milliseconds after its start, or when something is to be seen in its world. */
type Moment = number | ((world: string) => boolean);

interface Made {
  readonly home: string;
  readonly milliseconds: number;
}

export function makeWorld(residents: number): Made;
export function killRun(made: Made, moment: Moment): Promise<void>;
export function killAndTear(made: Made, moment: Moment, size: number): Promise<number>;
export function killPurge(made: Made, moment: Moment): Promise<void>;
export function killDecide(made: Made, moment: Moment): Promise<void>;
export function stageDone(place: number): Moment;
export const replaced: Moment;
export const whole: Moment;
