import { readFileSync } from 'node:fs'

/** What strace is told: every name of a file, everything about the network, everything that writes. */
export const tracing = (strace: string, into: string): string[] => [
  strace,
  // The server is the child itself, and strace stands beside it.
  ...['-D', '-f', '-yy', '-xx', '-s', String(8 * 1024 * 1024), '--seccomp-bpf', '-o', into, '-e'],
  'trace=%network,%file,%process,read,readv,write,writev,pwrite64,pwritev,pwritev2,sendfile,copy_file_range,' +
    'splice,vmsplice,tee,mmap,memfd_create,io_uring_setup,setxattr,fsetxattr',
]

export interface Calls {
  /** What was written, by where to: the path of a file, `client` for who asked, or the kind of thing it is. */
  written: ReadonlyMap<string, Buffer>
  /** What came from who asked. */
  received: Buffer
  /** Everything else that was said to the kernel: names of files and what is to be run. */
  named: readonly string[]
  /** Each call that was made, by its name, with what it was given. */
  made: ReadonlyMap<string, readonly string[]>
}

const strings = /"((?:\\x[0-9a-f]{2})*)"(\.\.\.)?/g
const bytesIn = (hex: string) => Buffer.from(hex.replaceAll('\\x', ''), 'hex')
const readable = (text: string) => text.replace(/(?:\\x[0-9a-f]{2})+/g, (hex) => bytesIn(hex).toString())

const writes = /^(p?write(v2?|64)?|send(to|msg|mmsg|file)|copy_file_range|v?m?splice|tee|f?setxattr)$/
const reads = /^(readv?|recv(from|msg|mmsg))$/

/** Where a call's first descriptor leads. */
function leads(to: string): string {
  const [, inside = ''] = /^\d+<(.*?)>(?=[,) ]|$)/.exec(to) ?? []
  const place = readable(inside)
  if (place.startsWith('/')) return place
  return place.startsWith('TCP') ? 'client' : place.replace(/:.*/, '')
}

function listIn<Item>(lists: Map<string, Item[]>, name: string): Item[] {
  const list = lists.get(name) ?? []
  lists.set(name, list)
  return list
}

/** What strace has written. A call that was interrupted stands in two lines: what it was given in the first. */
export function readCalls(file: string): Calls {
  const written = new Map<string, Buffer[]>()
  const received: Buffer[] = []
  const named = new Set<string>()
  const made = new Map<string, string[]>()
  const begun = new Map<string, string>()

  const hear = (name: string, from: string, said: readonly Buffer[]) => {
    if (writes.test(name)) listIn(written, from).push(...said)
    else if (!reads.test(name)) for (const one of said) named.add(one.toString())
    else if (from === 'client') received.push(...said)
  }

  for (const line of readFileSync(file, 'latin1').split('\n')) {
    const [head, thread = '', resumed, called] = /^(\d+) +(?:<\.\.\. (\w+) resumed>|(\w+)\()/.exec(line) ?? []
    const name = resumed ?? called
    if (!head || !name) continue
    const rest = line.slice(head.length)
    const said = [...rest.matchAll(strings)].map(([, hex = '', cut]) => {
      if (cut && writes.test(name)) throw new Error(`strace cut ${name} short`)
      return bytesIn(hex)
    })
    if (called) {
      begun.set(thread, leads(rest))
      if (!writes.test(name) && !reads.test(name)) listIn(made, name).push(readable(rest.slice(0, 600)))
    }
    hear(name, begun.get(thread) ?? '', said)
  }
  const whole = [...written].map(([where, pieces]) => [where, Buffer.concat(pieces)] as const)
  return { written: new Map(whole), received: Buffer.concat(received), named: [...named], made }
}
