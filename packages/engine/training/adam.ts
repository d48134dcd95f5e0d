/** Adam: moves each number by its own pace, from the mean and the spread of its past slopes. */

export interface Parameter {
  readonly values: Float64Array;
  readonly gradient: Float32Array;
  readonly mean: Float32Array;
  readonly square: Float32Array;
}

const MEAN_DECAY = 0.9;
const SQUARE_DECAY = 0.99;

export function parameter(length: number, start: () => number): Parameter {
  return {
    values: Float64Array.from({ length }, start),
    gradient: new Float32Array(length),
    mean: new Float32Array(length),
    square: new Float32Array(length),
  };
}

/** One step of the numbers `from … to`, and their gradient starts anew. `values` may be others than the parameter's own. */
export function adam(
  { gradient, mean, square, values: own }: Parameter,
  from: number,
  to: number,
  rate: number,
  step: number,
  values: Float64Array = own,
): void {
  const level =
    Math.sqrt(1 - SQUARE_DECAY ** Math.min(step, 2_000)) / (1 - MEAN_DECAY ** Math.min(step, 400));
  for (let i = from; i < to; i += 1) {
    const slope = gradient[i]!;
    gradient[i] = 0;
    mean[i] = MEAN_DECAY * mean[i]! + (1 - MEAN_DECAY) * slope;
    square[i] = SQUARE_DECAY * square[i]! + (1 - SQUARE_DECAY) * slope * slope;
    values[i]! -= (rate * level * mean[i]!) / (Math.sqrt(square[i]!) + 1e-6);
  }
}
