/** The loudspeaker in tests: what a browser's `AudioContext` would have played, as the pitches that began. */
export class HeardSound {
  readonly pitches: number[] = [];

  /** As a browser opens one after a touch. */
  open(): AudioContext {
    const { pitches } = this;
    const node = { connect: (next: unknown) => next };
    const context = {
      state: "running",
      currentTime: 0,
      destination: node,
      resume: () => Promise.resolve(),
      createGain: () => ({
        ...node,
        gain: { setValueAtTime() {}, linearRampToValueAtTime() {}, exponentialRampToValueAtTime() {} },
      }),
      createOscillator() {
        const frequency = { value: 0 };
        return { ...node, frequency, start: () => pitches.push(frequency.value), stop() {} };
      },
    };
    return context as unknown as AudioContext;
  }
}
