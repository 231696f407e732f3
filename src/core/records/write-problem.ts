// Knows why a record could not be written back, and says so: what happened, what to do. Data and sentences only.

import type { Language } from '../rules/rule.ts';

export type WriteTrouble =
  | { is: 'not-in-a-file' }
  | { is: 'record-gone'; file: string }
  | { is: 'not-editable'; file: string }
  | { is: 'not-writable'; file: string; code: string }
  | { is: 'locked'; file: string; lockFile: string; owner?: { pid: number; host: string } };

export function writeTroubleText(trouble: WriteTrouble, language: Language): string {
  return language === 'ja' ? japanese(trouble) : english(trouble);
}

function english(trouble: WriteTrouble): string {
  switch (trouble.is) {
    case 'not-in-a-file':
      return 'This record does not come from a file; nothing was written.';
    case 'record-gone':
      return `${trouble.file}: the record is no longer there, or has another id or address now. Nothing was written for it.`;
    case 'not-editable':
      return `${trouble.file} was changed meanwhile and cannot be read now, or is laid out in a way that cannot be changed safely (anchors, aliases). Nothing was written; correct it and run again.`;
    case 'not-writable':
      return trouble.code === 'ENOENT'
        ? `${trouble.file} is no longer there. Nothing was written.`
        : `${trouble.file} could not be written (${reasons[trouble.code]?.en ?? trouble.code}). The file is as it was. Allow this user to write the file and its folder, and run again.`;
    case 'locked':
      break;
  }
  const owner = trouble.owner === undefined ? '' : ` (process ${trouble.owner.pid} on ${trouble.owner.host})`;
  return `${trouble.file} is being written by another run${owner}. Wait for it and run again. If no mailcheck runs there, delete ${trouble.lockFile}.`;
}

function japanese(trouble: WriteTrouble): string {
  switch (trouble.is) {
    case 'not-in-a-file':
      return 'このレコードはファイルから読み込んだものではないため、何も書き込んでいません。';
    case 'record-gone':
      return `${trouble.file}: レコードがなくなったか、id またはアドレスが変わっています。このレコードには何も書き込んでいません。`;
    case 'not-editable':
      return `${trouble.file} は実行中に変更されて読めなくなったか、安全に書き換えられない書き方(アンカーやエイリアス)です。何も書き込んでいません。直してから実行し直してください。`;
    case 'not-writable':
      return trouble.code === 'ENOENT'
        ? `${trouble.file} がなくなっています。何も書き込んでいません。`
        : `${trouble.file} に書き込めません(${reasons[trouble.code]?.ja ?? trouble.code})。ファイルは元のままです。ファイルとフォルダーへの書き込みを許可し、実行し直してください。`;
    case 'locked':
      break;
  }
  const owner = trouble.owner === undefined ? '' : `(${trouble.owner.host} のプロセス ${trouble.owner.pid})`;
  return `${trouble.file} は別の実行${owner}が書き込み中です。終わるのを待って実行し直してください。mailcheck が動いていない場合は ${trouble.lockFile} を削除してください。`;
}

const reasons: Record<string, Record<Language, string>> = {
  EACCES: { en: 'permission denied', ja: '書き込みの権限がありません' },
  EPERM: { en: 'permission denied', ja: '書き込みの権限がありません' },
  EROFS: { en: 'read-only file system', ja: '読み取り専用のファイルシステムです' },
  ENOSPC: { en: 'no space left on the disk', ja: 'ディスクの空きがありません' },
  EDQUOT: { en: 'disk quota exceeded', ja: 'ディスクの割り当てを超えています' },
};
