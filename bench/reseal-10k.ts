import { build } from 'esbuild'
import { newcomer } from './browser.ts'
import { atMost, beside, type Figure } from './figure.ts'
import { median } from './spread.ts'

/** What a page of the product would be; loopback, because WebCrypto is there only where it is safe. */
const HERE = 'http://127.0.0.1/reseal'

/** A colleague's browser seals ten thousand reports anew after the lock was changed. */
export async function resealTenThousand(): Promise<Figure[]> {
  const { outputFiles } = await build({
    entryPoints: ['bench/reseal-in-page.ts'],
    bundle: true,
    minify: true,
    write: false,
    format: 'esm',
  })
  const script = outputFiles[0]?.text ?? ''
  const took = await newcomer('officePc', async (page) => {
    await page.route(HERE, (route) =>
      route.fulfill({ contentType: 'text/html', body: `<script type="module">${script}</script>` }),
    )
    await page.goto(HERE)
    return page.evaluate(() =>
      (
        globalThis as unknown as { resealTenThousand(): Promise<{ product: number; bare: number }[]> }
      ).resealTenThousand(),
    )
  })
  const sum = (of: 'product' | 'bare') => took.reduce((all, one) => all + one[of], 0)
  const ratio = median(took.map(({ product, bare }) => product / bare))
  return [
    atMost(1.3, { name: 'reseal-10k', value: ratio, unit: '× bare', limit: sum('bare') }),
    beside({ name: 'reseal-10k-time', value: sum('product') / 1000, unit: 's' }),
  ]
}
