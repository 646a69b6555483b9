/** What could not be done with some of what was chosen, each reason once. */
export function Problems({ said }: { said: readonly string[] }) {
  if (said.length === 0) return null
  return (
    <div class="notice hot" role="alert">
      {said.map((it) => (
        <p>{it}</p>
      ))}
    </div>
  )
}
