/** A box to tick one row of a list; its words are read out, the row stands beside. */
export function PickBox(props: { value: string; label: string; ticked: boolean }) {
  return (
    <input
      class="pick-box"
      type="checkbox"
      name="ids[]"
      value={props.value}
      aria-label={props.label}
      checked={props.ticked}
    />
  )
}
