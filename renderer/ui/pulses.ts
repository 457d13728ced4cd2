/** Loudness of a pulse, 0 to 1: plain across a bay, and not so loud that somebody pulls the plug. */
const loudness = 0.35
const pulseSeconds = 0.15
const gapSeconds = 0.12

let context: AudioContext | undefined

/**
 * Sounds a number of short tones, one after another. It does nothing where the computer has no sound: what is
 * heard is always on the screen too.
 */
export function soundPulses(count: number, hertz: number): void {
  if (typeof AudioContext === 'undefined') return
  context ??= new AudioContext()
  void context.resume()
  for (let pulse = 0; pulse < count; pulse += 1)
    tone(context, hertz, context.currentTime + pulse * (pulseSeconds + gapSeconds))
}

function tone(audio: AudioContext, hertz: number, at: number) {
  const oscillator = audio.createOscillator()
  const volume = audio.createGain()
  oscillator.frequency.value = hertz
  // A short rise and fall: a tone that starts at once clicks.
  volume.gain.setValueAtTime(0, at)
  volume.gain.linearRampToValueAtTime(loudness, at + 0.02)
  volume.gain.linearRampToValueAtTime(0, at + pulseSeconds)
  oscillator.connect(volume).connect(audio.destination)
  oscillator.start(at)
  oscillator.stop(at + pulseSeconds)
}
