/** The way back through one layer: what its output should have been less of, its weights and its input are told. */
import type { Parameter } from "./adam.ts";

/** Adds to the gradients of `matrix` and `bias`; returns the slope of the input. Outputs that are zero feel nothing. */
export function backwards(
  input: Float64Array,
  count: number,
  inputs: number,
  taps: readonly number[],
  matrix: Parameter,
  bias: Parameter,
  outputs: number,
  out: Float64Array,
  dout: Float64Array,
): Float64Array {
  const dinput = new Float64Array(count * inputs);
  const active = new Int32Array(outputs);
  const slopes = new Float64Array(outputs);
  const { values, gradient } = matrix;
  for (let t = 0; t < count; t += 1) {
    let felt = 0;
    for (let j = 0; j < outputs; j += 1) {
      const slope = dout[t * outputs + j]!;
      if (out[t * outputs + j]! <= 0 || slope === 0) continue;
      bias.gradient[j]! += slope;
      active[felt] = j;
      slopes[felt] = slope;
      felt += 1;
    }
    if (felt === 0) continue;
    for (let tap = 0; tap < taps.length; tap += 1) {
      const from = t + taps[tap]!;
      if (from < 0 || from >= count) continue;
      for (let i = 0; i < inputs; i += 1) {
        const value = input[from * inputs + i]!;
        if (value === 0) continue;
        const row = (tap * inputs + i) * outputs;
        let sum = 0;
        for (let k = 0; k < felt; k += 1) {
          const at = row + active[k]!;
          sum += slopes[k]! * values[at]!;
          gradient[at]! += slopes[k]! * value;
        }
        dinput[from * inputs + i]! += sum;
      }
    }
  }
  return dinput;
}
