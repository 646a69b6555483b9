/** A file with bytes changed, cut out, or cut off, mostly near its head where its shape is told. */
export function damage(random: () => number, whole: Buffer): Buffer {
  const bytes = Buffer.from(whole)
  const at = () => Math.floor(random() * bytes.length)
  const how = Math.floor(random() * 4)
  if (how === 0) return bytes.subarray(0, at())
  if (how === 1) return Buffer.concat([bytes.subarray(0, at()), bytes.subarray(at())])
  const head = random() < 0.5 ? Math.min(600, bytes.length) : bytes.length
  for (let i = 0; i < 1 + random() * 30; i++)
    bytes[Math.floor(random() * head)] = how === 2 ? random() * 256 : random() < 0.5 ? 255 : 0
  return bytes
}
