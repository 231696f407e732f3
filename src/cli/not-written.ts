// Knows the words for why something that was printed or saved is not there. Words only.

import type { Language } from '../core/rules/rule.ts';

const reasons: Record<Language, Readonly<Record<string, string>>> = {
  en: {
    EACCES: 'permission denied',
    EPERM: 'permission denied',
    EROFS: 'the file system is read-only',
    ENOSPC: 'no space left on the disk',
    EDQUOT: 'the disk quota is used up',
    EFBIG: 'the file would be larger than is allowed here',
    EIO: 'the device reported an error',
    EISDIR: 'this is a folder; name a file',
    ENOTDIR: 'a part of the path is a file, not a folder',
    EEXIST: 'a part of the path is a file, not a folder',
  },
  ja: {
    EACCES: '権限がありません',
    EPERM: '権限がありません',
    EROFS: '読み取り専用のファイルシステムです',
    ENOSPC: 'ディスクの空きがありません',
    EDQUOT: 'ディスクの割り当てを超えています',
    EFBIG: 'ファイルがここで許される大きさを超えます',
    EIO: '装置がエラーを返しました',
    EISDIR: 'フォルダーです。ファイルを指定してください',
    ENOTDIR: 'パスの途中がフォルダーではなくファイルです',
    EEXIST: 'パスの途中がフォルダーではなくファイルです',
  },
};

/** `code` is the system's; one that is not known here stands for itself. */
export function reasonNotWritten(code: string, language: Language): string {
  return reasons[language][code] ?? code;
}

export const outputLost: Record<Language, (code: string) => string> = {
  en: (code) =>
    `What should have been printed is not all there, because standard output could not be written: ${reasonNotWritten(code, 'en')}.`,
  ja: (code) => `標準出力に書き込めなかったため、出力が欠けています(${reasonNotWritten(code, 'ja')})。`,
};
