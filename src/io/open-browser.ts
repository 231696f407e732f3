// Knows how the system's own browser is opened. May not fail: where it does not open, the address is on the screen.

import { spawn } from 'node:child_process';

export function openBrowser(address: string, env: Readonly<Record<string, string | undefined>>): void {
  const [program, ...parameters]: [string, ...string[]] =
    process.platform === 'darwin'
      ? ['open', address]
      : process.platform === 'win32'
        ? // Not `start`: for cmd the address would be a command line with & in it.
          ['rundll32', 'url.dll,FileProtocolHandler', address]
        : ['xdg-open', address];
  const child = spawn(program, parameters, { env, stdio: 'ignore', detached: true, windowsHide: true });
  child.on('error', () => undefined);
  child.unref();
}
