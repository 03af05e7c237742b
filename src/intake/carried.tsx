/** Who asks: a browser that opens the messages itself, or a person whose code came in clear and is with us for now. */
export type Asker = { code: string; nonce: string } | undefined

/** Without scripts the code travels along, so that it need not be typed again. */
export function Carried({ asker }: { asker: Asker }) {
  return (
    asker && (
      <>
        <input type="hidden" name="code" value={asker.code} />
        <input type="hidden" name="nonce" value={asker.nonce} />
      </>
    )
  )
}
