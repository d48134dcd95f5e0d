/** Two soft notes for an urgent handoff (H83), once the agent has touched the page: before that no browser plays a sound. */

/** E5 and A5: a rising fourth calls, and does not alarm. */
const NOTES_HZ = [659.25, 880];
const NOTE_S = 0.18;
const FADE_S = 0.45;
const LOUDNESS = 0.12;
/** A sound that comes later than this is about something else by then. */
const TOO_LATE_MS = 1_000;

export interface Chime {
  /** Silent while the browser allows no sound; answers with whether it was played. */
  ring(): Promise<boolean>;
}

export function createChime(page: EventTarget, openContext: () => AudioContext): Chime {
  let context: AudioContext | null = null;

  function touched(): void {
    context ??= openContext();
    // A browser may have put it to sleep since.
    if (context.state !== "running") void context.resume();
  }
  for (const touch of ["pointerdown", "keydown"]) page.addEventListener(touch, touched, { capture: true });

  return {
    ring: () => (context === null ? Promise.resolve(false) : playSoon(context)),
  };
}

async function playSoon(context: AudioContext): Promise<boolean> {
  const askedAt = performance.now();
  // Answered once the browser allows it.
  await context.resume();
  if (performance.now() - askedAt > TOO_LATE_MS) return false;
  for (const [index, hertz] of NOTES_HZ.entries())
    playNote(context, hertz, context.currentTime + index * NOTE_S);
  return true;
}

/** Swells within a hundredth of a second and fades away, so that nothing clicks. */
function playNote(context: AudioContext, hertz: number, at: number): void {
  const tone = context.createOscillator();
  const volume = context.createGain();
  tone.frequency.value = hertz;
  volume.gain.setValueAtTime(0, at);
  volume.gain.linearRampToValueAtTime(LOUDNESS, at + 0.01);
  volume.gain.exponentialRampToValueAtTime(0.001, at + FADE_S);
  tone.connect(volume).connect(context.destination);
  tone.start(at);
  tone.stop(at + FADE_S);
}
