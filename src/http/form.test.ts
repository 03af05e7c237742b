import { expect, test } from 'vitest'
import * as z from 'zod/mini'
import { form } from './form.ts'
import { Hono } from './hono.ts'

const schema = z.object({
  name: z.string().check(z.trim(), z.minLength(2, 'short'), z.regex(/^a/, 'letter')),
  phone: z.string().check(z.regex(/^\d+$/, 'digits')),
  place: z.string('missing'),
})

test('mistakes are told in the order of the form, of each field the first, and what was typed is kept', async () => {
  const app = new Hono().post(
    '/',
    form(schema, (c, { typed, problems }) => c.json({ typed, problems: Object.entries(problems) }, 422)),
    (c) => c.text('read'),
  )
  const post = (fields: Record<string, string>) =>
    app.request('/', { method: 'POST', body: new URLSearchParams(fields) })
  const refused = await post({ name: 'x', phone: 'none' })
  expect(refused.status).toBe(422)
  expect(await refused.json()).toEqual({
    typed: { name: 'x', phone: 'none' },
    problems: [
      ['name', 'short'],
      ['phone', 'digits'],
      ['place', 'missing'],
    ],
  })
  expect(await (await post({ name: 'ab', phone: '1', place: '' })).text()).toBe('read')
})
