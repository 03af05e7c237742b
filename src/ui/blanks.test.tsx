import { expect, it } from 'vitest'
import { withBlanks } from './blanks.ts'

it('fills each blank wherever it stands, in attributes and in text, as often as it stands there', () => {
  const fill = withBlanks(['name', 'sheet'], ({ name, sheet }) => (
    <p title={name}>
      {name} {sheet} &amp; {'<'}
    </p>
  ))
  expect(fill({ name: '青塘村', sheet: '01' })).toBe('<p title="青塘村">青塘村 01 &amp; &lt;</p>')
  expect(fill({ name: '<b>1</b>', sheet: '$&' })).toBe('<p title="<b>1</b>"><b>1</b> $& &amp; &lt;</p>')
})
