/** A telephone number or a date in a text keeps to one line: a browser would end the line after its hyphen. */
export const Unbroken = ({ text }: { text: string }) => (
  <>
    {text
      .split(/(\d{3,}-\d[\d-]+)/)
      .map((piece, at) => (at % 2 === 1 ? <span class="unbroken">{piece}</span> : piece))}
  </>
)
