import type { TestProject } from 'vitest/node'
import type { S3Settings } from '../../src/blobs/s3.ts'
import { startS3 } from '../s3.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    s3: S3Settings
  }
}

/** workerd can listen nowhere: a store that speaks S3 runs beside it. */
export default async function startBeside(project: TestProject) {
  const s3 = await startS3()
  project.provide('s3', s3.settings)
  return () => s3.close()
}
