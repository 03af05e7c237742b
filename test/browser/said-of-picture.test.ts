import { expect, test } from 'vitest'
import { paths } from '../../src/paths.ts'
import { atNotice } from './at-notice.ts'
import { picture } from './chromium.ts'
import { receipt, send, tell, tellPlainly } from './resident-hands.ts'

const { stage, played, landing, words } = atNotice()

// The code stands behind the # of the picture's address, which no server sees: only a script can read it there.
test.each([true, false])('what is said of the picture is what it does (scripts: %s)', async (scripts) => {
  const page = await stage.person({ scripts })
  await page.goto(landing())
  await (scripts ? tell : tellPlainly)(page, { text: words })
  await send(page)
  const { code } = await receipt(page)
  const says = (sentence: string, on = page) => on.getByText(sentence).isVisible()
  expect(await says('就能打开进度')).toBe(scripts)
  expect(await says('查询码照着图写')).toBe(!scripts)
  await picture(page, `said-receipt-${scripts}`)

  const later = await stage.person({ scripts })
  await later.goto(played.origin + paths.progress)
  await later.getByText(scripts ? '就能打开' : '查询码照着那张图写').waitFor()
  expect(await says('就能打开', later)).toBe(scripts)
  await picture(later, `said-progress-${scripts}`)
  await later.goto('about:blank')
  await later.goto(`${played.origin}${paths.progress}#${code}`)
  if (scripts) return later.locator('#answer h1').waitFor()
  expect(await later.locator('#code').inputValue()).toBe('')
})
