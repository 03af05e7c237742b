/** MDN's rules; `cors` is what was answered to a request for leave from another site. */
export function openObservatory(): Promise<
  (
    address: string,
    answer: Response,
    cors: Response,
  ) => Promise<{ score: number; grade: string; results: string[] }>
>
