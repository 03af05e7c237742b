export function bundleWorker(): Promise<{ code: string; imports: string[]; files: string[] }>
