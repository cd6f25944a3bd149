interface Made {
  readonly home: string;
}

export function makeWorld(residents: number): Made;
export function killAllTheWay(made: Made, places: readonly number[]): Promise<void>;
