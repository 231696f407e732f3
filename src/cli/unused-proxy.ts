// Knows how to say that a proxy of the environment is not used. Nobody sees otherwise why a browser reaches what this program
// does not. May not connect.

import type { Context } from './context.ts';
import { forErrors } from './for-errors.ts';

const words = {
  en: (name: string) =>
    `${name} is set here and is not used: mailcheck connects to web services directly. Where only the proxy leads out, they do not answer.`,
  ja: (name: string) =>
    `${name} が設定されていますが、mailcheckはプロキシを使わず、Webサービスに直接接続します。プロキシ経由でしか外部に接続できない環境では、応答が得られません。`,
};

const names = ['HTTPS_PROXY', 'https_proxy', 'ALL_PROXY', 'all_proxy'];

/** Before a web service is asked: Exchange, Microsoft Graph, a token endpoint. */
export function tellOfProxy(context: Context): void {
  const { env, language, err } = context;
  const name = names.find((each) => (env[each] ?? '') !== '');
  if (name !== undefined) err(forErrors(words[language](name), context));
}
