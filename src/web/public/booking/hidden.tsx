type Props = { codes: readonly string[]; clientKey: string; phone?: string }

/** What a form of the booking carries unseen: what one comes for, its own key, a phone given before. */
export function Hidden({ codes, clientKey, phone }: Props) {
  return (
    <>
      {codes.map((code) => (
        <input type="hidden" name="thu-tuc" value={code} />
      ))}
      {phone !== undefined && <input type="hidden" name="dien-thoai" value={phone} />}
      <input type="hidden" name="khoa" value={clientKey} />
    </>
  )
}
