/** An object while it is made: what it may lack is added once it is known, without a copy for each part. */
export type Mutable<T> = { -readonly [K in keyof T]: T[K] };
