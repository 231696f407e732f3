// `mailcheck init [DIRECTORY]`: writes a commented starter workspace. Never touches a file that is there.

import path from 'node:path';
import { createFiles } from '../../io/create-files.ts';
import type { Language } from '../../core/rules/rule.ts';
import type { Context } from '../context.ts';
import { Unusable, type ExitCode } from '../exit.ts';
import { safe } from '../safe.ts';
import { starter } from '../starter/starter.ts';

const words: Record<
  Language,
  { there(files: string): string; failed(file: string, code: string): string; next: string }
> = {
  en: {
    there: (files) =>
      `Nothing was written, because this is already there: ${files}. Name another folder: mailcheck init DIRECTORY`,
    failed: (file, code) =>
      code === 'EEXIST' || code === 'ENOTDIR'
        ? `${file} could not be written: a file is in the place of its folder. Name a folder: mailcheck init DIRECTORY`
        : `${file} could not be written (${code}). Allow this user to write there, or name another folder: mailcheck init DIRECTORY`,
    next: 'Replace the values that start with TODO, then run: mailcheck check',
  },
  ja: {
    there: (files) =>
      `すでに存在するため、何も書き込んでいません: ${files}。別のフォルダーを指定してください: mailcheck init フォルダー`,
    failed: (file, code) =>
      code === 'EEXIST' || code === 'ENOTDIR'
        ? `${file} を作成できませんでした。フォルダーの位置にファイルがあります。フォルダーを指定してください: mailcheck init フォルダー`
        : `${file} を作成できませんでした(${code})。書き込みを許可するか、別のフォルダーを指定してください: mailcheck init フォルダー`,
    next: 'TODO で始まる値を書き換えてから実行してください: mailcheck check',
  },
};

export async function init(directory: string | undefined, context: Context): Promise<ExitCode> {
  const files = starter(context.language);
  const outcome = await createFiles(path.resolve(context.cwd, directory ?? '.'), files);
  const shown = (file: string) => safe(path.join(directory ?? '', file));
  if (outcome.there.length > 0)
    throw new Unusable(words[context.language].there(outcome.there.map(shown).join(', ')));
  if (outcome.failed !== undefined)
    throw new Unusable(words[context.language].failed(shown(outcome.failed.path), outcome.failed.code));
  for (const file of files) context.out(shown(file.path));
  context.err(words[context.language].next);
  return 0;
}
