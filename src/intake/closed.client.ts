import { one } from './find.client.ts'
import { offerKept } from './kept-box.client.ts'
import { leaving } from './leave.client.ts'
import { offerUnfinished } from './unfinished.client.ts'

// Nothing is taken here any more. Whoever sent something within a day still has its receipt, and who did not finish
// their words.
leaving()
const drawer = one('#kept')?.dataset.drawer
if (drawer) void offerKept(drawer).then(() => offerUnfinished(drawer))
