/** WebKitGTK by its WebDriver: a window of a real WebKit, and no package for it. */
import { type ChildProcess, spawn } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { findCommand } from '../../e2e/find-command.mjs';
import { freePort } from '../../e2e/free-port.ts';

export const ADVICE = [
  'No WebKit to drive. On Debian, as root: apt-get install -y --no-install-recommends webkit2gtk-driver xvfb',
  '(xvfb only where there is no screen).',
].join(' ');

/** No answer may take longer than this, milliseconds. */
const LONGEST = 30_000;
/** How long a condition may take to come true, milliseconds. */
const PATIENCE = 15_000;
/** How an element is named in the protocol. */
const ELEMENT = 'element-6066-11e4-a52e-4f735466cecf';

export interface WebKit {
  readonly version: string;
  /** Opens an address as a page of its own, also where only what follows the # is another. */
  open(url: string): Promise<void>;
  /** Runs the body of a function in the page. */
  ask<Answer>(body: string): Promise<Answer>;
  /** Waits until an expression is true in the page; says what it waited for if that does not come. */
  until(expression: string): Promise<void>;
  /** Types into the element of a selector: a text, or keys by their code. */
  type(selector: string, keys: string): Promise<void>;
  /** Presses the element of a selector. */
  press(selector: string): Promise<void>;
  resize(width: number, height: number): Promise<void>;
  /** Keeps a picture of the window. */
  picture(file: string): Promise<void>;
  close(): Promise<void>;
}

const pause = (time: number): Promise<void> => new Promise((done) => setTimeout(done, time));

/** Returns a promise's value, or fails after a time. */
async function within<Value>(time: number, what: string, promise: Promise<Value>): Promise<Value> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  const late = new Promise<never>((_, fail) => {
    timer = setTimeout(() => fail(new Error(`${what} did not come within ${time / 1000} s.`)), time);
  });
  try {
    return await Promise.race([promise, late]);
  } finally {
    clearTimeout(timer);
  }
}

/** Ends a process of ours, and waits until it has. */
async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null || child.pid === undefined) return;
  const ended = new Promise<void>((done) => child.once('exit', () => done()));
  child.kill();
  await within(5000, 'The end of a process', ended).catch(() => child.kill('SIGKILL'));
}

/** Starts a screen that nobody sees; returns its name. */
async function startScreen(): Promise<{ screen: ChildProcess; name: string }> {
  const command = findCommand('Xvfb');
  if (!command) throw new Error(ADVICE);
  const screen = spawn(command, ['-displayfd', '3', '-screen', '0', '1920x1200x24', '-nolisten', 'tcp'], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const told = new Promise<string>((tell) => screen.stdio[3]?.once('data', (data) => tell(`:${String(data).trim()}`)));
  try {
    return { screen, name: await within(LONGEST, 'The screen', told) };
  } catch (error) {
    await end(screen);
    throw error;
  }
}

/** Starts WebKit with a window, on a screen of its own where there is none. */
export async function startWebKit(): Promise<WebKit> {
  const command = findCommand('WebKitWebDriver');
  if (!command) throw new Error(ADVICE);
  const hasScreen = process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  const own = hasScreen ? undefined : await startScreen();
  const port = await freePort();
  const driver = spawn(command, [`--port=${port}`], {
    stdio: 'ignore',
    env: { ...process.env, ...(own && { DISPLAY: own.name }) },
  });
  for (const signal of ['SIGINT', 'SIGTERM'] as const)
    process.once(signal, () => {
      driver.kill();
      own?.screen.kill();
      process.exit(1);
    });
  const stop = async (): Promise<void> => {
    await end(driver);
    if (own) await end(own.screen);
  };
  const call = async <Answer>(method: string, path: string, body?: object): Promise<Answer> => {
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method,
      ...(body && { body: JSON.stringify(body) }),
      signal: AbortSignal.timeout(LONGEST),
    });
    const { value } = (await response.json()) as { value: Answer & { error?: string; message?: string } };
    if (!response.ok) throw new Error(`${value.error}: ${value.message}`);
    return value;
  };
  try {
    await within(LONGEST, 'The driver', ready(call));
    const { sessionId, capabilities } = await call<{ sessionId: string; capabilities: { browserVersion: string } }>(
      'POST',
      '/session',
      { capabilities: {} },
    );
    return windowOf(call, `/session/${sessionId}`, capabilities.browserVersion, stop);
  } catch (error) {
    await stop();
    throw error;
  }
}

type Call = <Answer>(method: string, path: string, body?: object) => Promise<Answer>;

/** Waits until the driver answers. */
async function ready(call: Call): Promise<void> {
  for (;;) {
    const answer = await call<{ ready: boolean }>('GET', '/status').catch(() => undefined);
    if (answer?.ready) return;
    await pause(100);
  }
}

function windowOf(call: Call, session: string, version: string, stop: () => Promise<void>): WebKit {
  const ask = <Answer>(body: string): Promise<Answer> =>
    call('POST', `${session}/execute/sync`, { script: body, args: [] });
  const element = async (selector: string): Promise<string> => {
    const found = await call<Record<string, string>>('POST', `${session}/element`, {
      using: 'css selector',
      value: selector,
    });
    return `${session}/element/${found[ELEMENT]}`;
  };
  return {
    version,
    ask,
    open: async (url) => {
      await call('POST', `${session}/url`, { url: 'about:blank' });
      await call('POST', `${session}/url`, { url });
    },
    until: async (expression) => {
      const last = performance.now() + PATIENCE;
      while (!(await ask<boolean>(`return Boolean(${expression})`))) {
        if (performance.now() > last) throw new Error(`After ${PATIENCE / 1000} s there was not yet: ${expression}`);
        await pause(100);
      }
    },
    type: async (selector, keys) => {
      await call('POST', `${await element(selector)}/value`, { text: keys });
    },
    press: async (selector) => {
      await call('POST', `${await element(selector)}/click`, {});
    },
    resize: async (width, height) => {
      await call('POST', `${session}/window/rect`, { width, height });
    },
    picture: async (file) => {
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, Buffer.from(await call<string>('GET', `${session}/screenshot`), 'base64'));
    },
    close: async () => {
      await call('DELETE', session).catch(() => {});
      await stop();
    },
  };
}
