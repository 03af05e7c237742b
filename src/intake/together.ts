/** Answers for all of them, in their order. */
export type Settle<Item, Result> = (items: readonly Item[]) => Promise<readonly Result[]>

/**
 * Milliseconds that those who are here may wait for the others. A durable write takes several times as long, and costs
 * sixteen reports little more than one; whoever comes alone waits for nobody.
 */
const MOMENT = 2

interface Waiting<Item, Result> {
  item: Item
  resolve(result: Result): void
  reject(fault: unknown): void
}

/**
 * Does at once what several requests ask at the same time; what comes meanwhile waits for the next round. Only where
 * requests may wait for each other: on Workers each is settled alone.
 */
export function together<Item, Result>(
  settle: Settle<Item, Result>,
  { grouped, largest }: { grouped: boolean; largest: number },
): (item: Item) => Promise<Result> {
  const line: Waiting<Item, Result>[] = []
  let working = false
  let before = 1

  async function work() {
    working = true
    while (line.length > 0) {
      await gather()
      const group = line.splice(0, largest)
      before = group.length
      await settleAll(settle, group)
    }
    working = false
  }

  /** Waits as long as each turn brings somebody, and a moment for as many as came together the last time. */
  async function gather() {
    const patience = performance.now() + MOMENT
    const isExpecting = () => line.length < Math.min(before, largest) && performance.now() < patience
    for (let seen = 0; (line.length > seen && seen < largest) || isExpecting(); await nextTurn())
      seen = line.length
  }

  return (item) =>
    new Promise((resolve, reject) => {
      const waiting = { item, resolve, reject }
      if (!grouped) return void settleAll(settle, [waiting])
      line.push(waiting)
      if (!working) void work()
    })
}

/** Lets requests that have arrived be read: sooner than any timer, whose shortest wait is a millisecond. */
export const nextTurn = () => new Promise((done) => setImmediate(done))

/** A fault that none of them can be blamed for is everybody's. */
async function settleAll<Item, Result>(
  settle: Settle<Item, Result>,
  group: readonly Waiting<Item, Result>[],
) {
  try {
    const results = await settle(group.map(({ item }) => item))
    for (const [at, { resolve }] of group.entries()) resolve(results[at] as Result)
  } catch (fault) {
    for (const { reject } of group) reject(fault)
  }
}
