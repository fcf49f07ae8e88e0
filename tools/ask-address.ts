/** Asks web addresses whether they answer: a few at a time, and one at a time from each host. */

export interface Answer {
  readonly url: string;
  readonly state: 'answers' | 'moved' | 'refuses' | 'gone' | 'silent';
  /** The status, the new address, or what went wrong. */
  readonly detail: string;
}

const PATIENCE = 20_000;
const AT_ONCE = 8;
/** Answers that say "not to a program", not "not there". */
const REFUSALS = new Set([401, 403, 405, 406, 418, 429, 451, 503]);

/** Returns what an address answers. Never throws: what goes wrong is an answer. */
export async function ask(url: string, patience = PATIENCE): Promise<Answer> {
  try {
    const response = await fetch(url, {
      redirect: 'follow',
      signal: AbortSignal.timeout(patience),
      headers: { 'user-agent': 'Mozilla/5.0 (link check of a static site)', accept: 'text/html,*/*' },
    });
    await response.body?.cancel();
    const { status } = response;
    if (status === 404 || status === 410) return { url, state: 'gone', detail: String(status) };
    if (REFUSALS.has(status)) return { url, state: 'refuses', detail: String(status) };
    if (!response.ok) return { url, state: 'silent', detail: String(status) };
    if (response.redirected && withoutNoise(response.url) !== withoutNoise(url))
      return { url, state: 'moved', detail: response.url };
    return { url, state: 'answers', detail: String(status) };
  } catch (error) {
    const cause = error instanceof Error && error.cause instanceof Error ? error.cause.message : '';
    return { url, state: 'silent', detail: cause || (error instanceof Error ? error.message : String(error)) };
  }
}

/** An address without what servers add and take away at will: the protocol, www, a slash at the end. */
const withoutNoise = (url: string): string => url.replace(/^https?:\/\/(www\.)?/, '').replace(/\/$/, '');

/** Returns the answers of some addresses, in their order. */
export async function askAll(urls: readonly string[], say?: (done: number, all: number) => void): Promise<Answer[]> {
  const answers = new Map<string, Answer>();
  const hosts = Map.groupBy(urls, (url) => new URL(url).host);
  const queues = [...hosts.values()];
  const work = async (): Promise<void> => {
    for (let queue = queues.shift(); queue; queue = queues.shift())
      for (const url of queue) {
        answers.set(url, await ask(url));
        say?.(answers.size, urls.length);
      }
  };
  await Promise.all(Array.from({ length: AT_ONCE }, work));
  return urls.flatMap((url) => answers.get(url) ?? []);
}
