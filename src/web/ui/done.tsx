type Props = {
  /** What the address says was done: `?xong=mo`. */
  what: string | undefined
  /** What is said of each deed; an unknown one says nothing. */
  said: Readonly<Record<string, string>>
}

/** After a form was taken: one line that says so, on the page that follows. */
export function Done({ what, said }: Props) {
  const sentence = what !== undefined && Object.hasOwn(said, what) ? said[what] : undefined
  if (sentence === undefined) return null
  return (
    <div class="notice" role="status">
      <p>{sentence}</p>
    </div>
  )
}
