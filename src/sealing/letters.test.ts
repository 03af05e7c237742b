import { expect, test } from 'vitest'
import { random, utf8 } from './bytes.ts'
import { sealLetterKey } from './letters.ts'
import { importKeys, openDek, openLetterKey, openPart } from './open.ts'
import { padText } from './padding.ts'
import { makeDek, sealDek, sealPart } from './seal.ts'
import { makeKeys } from './suite.ts'

const rootPrint = random(32)
const team = { rootPrint, holder: 'team:a', epoch: 1 }
const office = { rootPrint, holder: 'office', epoch: 1 }

test('a letter opens for the team and for the office, and for nobody else', async () => {
  const [ours, theirs, other] = [await makeKeys(), await makeKeys(), await makeKeys()]
  const key = makeDek()
  const toTeam = await sealLetterKey(key, { ...team, key: ours.publicKey }, 'letter-1')
  const toOffice = await sealLetterKey(key, { ...office, key: theirs.publicKey }, 'letter-1')
  expect(await openLetterKey(await importKeys(ours), team, 'letter-1', toTeam)).toEqual(key)
  expect(await openLetterKey(await importKeys(theirs), office, 'letter-1', toOffice)).toEqual(key)
  await expect(openLetterKey(await importKeys(other), team, 'letter-1', toTeam)).rejects.toThrow('key')
})

test('it is bound to the letter, the holder and the epoch', async () => {
  const ours = await makeKeys()
  const pair = await importKeys(ours)
  const sealed = await sealLetterKey(makeDek(), { ...team, key: ours.publicKey }, 'letter-1')
  await expect(openLetterKey(pair, team, 'letter-2', sealed)).rejects.toThrow('key')
  await expect(openLetterKey(pair, office, 'letter-1', sealed)).rejects.toThrow('key')
  await expect(openLetterKey(pair, { ...team, epoch: 2 }, 'letter-1', sealed)).rejects.toThrow('key')
})

test("a report's key is no letter's key, and a letter's opens nothing of the report", async () => {
  const ours = await makeKeys()
  const pair = await importKeys(ours)
  const [dek, key] = [makeDek(), makeDek()]
  const to = { ...team, key: ours.publicKey }
  await expect(openLetterKey(pair, team, 'same', await sealDek(dek, to, 'same'))).rejects.toThrow('key')
  await expect(openDek(pair, team, 'same', await sealLetterKey(key, to, 'same'))).rejects.toThrow('key')
  const body = await sealPart(dek, 'report', 'body', '', padText(utf8('原话')))
  await expect(openPart(key, 'report', 'body', '', body)).rejects.toThrow('key')
})
