// Knows how to say that mailcheck itself is wrong: the stack, and what a person can do with it.

import type { Context } from './context.ts';
import { safe } from './safe.ts';

const sentences = {
  en: (version: string) =>
    `This is a bug in mailcheck ${version}, not in your records or servers. Please report it with the lines above; ` +
    'no record was left half written.',
  ja: (version: string) =>
    `mailcheck ${version} の不具合です(設定ファイルやサーバーの誤りではありません)。上の行を添えて報告してください。` +
    '書きかけの設定ファイルは残っていません。',
};

export function unexpected(error: unknown, { language, version }: Context): string {
  const trace = error instanceof Error ? (error.stack ?? `${error.name}: ${error.message}`) : String(error);
  return [safe(trace), '', sentences[language](version)].join('\n');
}
