import type { Context } from 'hono'
import { HTTPException } from 'hono/http-exception'
import { routePath } from 'hono/route'
import { BlobsDown } from '../blobs/blobs.ts'
import { downIn, isBehind, isBusy, isFull } from '../db/faults.ts'
import type { House } from './house.ts'

/** How a part of the house tells a person what went wrong. Residents and staff are told in different words. */
export interface Faults {
  notFound(c: Context): Response | Promise<Response>
  /** Wrong method, wrong kind of content, or a post another site caused. */
  refuse(c: Context, status: 400 | 403 | 405 | 413 | 415): Response | Promise<Response>
  busy(c: Context, full: boolean): Response | Promise<Response>
  fault(c: Context, reference: string): Response | Promise<Response>
}

/**
 * Everything that was not expected. The person gets a number; we get the number, the route's template and where in
 * our code it happened. Never a message: a driver's message can quote what somebody wrote.
 */
export function faultHandler(house: House, faultsFor: (c: Context) => Faults) {
  return async (error: Error, c: Context): Promise<Response> => {
    const faults = faultsFor(c)
    if (error instanceof HTTPException && error.status < 500) {
      return faults.refuse(c, error.status === 415 || error.status === 405 ? error.status : 400)
    }
    if (wasCutOff(error, c)) return c.body(null, 400)
    if (error instanceof BlobsDown) {
      house.complain(error.message)
      return faults.busy(c, error.isFull)
    }
    const down = downIn(error)
    if (down) {
      house.complain(down.message)
      return faults.busy(c, false)
    }
    if (isBusy(error) || isFull(error)) return faults.busy(c, isFull(error))
    const reference = house.newId().slice(0, 8)
    const remedy = isBehind(error) ? ': the database lacks a table or a column, apply the migrations' : ''
    house.complain(
      `fault ${reference} ${c.req.method} ${routePath(c)} ${error.name}${remedy}${whereIn(error)}`,
    )
    return faults.fault(c, reference)
  }
}

/** Whoever was sending has gone: nobody reads the answer, and there is nothing to mend. */
function wasCutOff(error: Error, { req }: Context): boolean {
  if (req.method === 'GET' || req.method === 'HEAD') return false
  return req.raw.signal?.aborted || ('code' in error && error.code === 'ECONNRESET')
}

/** The frames of the stack without the message in front of them. */
function whereIn(error: Error): string {
  const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at [^\s]/.test(line))
  return frames
    .slice(0, 6)
    .map((frame) => `\n${frame}`)
    .join('')
}
